import { adaptiveSeason } from './adaptiveSeason';
import { isSeasonal } from './isSeasonal';
import { stableSeason } from './stableSeason';

export interface SeasonPattern {
  /** `tested`: three cycles and a test passed. `cautious`: one to three cycles, heavily shrunk. */
  evidence: 'tested' | 'cautious' | 'none';
  kind: 'additive' | 'multiplicative';
  /** Entry t mod period, about 0 or 1 in the middle; drawn to it where cycles are few. All neutral without a season. */
  indices: Float64Array;
  /** Errors around a season learned from so few cycles look smaller than they are: factor on their variance. */
  inflation: number;
}

/**
 * The season to take out of a series before a model without season sees it. With three whole cycles the competition
 * test decides, or that of X-11, since the first misses even an exact smooth season in 36 months. Between two and three
 * cycles the two profiles are compared: as far as they agree (their correlation), their mean counts. Between one and
 * two cycles the last cycle's profile counts as far as it swings more than chance would have it: its variance ÷ (its
 * variance + that of ordinary noise), the estimate of James & Stein with a noise known beforehand. Below one cycle, or
 * with fewer than four seasons: none.
 */
export function seasonPattern(values: Float64Array, period: number, positive: boolean): SeasonPattern {
  const kind = positive ? 'multiplicative' : 'additive';
  const n = values.length;
  const none: SeasonPattern = {
    evidence: 'none',
    kind,
    indices: new Float64Array(Math.max(1, period)).fill(positive ? 1 : 0),
    inflation: 1,
  };
  if (period < 2 || n < period) return none;
  const scaled = positive ? values.map(Math.log) : values;
  if (n >= 3 * period) {
    if (!isSeasonal(values, period) && !(stableSeason(scaled, period) > IDENTIFIABLE)) return none;
    const season = adaptiveSeason(scaled, period);
    return { evidence: 'tested', kind, indices: positive ? season.map(Math.exp) : season, inflation: 1 };
  }
  if (period < SHORTEST_PERIOD) return none;
  const growth = cycleGrowth(scaled, period);
  const last = cycleProfile(scaled, { first: n - period, period, growth });
  const cautious = (profile: Float64Array, share: number): SeasonPattern => ({
    evidence: 'cautious',
    kind,
    indices: shrunken(profile, share, positive),
    inflation: 1 / Math.max(LEAST_FREEDOM, 1 - (share * period) / n),
  });
  if (n < 2 * period) return cautious(last, shareOfOneCycle(last, positive ? 1 : meanOf(values.subarray(n - period))));
  const before = cycleProfile(scaled, { first: n - 2 * period, period, growth });
  const agreement = correlation(before, last);
  if (!(agreement > MIN_AGREEMENT)) return none;
  const both = last.map((value, i) => (value + before[i]) / 2);
  return cautious(both, agreement);
}

/** X-11's limit on its F ratio. */
const IDENTIFIABLE = 7;
const SHORTEST_PERIOD = 4;
/** However much of a single cycle is called season, this share of its freedom is left to the errors. */
const LEAST_FREEDOM = 0.1;
const MIN_AGREEMENT = 0.2;
/** How far an ordinary month without season lies off its level; the mean of k months by the root of k less. */
const MONTHLY_NOISE = 0.17;

function shareOfOneCycle(profile: Float64Array, level: number): number {
  const variance = profile.reduce((sum, value) => sum + value * value, 0) / profile.length;
  const noise = (MONTHLY_NOISE * level) ** 2 * (profile.length / 12);
  return variance > 0 ? variance / (variance + noise) : 0;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value / values.length, 0);

/**
 * One cycle against its own mean, straightened by the growth from year to year so that growth within the cycle is not
 * taken for season.
 */
function cycleProfile(values: Float64Array, cycle: { first: number; period: number; growth: number }): Float64Array {
  const { first, period, growth } = cycle;
  let mean = 0;
  for (let t = first; t < first + period; t++) mean += values[t] / period;
  const profile = new Float64Array(period);
  for (let t = first; t < first + period; t++) {
    profile[t % period] = values[t] - mean - growth * (t - first - (period - 1) / 2);
  }
  return profile;
}

/** Mean change per step from one cycle to the next, drawn to 0 as far as the second cycle is incomplete. */
function cycleGrowth(values: Float64Array, period: number): number {
  const pairs = Math.min(period, values.length - period);
  let sum = 0;
  for (let t = values.length - pairs; t < values.length; t++) sum += (values[t] - values[t - period]) / period;
  return sum / period;
}

/** Indices from a profile of differences, of logarithms where they are to multiply. */
function shrunken(profile: Float64Array, share: number, positive: boolean): Float64Array {
  if (!positive) return profile.map((value) => share * value);
  const indices = profile.map((value) => Math.exp(share * value));
  const mean = indices.reduce((sum, value) => sum + value / indices.length, 0);
  return indices.map((value) => value / mean);
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let meanA = 0;
  let meanB = 0;
  for (let i = 0; i < n; i++) {
    meanA += a[i] / n;
    meanB += b[i] / n;
  }
  let cross = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < n; i++) {
    cross += (a[i] - meanA) * (b[i] - meanB);
    squareA += (a[i] - meanA) ** 2;
    squareB += (b[i] - meanB) ** 2;
  }
  return cross / Math.sqrt(squareA * squareB);
}
