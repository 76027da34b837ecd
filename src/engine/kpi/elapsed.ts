import type { Day, Period } from '~/domain/period';
import { type WorkingCalendar, workingDays } from '~/domain/workingDays';

/**
 * Which part of a period has passed by the end of `asOf`, by working days, 0 … 1. A period without any working day goes
 * by calendar days.
 */
export function elapsedShare(calendar: WorkingCalendar, period: Pick<Period, 'from' | 'to'>, asOf: Day): number {
  const { from, to } = period;
  if (asOf < from) return 0;
  if (asOf >= to) return 1;
  const all = workingDays(calendar, from, to);
  return all > 0 ? workingDays(calendar, from, asOf) / all : (asOf - from + 1) / (to - from + 1);
}

/**
 * The plan to date (序时目标): closed leaf periods in full and the running one by its share of working days, in minor
 * units, rounded half up once. Null when no leaf period has an amount; a blank one among others adds nothing.
 */
export function amountToDate(
  leaves: { periods: readonly Period[]; amounts: readonly (number | null)[] },
  calendar: WorkingCalendar,
  asOf: Day,
): number | null {
  let sum = 0;
  let spoken = false;
  leaves.periods.forEach((period, p) => {
    const amount = leaves.amounts[p];
    if (amount === null) return;
    spoken = true;
    sum += amount * elapsedShare(calendar, period, asOf);
  });
  return spoken ? Math.round(sum) : null;
}

/**
 * The share of a year's season that has passed by `asOf`, 0 … 1: what the actual to date is divided by for the run rate.
 * `profile` holds the share of each leaf period in the year.
 */
export function seasonShareElapsed(
  year: { periods: readonly Period[]; profile: Float64Array },
  calendar: WorkingCalendar,
  asOf: Day,
): number {
  let share = 0;
  year.periods.forEach((period, p) => {
    share += year.profile[p] * elapsedShare(calendar, period, asOf);
  });
  return share;
}
