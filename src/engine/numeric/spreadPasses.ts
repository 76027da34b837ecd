import { FIXED, type SpreadBlock } from './spreadBlock';

/** The fraction of a share falls into one of these; only entries near the threshold need exact remainders. */
export const BUCKETS = 4096;

const STRIDE = 4096;

/*
 * Work space of one call, without meaning between calls. The compiler knows address and length of arrays that are
 * constants of the module, but reads those of parameters again at every access: copying stretches in and out makes the
 * passes about half as long.
 */
const weights = new Float64Array(STRIDE);
const values = new Float64Array(STRIDE);
const marks = new Uint8Array(STRIDE);
const places = new Uint32Array(STRIDE);
const histogram = new Int32Array(BUCKETS);

/** The histogram that first passes add to, emptied: good until the next spread empties it. */
export const emptyHistogram = (): Int32Array => histogram.fill(0);

/** What one pass over one block answers beside its arrays. */
export interface Tally {
  /** Sum of the whole parts. */
  given: number;
  /** How many positions it listed. */
  listed: number;
  moved: number;
  /** No share so far is larger: the largest sum of a stretch. */
  most: number;
}

export interface FirstPass {
  /** |total| ÷ sum: weight × ratio = share, never negative. */
  ratio: number;
  /** Relative error bound of a share. */
  doubt: number;
  list: Uint32Array;
}

/**
 * Whole parts and a histogram of the fractions; lists the positions whose fraction is so near to a whole number that
 * float64 cannot tell its side. Shares of zero are certain. The exact path must stay out of this loop.
 */
export function weighBlock(block: SpreadBlock, pass: FirstPass, tally: Tally): void {
  const { weight, fixed, first, end } = block;
  tally.given = 0;
  tally.listed = 0;
  for (let from = first; from < end; from += STRIDE) {
    const to = Math.min(end, from + STRIDE);
    weights.set(weight.subarray(from, to));
    marks.set(fixed.subarray(from, to));
    const listed = weighStretch(to - from, pass.ratio, pass.doubt, tally);
    for (let j = 0; j < listed; j++) pass.list[tally.listed++] = from + places[j];
  }
}

function weighStretch(n: number, ratio: number, doubt: number, tally: Tally): number {
  let given = 0;
  let listed = 0;
  for (let i = 0; i < n; i++) {
    if ((marks[i] & FIXED) !== 0) continue;
    const x = weights[i] * ratio;
    const whole = Math.floor(x);
    const fraction = x - whole;
    given += whole;
    histogram[(fraction * BUCKETS) | 0]++;
    // Nearer to 0 or 1 than the error bound.
    if (Math.abs(fraction - 0.5) > 0.5 - x * doubt) places[listed++] = i;
  }
  tally.given += given;
  tally.most = Math.max(tally.most, given);
  return listed;
}

export interface SecondPass {
  ratio: number;
  /** Size of a step with the sign of the total. */
  scale: number;
  /** Bucket in which the last leftover step falls. */
  threshold: number;
  list: Uint32Array;
}

/** Writes the shares, one step more above the threshold, and lists the positions within one bucket of it. */
export function writeBlock(block: SpreadBlock, pass: SecondPass, tally: Tally): void {
  const { weight, fixed, out, first, end } = block;
  tally.moved = 0;
  tally.listed = 0;
  for (let from = first; from < end; from += STRIDE) {
    const to = Math.min(end, from + STRIDE);
    weights.set(weight.subarray(from, to));
    values.set(out.subarray(from, to));
    marks.set(fixed.subarray(from, to));
    const listed = writeStretch(to - from, pass.ratio, pass.scale, pass.threshold, tally);
    out.set(to - from === STRIDE ? values : values.subarray(0, to - from), from);
    for (let j = 0; j < listed; j++) pass.list[tally.listed++] = from + places[j];
  }
}

/**
 * Fractions are random, so comparing them by branches would mispredict half the time: the signs of differences are used
 * instead, and every position is stored while only some advance the list.
 */
function writeStretch(n: number, ratio: number, scale: number, threshold: number, tally: Tally): number {
  const above = threshold + 1;
  let listed = 0;
  let moved = 0;
  for (let i = 0; i < n; i++) {
    if ((marks[i] & FIXED) !== 0) continue;
    const x = weights[i] * ratio;
    const whole = Math.floor(x);
    const bucket = ((x - whole) * BUCKETS) | 0;
    // + 0 turns −0 into 0: a stored value is never −0.
    const next = (whole + ((above - bucket) >>> 31)) * scale + 0;
    if (next !== values[i]) moved++;
    values[i] = next;
    places[listed] = i;
    const off = bucket - threshold + 1;
    listed += ((off | (2 - off)) >>> 31) ^ 1;
  }
  tally.moved += moved;
  return listed;
}
