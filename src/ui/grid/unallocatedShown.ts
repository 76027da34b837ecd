import { DISPLAY_UNITS } from '~/domain/displayUnit';
import type { SheetFooter } from '~/domain/sheet';
import type { MoneyView } from '~/i18n/format';

/**
 * What is left of the goal, so that allocated + left = goal also holds for the rounded figures on screen: the
 * difference of the two as they are shown. Null without a goal; never negative.
 */
export function unallocatedShown(footer: SheetFooter | null, view: MoneyView): number | null {
  if (!footer || footer.goal === null || footer.unallocated === null) return null;
  if (footer.unallocated <= 0) return 0;
  return Math.max(0, shown(footer.goal, view) - shown(footer.allocated ?? 0, view));
}

/** The same for what is handed out beyond the goal. */
export function overShown(footer: SheetFooter, view: MoneyView): number {
  if (footer.goal === null || footer.allocated === null) return 0;
  return Math.max(0, shown(footer.allocated, view) - shown(footer.goal, view));
}

/** An amount rounded to what the view shows of it. */
function shown(amount: number, { minorUnit, unit, decimals }: MoneyView): number {
  const step = (10 ** minorUnit * DISPLAY_UNITS[unit]) / 10 ** decimals;
  return step <= 1 ? amount : Math.round(amount / step) * step;
}
