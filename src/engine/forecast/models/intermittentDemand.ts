/** Above this mean distance between sales, months without a sale are part of the pattern, not an accident. */
const SPARSE_INTERVAL = 1.32;
const RATE_WEIGHT = 0.15;
const SIZE_WEIGHT = 0.05;
const LEVEL_WEIGHT = 0.15;
const POOL = 36;

/**
 * Whether a series sells only now and then: no negative value, some zero, and on average more than 1.32 periods from
 * one sale to the next. Source: Syntetos, Boylan & Croston 2005 (their limit for the average demand interval).
 */
export function isIntermittent(values: Float64Array): boolean {
  let sales = 0;
  for (const value of values) {
    if (value < 0) return false;
    if (value > 0) sales++;
  }
  return sales > 0 && values.length / sales > SPARSE_INTERVAL;
}

export interface IntermittentForecast {
  /** Mean of the last year. */
  yearMean: number;
  /** The lowest of year mean, smoothed level and probability × size: what dies out must be seen to die out. */
  decayingRate: number;
  /** The values one future period is drawn from. */
  pool: Float64Array;
}

/**
 * The flat monthly level of a series that sells only now and then, as a calm and a cautious estimate whose mean is the
 * forecast. Judged on the sum over the lead time and its bias, not on single months, where zero always wins.
 * Source: TSB by Teunter, Syntetos & Babai 2011; the year mean is the plain yardstick that is hard to beat.
 */
export function intermittentForecast(values: Float64Array): IntermittentForecast {
  const n = values.length;
  const year = values.subarray(Math.max(0, n - 12));
  const yearMean = sum(year) / year.length;
  const sales = values.filter((value) => value > 0);
  let rate = sales.length / n;
  let size = sales.length > 0 ? sum(sales) / sales.length : 0;
  const opening = values.subarray(0, Math.min(12, n));
  let level = sum(opening) / opening.length;
  for (const value of values) {
    level += LEVEL_WEIGHT * (value - level);
    rate += RATE_WEIGHT * ((value > 0 ? 1 : 0) - rate);
    if (value > 0) size += SIZE_WEIGHT * (value - size);
  }
  return { yearMean, decayingRate: Math.min(yearMean, level, rate * size), pool: values.slice(Math.max(0, n - POOL)) };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
