import { monthIndexOf, monthPeriodAt, type Period } from '~/domain/period';

/**
 * What a leaf period takes of amounts by calendar month: months whole, weeks by their days. A month without an amount
 * (null) makes the period unknown.
 */
export function amountOfPeriod(period: Period, amountOf: (month: number) => number | null): number | null {
  let amount = 0;
  for (let month = monthIndexOf(period.from); month <= monthIndexOf(period.to); month += 1) {
    const whole = monthPeriodAt(month);
    const days = Math.min(period.to, whole.to) - Math.max(period.from, whole.from) + 1;
    const own = amountOf(month);
    if (own === null) return null;
    amount += (own * days) / (whole.to - whole.from + 1);
  }
  return amount;
}

/** Calendar months that periods touch, first to last. */
export function monthsOf(periods: readonly Period[]): number[] {
  const first = monthIndexOf(periods[0].from);
  const last = monthIndexOf(periods[periods.length - 1].to);
  return Array.from({ length: last - first + 1 }, (_, m) => first + m);
}
