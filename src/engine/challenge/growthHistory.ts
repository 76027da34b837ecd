/** What a node's own past says of how it grows. Rates as shares of a year: 0.1 = +10 %. */
export interface GrowthHistory {
  /** Sum of the twelve latest months that are known in a row; null where there are not so many. */
  reference: number | null;
  /** Growth of years that do not overlap, newest first. */
  yearly: number[];
  /** Middle of the growth of all twelve months against the twelve before; null without two years. */
  median: number | null;
  /** Standard deviation of the same, never below what so few years can prove. */
  spread: number | null;
  /** The largest growth of any twelve months. */
  best: number | null;
}

const YEAR = 12;
/** Growth never counts as steadier than this: with fewer than three years of growths they prove little. */
const LEAST_SPREAD = 0.03;
const LEAST_SPREAD_OF_FEW = 0.1;
const ENOUGH_WINDOWS = 25;

/**
 * How a node has grown, from its months (oldest first, null = unknown): every twelve months against the twelve before them,
 * month by month, so that a single odd month counts less than it would between calendar years. Months before its first sale
 * are left out, as it did not exist yet; what has no base above 0 has no growth. Any unit.
 */
export function growthHistory(months: ArrayLike<number | null>): GrowthHistory {
  let end = months.length;
  while (end > 0 && months[end - 1] === null) end -= 1;
  let first = 0;
  while (first < end && (months[first] === null || months[first] === 0)) first += 1;
  const sums: (number | null)[] = [];
  for (let last = end; last - YEAR >= first; last -= 1) sums.push(yearEnding(months, last));
  const growths: number[] = [];
  const yearly: number[] = [];
  for (let i = 0; i + YEAR < sums.length; i += 1) {
    const now = sums[i];
    const before = sums[i + YEAR];
    if (now === null || before === null || before <= 0) continue;
    growths.push(now / before - 1);
    if (i % YEAR === 0) yearly.push(now / before - 1);
  }
  const reference = sums[0] ?? null;
  if (growths.length === 0) return { reference, yearly, median: null, spread: null, best: null };
  const least = growths.length < ENOUGH_WINDOWS ? LEAST_SPREAD_OF_FEW : LEAST_SPREAD;
  return {
    reference,
    yearly,
    median: middleOf(growths),
    spread: Math.max(least, deviationOf(growths)),
    best: growths.reduce((most, growth) => Math.max(most, growth), Number.NEGATIVE_INFINITY),
  };
}

function yearEnding(months: ArrayLike<number | null>, end: number): number | null {
  let sum = 0;
  for (let i = end - YEAR; i < end; i += 1) {
    const amount = months[i];
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

function middleOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
