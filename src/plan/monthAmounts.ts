import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { WorkingCalendar } from '~/domain/workingDays';
import { workingDays } from '~/domain/workingDays';
import { partOfMonth } from '~/engine/facts/index';

interface Span {
  from: Day;
  to: Day;
}

/**
 * What periods take of amounts by calendar month: months whole, others the working days they have of each. Null where a
 * month without an amount is touched. Amounts are not rounded.
 */
export function amountIn(span: Span, ofMonth: (month: number) => number | null, work: WorkingCalendar): number | null {
  let amount = 0;
  for (let month = monthIndexOf(span.from); month <= monthIndexOf(span.to); month += 1) {
    const own = ofMonth(month);
    if (own === null) return null;
    amount += own * partOfMonth(month, span, work);
  }
  return amount;
}

/** What a calendar month takes of amounts by other periods, by working days; null where nothing of it has an amount. */
export function amountOfMonth(
  month: number,
  { periods, amounts }: { periods: readonly Span[]; amounts: readonly (number | null)[] },
  work: WorkingCalendar,
): number | null {
  const whole = monthPeriodAt(month);
  let sum: number | null = null;
  periods.forEach((period, p) => {
    const amount = amounts[p];
    const from = Math.max(whole.from, period.from);
    const to = Math.min(whole.to, period.to);
    if (amount === null || from > to) return;
    sum = (sum ?? 0) + amount * partOf({ from, to }, period, work);
  });
  return sum === null ? null : Math.round(sum);
}

function partOf(span: Span, whole: Span, work: WorkingCalendar): number {
  if (span.from === whole.from && span.to === whole.to) return 1;
  const days = workingDays(work, whole.from, whole.to);
  return days > 0
    ? workingDays(work, span.from, span.to) / days
    : (span.to - span.from + 1) / (whole.to - whole.from + 1);
}
