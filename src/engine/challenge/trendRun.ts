import { normalQuantile } from '../numeric';

/** A month to come: 0 = the one after the last known, and which part of it is asked for. */
export interface MonthAhead {
  month: number;
  part: number;
}

/** What months to come bring together if things go on as they did. */
export interface TrendRun {
  low: number;
  mid: number;
  high: number;
  /** What a year brings more than the one before, as a share of the latest twelve months; null where these are not above 0. */
  growth: number | null;
  /** Months it was read from. */
  months: number;
}

export const LEAST_TREND_MONTHS = 24;
const MOST_TREND_MONTHS = 36;
const YEAR = 12;
/** Ends of the range: eight times in ten between them. */
const LEVEL = 0.8;

/**
 * The run of the last 24 to 36 known months continued: the median of all differences to the same month a year before is the
 * rise of a year (seasonal Kendall slope, Hirsch et al. 1982), laid on the mean of the same months. The range, eight times in
 * ten, holds the noise of the months and what the rise itself may be off. Null with fewer than 24 known months in a row at the
 * end. No month ahead brings 0. Any unit.
 */
export function trendRun(months: ArrayLike<number | null>, ahead: readonly MonthAhead[]): TrendRun | null {
  let end = months.length;
  while (end > 0 && months[end - 1] === null) end -= 1;
  const known: number[] = [];
  for (let i = end - 1; i >= 0 && known.length < MOST_TREND_MONTHS; i -= 1) {
    const amount = months[i];
    if (amount === null) break;
    known.unshift(amount);
  }
  const count = known.length;
  if (count < LEAST_TREND_MONTHS) return null;
  const rises = known.slice(YEAR).map((amount, i) => amount - known[i]);
  const rise = medianOf(rises);
  // A difference has the noise of two months; 1.4826 makes the median deviation a standard deviation.
  const noise = (1.4826 * medianOf(rises.map((value) => Math.abs(value - rise)))) / Math.SQRT2;
  let mid = 0;
  let own = 0;
  let lever = 0;
  for (const { month, part } of ahead) {
    const { mean, years, seen } = sameMonths(known, month);
    mid += part * (mean + rise * years);
    own += part ** 2 * noise ** 2 * (1 + 1 / seen);
    lever += part * years;
  }
  // The median of n differences is off by about 1.2533 standard deviations ÷ √n.
  const riseError = (1.2533 * noise * Math.SQRT2) / Math.sqrt(rises.length);
  const wide = normalQuantile(0.5 + LEVEL / 2) * Math.sqrt(own + (lever * riseError) ** 2);
  const latest = known.slice(-YEAR).reduce((sum, amount) => sum + amount, 0);
  return {
    low: mid - wide,
    mid,
    high: mid + wide,
    growth: latest > 0 ? (rise * YEAR) / latest : null,
    months: count,
  };
}

/** Mean of the known months of the same name, and how many years it lies on average before the month ahead. */
function sameMonths(known: readonly number[], month: number): { mean: number; years: number; seen: number } {
  let sum = 0;
  let years = 0;
  let seen = 0;
  for (let i = known.length + month - YEAR; i >= 0; i -= YEAR) {
    if (i >= known.length) continue;
    sum += known[i];
    years += (known.length + month - i) / YEAR;
    seen += 1;
  }
  return { mean: sum / seen, years: years / seen, seen };
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
