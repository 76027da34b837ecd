import { arimaSet } from './models/arimaSet';
import { driftForecast } from './models/driftForecast';
import { dynamicThetaForecast } from './models/dynamicTheta';
import { persistentLevel } from './models/persistentLevel';
import { simpleSmoothing } from './models/simpleSmoothing';
import { smoothingFamily } from './models/smoothingFamily';
import type { PathForecast } from './models/smoothingForecast';
import { yearThetaForecast } from './models/yearTheta';
import { seasonalIndices } from './seasonalIndices';
import { type SeasonPattern, seasonPattern } from './seasonPattern';

export interface Candidates {
  paths: { name: string; path: Float64Array }[];
  /** Variance of the error per step ahead, before widening. */
  variance: Float64Array;
  pattern: SeasonPattern;
  /** Level and season without any trend: how far the paths leave it is the trend they believe in. */
  flatPath: Float64Array;
}

/** No model with a trend below this many points: trends fitted to less do worse than naive. */
export const TREND_POINTS = 12;

export interface CandidateOptions {
  period: number;
  horizon: number;
  positive: boolean;
  /** The season was taken out before. */
  deseasonalised?: boolean;
}

/**
 * The forecasts that are combined for an ordinary series (not intermittent), in the units of `values`, one to any
 * number of values without gaps. From 12 points: the smoothing family and dynamic Theta, both on values and on
 * logarithms, Theta of yearly means, a drift, and two of the ARIMA set. Below: one level without trend. Logarithms only where all values are positive.
 */
export function candidatePaths(values: Float64Array, options: CandidateOptions): Candidates {
  const { period, horizon, positive } = options;
  const pattern = seasonPattern(values, options.deseasonalised ? 1 : period, positive);
  const adjusted = withoutSeason(values, pattern);
  const flat = (level: number): Float64Array => new Float64Array(horizon).fill(level);
  const back = (path: Float64Array): Float64Array => withSeason(path, pattern, values.length);
  const simple = simpleSmoothing(adjusted);
  const flatPath = back(flat(simple.level));
  if (values.length < TREND_POINTS) {
    const growth = simple.alpha * simple.alpha;
    return {
      paths: [{ name: 'persistence', path: back(flat(persistentLevel(adjusted))) }],
      variance: flat(1).map((_, h) => simple.variance * (1 + h * growth) * pattern.inflation),
      pattern,
      flatPath,
    };
  }
  const job = { values, adjusted, pattern, options };
  const seasonal = seasonalFamily(job);
  const plain = adjustedFamily(job);
  const smoothing = seasonal ?? plain;
  const paths = [{ name: 'dynamicTheta', path: back(dynamicThetaForecast(adjusted, horizon)) }];
  if (smoothing) paths.push({ name: 'smoothing', path: smoothing.mean });
  if (seasonal && plain) paths.push({ name: 'adjustedSmoothing', path: plain.mean });
  const yearTheta = yearThetaForecast(adjusted, period, horizon);
  if (yearTheta) paths.push({ name: 'yearTheta', path: back(yearTheta) });
  if (!positive) paths.push({ name: 'simpleSmoothing', path: flatPath.slice() });
  paths.push(...logPaths(job));
  const spread = smoothing?.variance ?? flat(1).map((_, h) => simple.variance * (1 + h * simple.alpha ** 2));
  return { paths, variance: spread.map((value) => value * pattern.inflation), pattern, flatPath };
}

const NO_SEASON = { kind: 'none' as const, indices: new Float64Array(1) };

interface Job {
  values: Float64Array;
  adjusted: Float64Array;
  pattern: SeasonPattern;
  options: CandidateOptions;
}

/** The family that sees a tested season itself, so that it may move; null where there is none or it does not fit. */
function seasonalFamily({ values, pattern, options }: Job): PathForecast | null {
  if (pattern.evidence !== 'tested') return null;
  const { period, horizon, positive } = options;
  const kinds = positive ? (['multiplicative', 'additive'] as const) : (['additive'] as const);
  const seasons = kinds.map((kind) => ({ kind, indices: seasonalIndices(values, { period, kind, shrink: false }) }));
  return smoothingFamily(values, { horizon, positive, seasons });
}

function adjustedFamily({ values, adjusted, pattern, options }: Job): PathForecast | null {
  const { horizon, positive } = options;
  const family = smoothingFamily(adjusted, { horizon, positive, seasons: [NO_SEASON] });
  if (!family) return null;
  const variance = family.variance.map((value, h) => value * stretch(pattern, values.length + h) ** 2);
  return { mean: withSeason(family.mean, pattern, values.length), variance };
}

/** The models that see logarithms where the series allows it. Only the ARIMA set sees a tested season itself. */
function logPaths({ values, adjusted, pattern, options }: Job): { name: string; path: Float64Array }[] {
  const { period, horizon, positive } = options;
  const seasonal = pattern.evidence === 'tested';
  const logs = positive ? adjusted.map(Math.log) : adjusted;
  const there = (path: Float64Array): Float64Array => (positive ? path.map(Math.exp) : path);
  const back = (path: Float64Array): Float64Array => withSeason(there(path), pattern, values.length);
  const paths: { name: string; path: Float64Array }[] = [];
  if (positive) {
    paths.push({ name: 'logDynamicTheta', path: back(dynamicThetaForecast(logs, horizon)) });
    const smoothing = smoothingFamily(logs, { horizon, positive: false, seasons: [NO_SEASON] });
    if (smoothing) paths.push({ name: 'logSmoothing', path: back(smoothing.mean) });
  }
  const drift = driftForecast(logs, horizon);
  if (drift) paths.push({ name: 'drift', path: back(drift) });
  const set = arimaSet(seasonal && positive ? values.map(Math.log) : seasonal ? values : logs, {
    period,
    seasonal,
    horizon,
  });
  const whole = seasonal ? there : back;
  if (set) paths.push({ name: 'arima', path: whole(set.arima) });
  if (set?.reversion) paths.push({ name: 'reversion', path: whole(set.reversion) });
  return paths;
}

/** How much the season multiplies what is seen at a position; 1 where it adds. */
const stretch = ({ indices, kind }: SeasonPattern, t: number): number =>
  kind === 'multiplicative' ? indices[t % indices.length] : 1;

function withoutSeason(values: Float64Array, pattern: SeasonPattern): Float64Array {
  const { indices, kind } = pattern;
  const p = indices.length;
  return values.map((value, t) => (kind === 'multiplicative' ? value / indices[t % p] : value - indices[t % p]));
}

function withSeason(path: Float64Array, pattern: SeasonPattern, end: number): Float64Array {
  const { indices, kind } = pattern;
  const p = indices.length;
  return path.map((value, h) => {
    const index = indices[(end + h) % p];
    return kind === 'multiplicative' ? value * index : value + index;
  });
}
