import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { type WorkingCalendar, workingDays } from '~/domain/workingDays';

/** What each of twelve consecutive calendar months has of a year. */
export interface MonthShares {
  /** Calendar month (from 1970-01) of the first share. */
  first: number;
  shares: ArrayLike<number>;
}

/**
 * How a year's amount that is known by month falls on any other periods: each month's share lies on its working days (its
 * days where it has none), and a period takes what its days have. Days before or after the twelve months count as days of
 * the month of the same name. Shares of the periods, summing to 1; periods without any share get equal ones. Periods that
 * are months keep their share exactly, up to that sum.
 */
export function sharesOfPeriods(
  months: MonthShares,
  periods: readonly { from: Day; to: Day }[],
  calendar: WorkingCalendar,
): Float64Array {
  const shares = Float64Array.from(periods, ({ from, to }) => {
    let share = 0;
    for (let month = monthIndexOf(from); month <= monthIndexOf(to); month += 1) {
      const { length } = months.shares;
      const own = months.shares[(((month - months.first) % length) + length) % length];
      share += own * partOfMonth(month, { from, to }, calendar);
    }
    return share;
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total > 0 ? shares.map((share) => share / total) : shares.fill(1 / Math.max(1, periods.length));
}

/** Which part of a month's working days lies within a span, 0 … 1. */
export function partOfMonth(month: number, span: { from: Day; to: Day }, calendar: WorkingCalendar): number {
  const whole = monthPeriodAt(month);
  const from = Math.max(whole.from, span.from);
  const to = Math.min(whole.to, span.to);
  if (from > to) return 0;
  if (from === whole.from && to === whole.to) return 1;
  const days = workingDays(calendar, whole.from, whole.to);
  return days > 0 ? workingDays(calendar, from, to) / days : (to - from + 1) / (whole.to - whole.from + 1);
}
