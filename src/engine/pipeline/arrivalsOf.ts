import type { Arrivals } from './simulateDeals';

/**
 * How many deals that are not there yet will be won in each span, as they came in the last months: `perMonth` counts
 * deals created by whole month, `days` are the days those months have together. `newborn` is the chance of a new deal
 * to be won on each day of its life, `ends` the days ahead at which spans end. The spread covers months that differ
 * more than by chance, and how little so few months tell. No month, or none created: null.
 */
export function arrivalsOf({
  perMonth,
  days,
  newborn,
  ends,
  pool,
  chance,
}: {
  perMonth: readonly number[];
  days: number;
  newborn: Float64Array;
  ends: ArrayLike<number>;
  pool: number;
  chance: number;
}): Arrivals | null {
  const months = perMonth.length;
  const all = perMonth.reduce((sum, count) => sum + count, 0);
  if (months === 0 || all === 0 || days <= 0) return null;
  const perDay = all / days;
  const expected = new Float64Array(ends.length);
  let won = 0;
  let span = 0;
  for (let day = 1; day <= newborn.length && span < ends.length; day += 1) {
    while (span < ends.length && day > ends[span]) span += 1;
    won += newborn[day - 1];
    if (span < ends.length) expected[span] += perDay * won;
  }
  const mean = all / months;
  const variance = months > 1 ? perMonth.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (months - 1) : 0;
  // Ahead lie about as many months as spans: their ups and downs even out over them.
  const uneven = Math.max(0, variance - mean) / (mean * mean) / Math.max(1, ends.length);
  const unsure = Math.max(variance, mean) / (months * mean * mean);
  return { expected, spread: Math.sqrt(uneven + unsure), pool, chance };
}
