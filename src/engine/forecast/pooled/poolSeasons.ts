import { fitStructure, squaresLeft } from '../components/fitStructure';
import { structuralFilter } from '../components/structuralFilter';
import { smoothSeries } from '../components/structuralSmoother';
import { positiveLogs } from '../events/positiveLogs';

/** The season that the user's own series share. */
export interface PooledSeason {
  /** What each season of the cycle does to the logarithm of sales, sum 0; entry = number of the period modulo the cycle. */
  logs: Float64Array;
  /** How far the season of one series lies from it: variance in multiples of a series' noise. */
  apart: number;
  /** How fast the level of the middle one of them moves, in the same multiples. */
  levelNoise: number;
  /** Series behind it. */
  series: number;
}

export interface HistoryToPool {
  values: ArrayLike<number | null>;
  /** Number of the first value: months counted from 1970-01. */
  firstMonth: number;
}

/** Fewer cycles than this do not tell a season from chance: they are asked where no others are, and never how they differ. */
const SURE_CYCLES = 2;
/** Of months around their season, as a share: what lies farther apart than that is taken as a season of its own. */
const GUESSED_NOISE = 0.12;
const LEAST_GUESS = 0.5;
/** Then nothing is lent to those that have a cycle of their own. */
const MOST_GUESS = 2;
const GUESSED_LEVEL = 0.03;
const FEWEST_SERIES = 3;
/** Wide enough to let each series speak for itself. */
const OWN_START = 50;

/**
 * The season that series of one kind have in common (those under one node, or all of the user's), to lend to those that
 * are too short to show their own: per series level and season from a structural model, then their mean with each series
 * weighed by how sure it is, and how far series lie from it beyond their noise. Series under two cycles are
 * asked only where there are not three longer ones; those under one, and those that are not mostly positive, never. Null
 * with fewer than three that are usable, or without a cycle.
 * Source: Dekker, van Donselaar & Ouwehand 2004; Mohammadipour & Boylan 2012; variance by DerSimonian & Laird 1986.
 */
export function poolSeasons(histories: readonly HistoryToPool[], period: number): PooledSeason | null {
  if (period < 2) return null;
  const all = histories.flatMap(({ values, firstMonth }) => seasonOf(values, { firstMonth, period }));
  const sure = all.filter(({ cycles }) => cycles >= SURE_CYCLES);
  const own = sure.length < FEWEST_SERIES ? all : sure;
  if (own.length < FEWEST_SERIES) return null;
  let between = 0;
  let logs = new Float64Array(period);
  for (let round = 0; round < 3; round++) {
    logs = weightedMean(own, between, period);
    between = varianceBetween(own, logs);
  }
  if (own === all) return { logs, apart: guessedApart(own, logs), levelNoise: GUESSED_LEVEL, series: own.length };
  const levels = own.map(({ levelNoise }) => levelNoise).sort((a, b) => a - b);
  return { logs, apart: meanApart(own, logs), levelNoise: levels[own.length >> 1], series: own.length };
}

interface OwnSeason {
  logs: Float64Array;
  /** Variance of the series around level and season, and of each entry of `logs`. */
  noise: number;
  error: number;
  levelNoise: number;
  cycles: number;
}

function seasonOf(values: ArrayLike<number | null>, at: { firstMonth: number; period: number }): OwnSeason[] {
  const { firstMonth, period } = at;
  const series = positiveLogs(values, new Set());
  const known = series?.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0) ?? 0;
  if (!series || known < period) return [];
  const shape = {
    ...fitStructure([series], period, squaresLeft).shape,
    period,
    seasonStart: OWN_START,
    seasonNoise: 0,
  };
  const smoothed = smoothSeries(structuralFilter([series], shape), period);
  let noise = 0;
  for (let t = 0; t < series.length; t++) {
    if (smoothed.apartVariance[t] > 0) noise += smoothed.apart[t] ** 2 / smoothed.apartVariance[t] / known;
  }
  const logs = new Float64Array(period);
  for (let i = 0; i < period; i++) {
    logs[(((firstMonth + i) % period) + period) % period] = smoothed.season[Math.min(i, series.length - 1)];
  }
  const { levelNoise } = shape;
  return [
    { logs, noise, error: (noise * (1 + levelNoise) * period) / known + 1e-6, levelNoise, cycles: known / period },
  ];
}

function weightedMean(own: readonly OwnSeason[], between: number, period: number): Float64Array<ArrayBuffer> {
  const mean = new Float64Array(period);
  let total = 0;
  for (const { logs, error } of own) {
    const weight = 1 / (error + between);
    total += weight;
    for (let i = 0; i < period; i++) mean[i] += weight * logs[i];
  }
  const centre = mean.reduce((sum, value) => sum + value / period, 0);
  const shared = mean.map((value) => (value - centre) / total);
  const size = shared.reduce((sum, value) => sum + (value * value) / (period - 1), 0);
  // What chance alone would leave of a mean over so many series: as in James & Stein.
  const kept = size > 0 ? Math.max(0, 1 - ((period - 3) / (period - 1)) * (1 / total / size)) : 0;
  return shared.map((value) => value * (period > 3 ? kept : 1));
}

function varianceBetween(own: readonly OwnSeason[], mean: Float64Array): number {
  const period = mean.length;
  let excess = 0;
  let total = 0;
  for (const { logs, error } of own) {
    const weight = 1 / error;
    let squares = 0;
    for (let i = 0; i < period; i++) squares += (logs[i] - mean[i]) ** 2 / (period - 1);
    excess += weight * (squares - error);
    total += weight;
  }
  return Math.max(0, excess / total);
}

/** Variance between series in multiples of the noise of each: those with a loud season of their own count as they are. */
function meanApart(own: readonly OwnSeason[], mean: Float64Array): number {
  const period = mean.length;
  const apart = own.reduce((sum, { logs, noise, error }) => {
    const squares = logs.reduce((total, value, i) => total + (value - mean[i]) ** 2 / (period - 1), 0);
    return sum + (squares - error) / (noise + 1e-6) / own.length;
  }, 0);
  return Math.max(0, apart);
}

function guessedApart(own: readonly OwnSeason[], mean: Float64Array): number {
  const period = mean.length;
  const squares = own.reduce((sum, { logs }) => {
    return sum + logs.reduce((total, value, i) => total + (value - mean[i]) ** 2 / (period - 1), 0) / own.length;
  }, 0);
  const shared = mean.reduce((sum, value) => sum + (value * value) / (period - 1), 0);
  // Little in common: what they show may be their own as well as chance.
  if (squares > 2 * shared) return MOST_GUESS;
  return Math.min(MOST_GUESS, Math.max(LEAST_GUESS, squares / GUESSED_NOISE ** 2 - 1));
}
