import { CELL_BLANK, CELL_NEW, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import { BLANK } from '~/i18n/format';
import type { CellNumber } from './blockCache';
import type { GridView } from './gridView';

const TENFOLD = 10;

/** What stands in a cell. Unknown is said in words, blank is a dash, and what is still on its way is empty. */
export function cellText(cell: CellNumber | null, field: SheetField, { t, format, money }: GridView): string {
  if (!cell) return '';
  if (cell.flags & CELL_NEW && field.kind === 'growth') return t('plan.new');
  if (cell.flags & CELL_UNKNOWN) return t('plan.noData');
  if (cell.flags & CELL_BLANK) return BLANK;
  const isRatio = field.kind === 'growth' || field.kind === 'overAssignment';
  // Tenfold and more leaves no room for a decimal: the sign must not be cut off.
  if (isRatio) return format.growth(cell.value, Math.abs(cell.value) < TENFOLD ? 1 : 0);
  return format.money(cell.value, money);
}
