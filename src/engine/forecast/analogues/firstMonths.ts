import { stableSum } from '../../numeric';

/** What the first months of members like a new one were, each against its own level. */
export interface FirstMonths {
  /** Logarithm of sales by month since the start, against the mean of the first year (less where less is known). */
  logs: Float64Array;
  /** Standard deviation between analogues by month. */
  spread: Float64Array;
  /** Logarithm of that mean: middle and standard deviation over the analogues. */
  size: number;
  sizeSpread: number;
  analogues: number;
}

export interface AnalogueHistory {
  /** Sales per period, oldest first, null or NaN = unknown; the start is the first value above zero. */
  values: ArrayLike<number | null>;
  /** Number of the first value: months counted from 1970-01. */
  firstMonth: number;
}

export interface FirstMonthsOptions {
  period: number;
  /** The season they share (`poolSeasons`), taken out of each before they are laid on one another. */
  seasonLogs?: Float64Array | null;
}

const YEAR_SHARE = 0.5;
/** One analogue says nothing about how far others lie: half as much or twice as much would not surprise. */
const LONE_SPREAD = 0.5;
const LEAST_SPREAD = 0.1;
/** A month without sales stands at this share of the level: logarithms need a number. */
const NOTHING = 0.05;

/**
 * The curve of the first months that analogues of a new product or customer had: each history from its first sale, without
 * the season, against its own mean of the first cycle (at least half a cycle must be known), then the mean of logarithms
 * by month since the start. Months that fewer than half of them lived to see are left off. Null where no analogue sold for
 * half a cycle. Source: forecasting by analogy, Green & Armstrong 2007; launch curves as in Goodwin, Dyussekeneva & Meeran
 * 2013.
 */
export function firstMonths(histories: readonly AnalogueHistory[], options: FirstMonthsOptions): FirstMonths | null {
  const { period } = options;
  const lives = histories.flatMap((history) => lifeOf(history, options));
  if (lives.length === 0) return null;
  const longest = Math.max(...lives.map(({ shares }) => shares.length));
  const needed = Math.max(1, lives.length / 2);
  const logs: number[] = [];
  const spread: number[] = [];
  for (let age = 0; age < longest; age++) {
    const seen = lives.flatMap(({ shares }) => (Number.isNaN(shares[age] ?? Number.NaN) ? [] : [shares[age]]));
    if (seen.length < needed) break;
    logs.push(mean(seen));
    spread.push(Math.max(LEAST_SPREAD, deviation(seen, LONE_SPREAD)));
  }
  // Against the mean of the shared first cycle, so that a size means the same for every length of history.
  const first = logs.slice(0, period).map(Math.exp);
  const centre = Math.log(stableSum(first) / first.length);
  const sizes = lives.map(({ size }) => size);
  return {
    logs: Float64Array.from(logs, (value) => value - centre),
    spread: Float64Array.from(spread),
    size: mean(sizes) + centre,
    sizeSpread: Math.max(LEAST_SPREAD, deviation(sizes, LONE_SPREAD)),
    analogues: lives.length,
  };
}

interface Life {
  shares: Float64Array;
  size: number;
}

function lifeOf({ values, firstMonth }: AnalogueHistory, { period, seasonLogs }: FirstMonthsOptions): Life[] {
  let start = 0;
  while (start < values.length && !((values[start] ?? 0) > 0)) start++;
  const life = new Float64Array(values.length - start);
  for (let t = start; t < values.length; t++) {
    const season = seasonLogs ? seasonLogs[(((firstMonth + t) % period) + period) % period] : 0;
    const value = values[t] ?? Number.NaN;
    life[t - start] = Number.isFinite(value) ? Math.max(0, value) / Math.exp(season) : Number.NaN;
  }
  if (life.length < Math.max(1, period * YEAR_SHARE)) return [];
  const year = life.subarray(0, period).filter((value) => !Number.isNaN(value));
  const level = stableSum(year) / year.length;
  if (!(level > 0)) return [];
  return [{ shares: life.map((value) => Math.log(Math.max(NOTHING, value / level))), size: Math.log(level) }];
}

const mean = (values: readonly number[]): number => stableSum(values) / values.length;

function deviation(values: readonly number[], alone: number): number {
  if (values.length < 2) return alone;
  const middle = mean(values);
  return Math.sqrt(stableSum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}
