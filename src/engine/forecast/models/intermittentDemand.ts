import { demandPattern, SPARSE_INTERVAL } from './demandPattern';

const LEVEL_WEIGHT = 0.15;
const RATE_WEIGHT = 0.15;
const SIZE_WEIGHT = 0.05;
const CROSTON_WEIGHT = 0.1;
const AGGREGATE_WEIGHT = 0.12;
const POOL = 36;
const YEAR = 12;

/**
 * Whether a series sells only now and then: no negative value, some zero, and on average more than 1.32 periods from
 * one sale to the next. Source: Syntetos, Boylan & Croston 2005 (their limit for the average demand interval).
 */
export function isIntermittent(values: Float64Array): boolean {
  const { interval, returns } = demandPattern(values);
  return !returns && interval !== null && interval > SPARSE_INTERVAL;
}

export interface IntermittentForecast {
  /** Flat levels per period by several methods. */
  members: { name: string; level: number }[];
  /** The forecast: between the second and the third lowest of them, nearer to the third. */
  level: number;
  /** The values one future period is drawn from. */
  pool: Float64Array;
}

/**
 * The flat level per period of a series that sells only now and then, by six methods: the means of the last year and half
 * year, smoothing, probability × size (TSB), interval and size (SBA), and smoothing of sums over one to twelve periods
 * (IMAPA). The forecast stands somewhat below their middle, because such series die out more often than they rise, and
 * because the sum over the lead time is what is judged, with its bias: by single months zero always wins.
 * Not empty and not all zero. Source: Teunter, Syntetos & Babai 2011 (TSB); Syntetos & Boylan 2005 (SBA); Nikolopoulos et
 * al. 2011 (ADIDA) and Petropoulos & Kourentzes 2015 (IMAPA).
 */
export function intermittentForecast(values: Float64Array): IntermittentForecast {
  const n = values.length;
  const members = [
    { name: 'yearMean', level: meanOf(values.subarray(Math.max(0, n - YEAR))) },
    { name: 'halfYearMean', level: meanOf(values.subarray(Math.max(0, n - YEAR / 2))) },
    { name: 'simpleSmoothing', level: smoothed(values, LEVEL_WEIGHT, YEAR) },
    { name: 'decayingRate', level: rateTimesSize(values) },
    { name: 'intervalAndSize', level: sizeOverInterval(values) },
    { name: 'aggregation', level: aggregated(values) },
  ];
  const sorted = Float64Array.from(members, ({ level }) => level).sort();
  return { members, level: (sorted[1] + 2 * sorted[2]) / 3, pool: values.slice(Math.max(0, n - POOL)) };
}

/** Level at the end of exponential smoothing that starts from the mean of the first values. */
function smoothed(values: Float64Array, weight: number, opening: number): number {
  let level = meanOf(values.subarray(0, Math.min(values.length, Math.max(1, opening))));
  for (const value of values) level += weight * (value - level);
  return level;
}

function rateTimesSize(values: Float64Array): number {
  const sales = values.filter((value) => value > 0);
  let rate = sales.length / values.length;
  let size = meanOf(sales);
  for (const value of values) {
    rate += RATE_WEIGHT * ((value > 0 ? 1 : 0) - rate);
    if (value > 0) size += SIZE_WEIGHT * (value - size);
  }
  return rate * size;
}

function sizeOverInterval(values: Float64Array): number {
  let size = Number.NaN;
  let interval = 1;
  let waited = 1;
  for (const value of values) {
    if (!(value > 0)) {
      waited++;
      continue;
    }
    const first = Number.isNaN(size);
    size = first ? value : size + CROSTON_WEIGHT * (value - size);
    interval = first ? waited : interval + CROSTON_WEIGHT * (waited - interval);
    waited = 1;
  }
  return ((1 - CROSTON_WEIGHT / 2) * size) / interval;
}

function aggregated(values: Float64Array): number {
  let sum = 0;
  let widths = 0;
  for (let width = 1; width <= Math.min(YEAR, values.length); width++) {
    const count = Math.floor(values.length / width);
    const sums = new Float64Array(count);
    const first = values.length - count * width;
    for (let i = 0; i < count * width; i++) sums[Math.floor(i / width)] += values[first + i];
    sum += smoothed(sums, AGGREGATE_WEIGHT, Math.round(YEAR / width)) / width;
    widths++;
  }
  return sum / widths;
}

const meanOf = (values: Float64Array): number => values.reduce((total, value) => total + value / values.length, 0);
