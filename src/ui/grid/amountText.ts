import type { SheetField } from '~/domain/sheet';
import type { GridView } from './gridView';

/** An amount of a column's own measure: money in the unit of the screen, others in their own decimals; '' for nothing. */
export function amountText(amount: number | null, field: SheetField | null, { format, money }: GridView): string {
  const { scale, isRatio } = field ?? {};
  if (scale === undefined || isRatio) return format.money(amount, money);
  return format.number(amount === null ? null : amount / 10 ** scale, scale);
}

/** What stands behind such an amount: 万元, pcs, nothing for a measure without a unit. */
export const amountUnit = ({ scale, isRatio, unit }: SheetField, { unitName }: GridView): string =>
  scale === undefined || isRatio ? unitName : (unit ?? '');
