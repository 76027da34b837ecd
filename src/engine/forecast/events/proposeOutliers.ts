import { fitStructure, squaresLeft } from '../components/fitStructure';
import { type StructuralShape, structuralFilter } from '../components/structuralFilter';
import { type SmoothedSeries, smoothSeries } from '../components/structuralSmoother';
import type { EventForecastOptions } from './forecastWithEvents';
import { historyEffects } from './historyEffects';

export interface OutlierProposal {
  /** Position in the history, and the month it is. */
  position: number;
  month: number;
  value: number;
  /** What the other months would have it be. */
  expected: number;
  /** Distance from it in standard deviations, + = above. */
  size: number;
  reason: 'high' | 'low' | 'negative';
}

export type OutlierOptions = Pick<
  EventForecastOptions,
  'period' | 'firstMonth' | 'holidays' | 'promotions' | 'pooledLifts' | 'outliers'
>;

/** Beyond this many standard deviations of the others, and farther out than any of them. */
const LEAST_SIZE = 2.9;
const FEWEST = 12;
/** One month in ten at most: a series with more of them is like that. */
const MOST = 0.1;

/**
 * Months of a history that are unlike the others, largest first, for a person to decide: left out (`adjust`) or real
 * (`keep`); what was decided is not proposed again. Each month is held against what level, trend and season of all the
 * others would make of it, feasts and promotions taken into account; it is proposed where it lies far outside what they
 * leave open, one by one with those found before taken out, and a lasting change of level would not explain it as well.
 * Under twelve known values: none. About half a month in a hundred of quiet noise is proposed.
 * Source: auxiliary residuals of Harvey & Koopman 1992, tested one after another as in Rosner 1983 (R's tsoutliers holds
 * them against three interquartile ranges, which misses one 5-sigma month in three).
 */
export function proposeOutliers(history: ArrayLike<number | null>, options: OutlierOptions): OutlierProposal[] {
  const { firstMonth, outliers = [] } = options;
  const decided = new Map(outliers.map(({ month, decision }) => [month - firstMonth, decision]));
  const leftOut = new Set([...decided].filter(([, decision]) => decision === 'adjust').map(([position]) => position));
  const scene = standardised(history, options, leftOut);
  if (scene === null) return [];
  const series = scene.values.slice();
  const most = Math.max(1, Math.floor(scene.known * MOST));
  const tried: number[] = [];
  let found = 0;
  let now = judge(series, options.period);
  while (tried.length < most) {
    const next = farthest(now.smoothed, (t) => decided.get(t) !== 'keep');
    if (next === null) break;
    const value = series[next];
    series[next] = Number.NaN;
    now = judge(series, options.period);
    tried.push(next);
    if (isOutside(series, { position: next, value, now })) found = tried.length;
    else if (tried.length > found + 1) break;
  }
  if (found === 0) return [];
  for (const position of tried.slice(found)) series[position] = scene.values[position];
  return proposals(tried.slice(0, found), { ...scene, series, history, options });
}

interface Scene {
  /** Logarithms where all known values are positive, else shares of the largest; NaN = missing. Events taken out. */
  values: Float64Array;
  known: number;
  positive: boolean;
  scale: number;
  /** What events do to each month, as a logarithm. */
  events: Float64Array;
}

function standardised(
  history: ArrayLike<number | null>,
  options: OutlierOptions,
  leftOut: ReadonlySet<number>,
): Scene | null {
  const { period, firstMonth, holidays = [], promotions = [], pooledLifts = [] } = options;
  const events = historyEffects(history, {
    period,
    horizon: 0,
    firstMonth,
    holidays,
    promotions,
    pooledLifts,
    leftOut,
  });
  const values = new Float64Array(history.length).fill(Number.NaN);
  let scale = 0;
  let known = 0;
  let positive = true;
  for (let t = 0; t < history.length; t++) {
    const value = history[t];
    if (value === null || !Number.isFinite(value) || leftOut.has(t)) continue;
    values[t] = value / Math.exp(events[t]);
    known++;
    scale = Math.max(scale, Math.abs(values[t]));
    if (!(value > 0)) positive = false;
  }
  if (known < FEWEST || !(scale > 0)) return null;
  return {
    values: values.map((value) => (positive ? Math.log(value / scale) : value / scale)),
    known,
    positive,
    scale,
    events,
  };
}

