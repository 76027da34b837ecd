import { airlineForecast } from './models/airline';
import { dynamicThetaForecast } from './models/dynamicTheta';
import { simpleSmoothing } from './models/simpleSmoothing';
import { smoothingFamily } from './models/smoothingFamily';
import type { SeasonKind } from './models/smoothingPass';
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
}

/**
 * The forecasts that are combined for an ordinary series (not intermittent), in the units of `values`, one to any
 * number of values without gaps. From 12 points: smoothing family, dynamic Theta on values and on logarithms, airline
 * model. Below: simple smoothing, the mean, and the mean of the last three. Logarithms only where all values are
 * positive.
 */
export function candidatePaths(values: Float64Array, options: CandidateOptions): Candidates {
  const { period, horizon, positive } = options;
  const pattern = seasonPattern(values, period, positive);
  const adjusted = withoutSeason(values, pattern);
  const flat = (level: number): Float64Array => new Float64Array(horizon).fill(level);
  const back = (path: Float64Array): Float64Array => withSeason(path, pattern, values.length);
  const flatPath = back(flat(simpleSmoothing(adjusted).level));
  if (values.length < TREND_POINTS) {
    const fit = simpleSmoothing(adjusted);
    const mean = meanOf(adjusted);
    const growth = fit.alpha * fit.alpha;
    return {
      paths: [
        { name: 'simpleSmoothing', path: back(flat(fit.level)) },
        { name: 'mean', path: back(flat(mean)) },
        { name: 'recentMean', path: back(flat(meanOf(adjusted.subarray(-3)))) },
      ],
      variance: flat(1).map((_, h) => fit.variance * (1 + h * growth) * pattern.inflation),
      pattern,
      flatPath,
    };
  }
  const smoothing = smoothingPaths({ values, adjusted, pattern, options });
  const paths = [
    { name: 'smoothing', path: smoothing.mean },
    { name: 'dynamicTheta', path: back(dynamicThetaForecast(adjusted, horizon)) },
    ...logPaths({ values, adjusted, pattern, options }),
  ];
  return { paths, variance: smoothing.variance.map((value) => value * pattern.inflation), pattern, flatPath };
}

interface Job {
  values: Float64Array;
  adjusted: Float64Array;
  pattern: SeasonPattern;
  options: CandidateOptions;
}

function smoothingPaths(job: Job): { mean: Float64Array; variance: Float64Array } {
  const { values, adjusted, pattern, options } = job;
  const { period, horizon, positive } = options;
  const tested = pattern.evidence === 'tested';
  const kinds: SeasonKind[] = !tested ? ['none'] : positive ? ['multiplicative', 'additive'] : ['additive'];
  const seasons = kinds.map((kind) => ({
    kind,
    indices: kind === 'none' ? new Float64Array(1) : seasonalIndices(values, { period, kind, shrink: false }),
  }));
  const family = smoothingFamily(tested ? values : adjusted, {
    horizon,
    positive,
    trends: ['none', 'linear', 'damped'],
    seasons,
  });
  if (!family) {
    const fit = simpleSmoothing(adjusted);
    const level = withSeason(new Float64Array(horizon).fill(fit.level), pattern, values.length);
    return { mean: level, variance: new Float64Array(horizon).map((_, h) => fit.variance * (1 + h * fit.alpha ** 2)) };
  }
  return tested ? family : { ...family, mean: withSeason(family.mean, pattern, values.length) };
}

function logPaths(job: Job): { name: string; path: Float64Array }[] {
  const { values, adjusted, pattern, options } = job;
  const { period, horizon, positive } = options;
  const tested = pattern.evidence === 'tested';
  const forth = positive ? Math.log : (value: number): number => value;
  const there = positive ? Math.exp : (value: number): number => value;
  const paths: { name: string; path: Float64Array }[] = [];
  if (positive) {
    const logs = adjusted.map(forth);
    const path = dynamicThetaForecast(logs, horizon).map(there);
    paths.push({ name: 'logDynamicTheta', path: withSeason(path, pattern, values.length) });
  } else {
    const level = new Float64Array(horizon).fill(simpleSmoothing(adjusted).level);
    paths.push({ name: 'simpleSmoothing', path: withSeason(level, pattern, values.length) });
  }
  const airline = airlineForecast((tested ? values : adjusted).map(forth), tested ? period : 1, horizon);
  if (airline) {
    const path = airline.map(there);
    paths.push({ name: 'airline', path: tested ? path : withSeason(path, pattern, values.length) });
  }
  return paths;
}

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

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value / values.length, 0);
