import { FIXED } from './spreadBlock';

/** The fraction of a share falls into one of these; only entries near the threshold need exact remainders. */
export const BUCKETS = 4096;

/** What one pass over one block answers beside its arrays. */
export interface Tally {
  /** Sum of the whole parts. */
  given: number;
  /** How many positions it listed. */
  listed: number;
  moved: number;
  /** The largest whole part so far. */
  most: number;
}

export interface FirstPass {
  /** |total| ÷ sum: weight × ratio = share, never negative. */
  ratio: number;
  /** Relative error bound of a share. */
  doubt: number;
  histogram: Int32Array;
  list: Uint32Array;
}

/**
 * Whole parts and a histogram of the fractions; lists the positions whose fraction is so near to a whole number that
 * float64 cannot tell its side. Shares of zero are certain. Listing is branch-free: the exact path must stay out of here.
 */
export function weighBlock(
  { weight, fixed, first, end }: { weight: Float64Array; fixed: Uint8Array; first: number; end: number },
  { ratio, doubt, histogram, list }: FirstPass,
  tally: Tally,
): void {
  let given = 0;
  let listed = 0;
  let most = tally.most;
  for (let i = first; i < end; i++) {
    if ((fixed[i] & FIXED) !== 0) continue;
    const x = weight[i] * ratio;
    const whole = Math.floor(x);
    const fraction = x - whole;
    const edge = x * doubt;
    given += whole;
    if (whole > most) most = whole;
    histogram[(fraction * BUCKETS) | 0]++;
    if (fraction < edge || 1 - fraction < edge) list[listed++] = i;
  }
  tally.given = given;
  tally.most = most;
  tally.listed = listed;
}

export interface SecondPass {
  ratio: number;
  /** Size of a step with the sign of the total. */
  scale: number;
  /** Bucket in which the last leftover step falls. */
  threshold: number;
  list: Uint32Array;
}

/**
 * Writes the shares, one step more above the threshold, and lists the positions within one bucket of it. Fractions are
 * random, so comparing them by branches would mispredict half the time: the signs of differences are used instead.
 */
export function writeBlock(
  {
    weight,
    fixed,
    out,
    first,
    end,
  }: { weight: Float64Array; fixed: Uint8Array; out: Float64Array; first: number; end: number },
  { ratio, scale, threshold, list }: SecondPass,
  tally: Tally,
): void {
  const above = threshold + 1;
  let listed = 0;
  let moved = 0;
  for (let i = first; i < end; i++) {
    if ((fixed[i] & FIXED) !== 0) continue;
    const before = out[i];
    const x = weight[i] * ratio;
    const whole = Math.floor(x);
    const bucket = ((x - whole) * BUCKETS) | 0;
    // + 0 turns −0 into 0: a stored value is never −0.
    const next = (whole + ((above - bucket) >>> 31)) * scale + 0;
    out[i] = next;
    moved += next === before ? 0 : 1;
    list[listed] = i;
    const off = bucket - threshold + 1;
    listed += ((off | (2 - off)) >>> 31) ^ 1;
  }
  tally.listed = listed;
  tally.moved = moved;
}
