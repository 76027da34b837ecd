import { FIXED, type SpreadBlock } from './spreadBlock';

/** Fractions of shares between which the cut lies: who gets a step more there is decided after the pass. */
export interface Band {
  low: number;
  high: number;
}

/** Nothing is decided during the pass: always right, and a few times slower. */
export const WHOLE_BAND: Band = { low: -1, high: 1 };

const BUCKETS = 4096;
/** Fewer entries than this are not worth a sample. */
const WORTH = 1 << 14;
const SAMPLE = 1 << 15;
const CLUSTER = 8;
/** How far to each side, in standard errors of the cut: a band that misses costs a second pass. */
const MARGIN = 5;
/** Standard error of the cut per square root of the sample, for evenly spread fractions (√(1/12)). */
const SPREAD = 0.289;

const histogram = new Int32Array(BUCKETS);

export interface Guess {
  band: Band;
  /** Every weight looks the same. */
  equal: boolean;
}

/**
 * Where the cut between more and fewer steps will fall, from a sample of about 32,000 shares: as many get a step more as
 * all fractions sum to. `doubt` is the relative error of a share. A guess on which only time depends, never a result.
 */
export function predictBand(blocks: SpreadBlock[], ratio: number, doubt: number): Guess {
  const entries = blocks.reduce((all, { first, end }) => all + end - first, 0);
  if (entries < WORTH) return { band: WHOLE_BAND, equal: false };
  histogram.fill(0);
  const step = Math.max(CLUSTER * 2, Math.floor((entries * CLUSTER) / SAMPLE));
  let count = 0;
  let ups = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { weight, fixed, first, end } of blocks) {
    for (let from = first; from < end; from += step) {
      const to = Math.min(end, from + CLUSTER);
      for (let i = from; i < to; i++) {
        if ((fixed[i] & FIXED) !== 0) continue;
        const w = weight[i];
        if (w < least) least = w;
        if (w > most) most = w;
        const x = w * ratio;
        const fraction = x - Math.floor(x);
        count++;
        if (0.5 - Math.abs(fraction - 0.5) <= x * doubt) continue;
        histogram[(fraction * BUCKETS) | 0]++;
        ups += fraction;
      }
    }
  }
  // Whole shares everywhere (+10 % on round numbers): the cut is anywhere in between.
  const band = ups === 0 ? { low: 0.25, high: 0.75 } : bandAround(ups, Math.max(8, MARGIN * SPREAD * Math.sqrt(count)));
  return { band, equal: least === most };
}

/** From the top downwards: where so many samples, give or take the margin, have a larger fraction. */
function bandAround(ups: number, margin: number): Band {
  const band = { ...WHOLE_BAND };
  let above = 0;
  for (let b = BUCKETS - 1; b >= 0; b--) {
    above += histogram[b];
    if (band.high === WHOLE_BAND.high && above >= ups - margin) band.high = Math.min(1, (b + 3) / BUCKETS);
    if (above > ups + margin) return { ...band, low: (b - 2) / BUCKETS };
  }
  return band;
}
