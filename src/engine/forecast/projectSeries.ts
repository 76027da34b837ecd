import { candidatePaths, TREND_POINTS } from './candidatePaths';
import { centralPath } from './centralPath';
import type { ForecastNote } from './forecastNote';
import { isSeasonal } from './isSeasonal';
import { liftZeros } from './liftZeros';
import { intermittentForecast, isIntermittent } from './models/intermittentDemand';

export interface Projection {
  members: { name: string; weight: number; path: Float64Array }[];
  mean: Float64Array;
  /** Standard deviation of the error per step ahead, before widening. */
  deviation: Float64Array;
  /** For intermittent series: the values one future period is drawn from. */
  pool: Float64Array | null;
  seasonal: boolean;
  method: 'combination' | 'shortAverage' | 'intermittent' | 'constant' | 'none';
  notes: ForecastNote[];
}

export interface ProjectOptions {
  period: number;
  horizon: number;
  /** The season was taken out before. */
  deseasonalised?: boolean;
}

/** A history without any change says nothing about its noise: half the level over the number of values stands in. */
const FIRST_DOUBT = 0.5;
/** Share of the squared trend, forecast less flat forecast, that counts as doubt: the trend may end at any time. */
const TREND_DOUBT = 0.5;
/** No path may leave this multiple of the largest value ever seen: beyond it only overflow is left. */
const RUNAWAY = 1000;

/**
 * Continues a prepared history (no gaps, largest value 1) by the route that suits it: nothing known, constant,
 * intermittent, too short for a trend, or the combination of models. All paths are finite.
 */
export function projectSeries(values: Float64Array, options: ProjectOptions): Projection {
  const { horizon, period } = options;
  const n = values.length;
  if (n === 0) return flatProjection({ level: 0, known: 0, horizon, method: 'none', notes: ['empty'] });
  if (values.every((value) => value === values[0])) {
    const note = values[0] === 0 ? 'allZero' : n === 1 ? 'shortHistory' : 'constant';
    return flatProjection({ level: values[0], known: n, horizon, method: 'constant', notes: [note] });
  }
  if (isIntermittent(values) && !isSeasonal(values, period)) return projectIntermittent(values, horizon);
  const nonNegative = values.every((value) => value >= 0);
  const lifted = liftZeros(values, period);
  const { paths, variance, pattern, flatPath } = candidatePaths(lifted ?? values, {
    period,
    horizon,
    positive: lifted !== null,
    deseasonalised: options.deseasonalised,
  });
  for (const { path } of paths) {
    for (let h = 0; h < horizon; h++) path[h] = bounded(path[h], nonNegative ? 0 : -RUNAWAY);
  }
  const short = n < TREND_POINTS;
  const mean = centralPath(
    paths.map(({ path }) => path),
    { horizon, cut: 1 },
  );
  const deviation = mean.map((middle, h) => {
    const apart = paths.reduce((sum, { path }) => sum + (path[h] - middle) ** 2 / paths.length, 0);
    return Math.min(RUNAWAY, Math.sqrt(Math.max(0, variance[h]) + apart + TREND_DOUBT * (middle - flatPath[h]) ** 2));
  });
  const notes: ForecastNote[] = [];
  if (short) notes.push('shortHistory');
  if (!nonNegative) notes.push('negativeValues');
  if (pattern.evidence === 'cautious') notes.push('cautiousSeason');
  return {
    members: paths.map(({ name, path }) => ({ name, weight: 1 / paths.length, path })),
    mean,
    deviation,
    pool: null,
    seasonal: pattern.evidence !== 'none',
    method: short ? 'shortAverage' : 'combination',
    notes,
  };
}

function projectIntermittent(values: Float64Array, horizon: number): Projection {
  const { members, level, pool } = intermittentForecast(values);
  const flat = (value: number): Float64Array => new Float64Array(horizon).fill(value);
  return {
    members: members.map((one) => ({ name: one.name, weight: 1 / members.length, path: flat(one.level) })),
    mean: flat(level),
    deviation: flat(0),
    pool,
    seasonal: false,
    method: 'intermittent',
    notes: ['intermittent'],
  };
}

function flatProjection(flat: {
  level: number;
  known: number;
  horizon: number;
  method: 'constant' | 'none';
  notes: ForecastNote[];
}): Projection {
  const path = new Float64Array(flat.horizon).fill(flat.level);
  return {
    members: flat.known > 0 ? [{ name: 'constant', weight: 1, path }] : [],
    mean: path,
    deviation: new Float64Array(flat.horizon).fill(
      flat.known > 0 ? (FIRST_DOUBT * Math.abs(flat.level)) / flat.known : 0,
    ),
    pool: null,
    seasonal: false,
    method: flat.method,
    notes: flat.notes,
  };
}

const bounded = (value: number, low: number): number =>
  Number.isNaN(value) ? 0 : Math.min(RUNAWAY, Math.max(low, value));
