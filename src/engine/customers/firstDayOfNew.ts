import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';

/**
 * The earliest first-order day that still makes a customer new on `asOf`: the day after the same date `months` earlier
 * (the last of the month where that date does not exist).
 */
export function firstDayOfNew(asOf: Day, months: number): Day {
  const month = monthIndexOf(asOf);
  const earlier = monthPeriodAt(month - months);
  return Math.min(earlier.to, earlier.from + asOf - monthPeriodAt(month).from) + 1;
}
