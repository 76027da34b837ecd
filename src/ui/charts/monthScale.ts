import { type Day, monthIdAt, monthIndexOf, monthPeriodAt, type PeriodId } from '~/domain/period';

/** Where days and months stand on an axis on which every month is one unit wide. */
export interface MonthScale {
  /** Of a day's end; null outside the axis. */
  endOf(day: Day): number | null;
  /** Of a day's begin; null outside the axis. */
  startOf(day: Day): number | null;
}

export function monthScale(periods: readonly PeriodId[]): MonthScale {
  const position = (day: Day, share: 0 | 1): number | null => {
    const month = monthIndexOf(day);
    const at = periods.indexOf(monthIdAt(month));
    if (at < 0) return null;
    const { from, to } = monthPeriodAt(month);
    return at + (day - from + share) / (to - from + 1);
  };
  return { endOf: (day) => position(day, 1), startOf: (day) => position(day, 0) };
}