interface Judgement {
  smoothed: SmoothedSeries;
  shape: StructuralShape;
  /** Standard deviation of the standardised distances: the larger of that of all and that of their quartiles. */
  unit: number;
  /** The largest distance of all. */
  largest: number;
}

function judge(series: Float64Array, period: number): Judgement {
  let known = 0;
  for (const value of series) if (!Number.isNaN(value)) known++;
  const seasons = known >= 2 * period ? period : 1;
  const { run, shape } = fitStructure([series], seasons, squaresLeft);
  const smoothed = smoothSeries(run, shape.period);
  const sizes = standardSizes(smoothed).filter((size) => size !== 0);
  const largest = sizes.reduce((most, size) => Math.max(most, Math.abs(size)), 0);
  return { smoothed, shape, unit: spreadOf(sizes), largest };
}

const standardSizes = ({ apart, apartVariance }: SmoothedSeries): Float64Array =>
  apart.map((distance, t) => (apartVariance[t] > 0 ? distance / Math.sqrt(apartVariance[t]) : 0));

function spreadOf(sizes: Float64Array): number {
  const n = sizes.length;
  const sorted = sizes.slice().sort();
  const range = sorted[Math.ceil((n * 3) / 4) - 1] - sorted[Math.floor(n / 4)];
  const square = sizes.reduce((sum, size) => sum + size * size, 0) / Math.max(1, n);
  return Math.max(Math.sqrt(square), range / 1.349);
}

/** Whether a month, taken out, lies outside what the others leave open: the month itself has no say in their spread. */
function isOutside(
  series: Float64Array,
  { position, value, now }: { position: number; value: number; now: Judgement },
): boolean {
  const whole = series.slice();
  whole[position] = value;
  const { apart, apartVariance } = smoothSeries(structuralFilter([whole], now.shape), now.shape.period);
  const size = Math.abs(apart[position]) / Math.sqrt(apartVariance[position]);
  return size > LEAST_SIZE * now.unit && size > now.largest;
}

/** The month farthest from the others that a jump of the level explains worse. */
function farthest(smoothed: SmoothedSeries, allowed: (t: number) => boolean): number | null {
  const sizes = standardSizes(smoothed);
  let best: number | null = null;
  for (let t = 0; t < sizes.length; t++) {
    if (sizes[t] === 0 || !allowed(t)) continue;
    const jump = Math.max(Math.abs(smoothed.jump[t]), Math.abs(smoothed.jump[t + 1] ?? 0));
    if (jump >= Math.abs(sizes[t])) continue;
    if (best === null || Math.abs(sizes[t]) > Math.abs(sizes[best])) best = t;
  }
  return best;
}

function proposals(
  found: readonly number[],
  of: Scene & { series: Float64Array; history: ArrayLike<number | null>; options: OutlierOptions },
): OutlierProposal[] {
  const { values, positive, scale, events, history, options } = of;
  const { smoothed, unit } = judge(of.series, options.period);
  return found.map((position) => {
    const middle = smoothed.level[position] + smoothed.season[position];
    const value = history[position] ?? 0;
    const calm = positive ? Math.exp(middle) * scale : middle * scale;
    const size = (values[position] - middle) / unit;
    return {
      position,
      month: options.firstMonth + position,
      value,
      expected: calm * Math.exp(events[position]),
      size,
      reason: value < 0 && calm > 0 ? 'negative' : size > 0 ? 'high' : 'low',
    };
  });
}
