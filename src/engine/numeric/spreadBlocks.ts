import { shareQuotient, shareRemainder } from './exactProduct';
import { type Rivals, winners } from './rivals';
import { type SpreadBlock, weightOf } from './spreadBlock';
import { BUCKETS, emptyHistogram, type Tally, weighBlock, writeBlock } from './spreadPasses';

export interface Spread {
  /** What the free entries shall sum to, in rounding steps: an integer, |total| ≤ 2^51. */
  total: number;
  /** Sum of the free weights, all of one sign: an integer, 0 < |sum| ≤ 2^51. */
  sum: number;
  /** Size of a rounding step in minor units. */
  unit: number;
}

/** Twice the relative error of weight × (total ÷ sum) in float64. */
const DOUBT = 2 ** -51;
/** Up to this size a share's fraction cannot be off by half a bucket. */
const SAFE_SHARE = 2 ** 38;
const NO_THRESHOLD = 2 * BUCKETS;

/** Entries whose whole part float64 could not tell, settled exactly. */
interface Settled {
  at: Uint32Array;
  whole: Float64Array;
  remainder: Float64Array;
  bucket: Int32Array;
}

/**
 * Writes to the free entries of all blocks their share of the total in whole steps, so that they sum to it exactly:
 * largest remainder (Hamilton), ties between equal exact remainders by (id, period). Linear, no sort, no BigInt:
 * float64 decides where its error bound allows, error-free products decide the rest. Fixed entries are not touched.
 * Returns how many entries came out different from `old`.
 */
export function spreadBlocks(blocks: SpreadBlock[], spread: Spread): number {
  const size = Math.abs(spread.total);
  const ratio = size / spread.sum;
  const scale = spread.total < 0 ? -spread.unit : spread.unit;
  const list = new Uint32Array(blocks.reduce((most, block) => Math.max(most, block.end - block.first), 0) + 1);
  const tally: Tally = { given: 0, listed: 0, moved: 0, most: 0 };

  let weighed = weigh(blocks, { ratio, size, sum: spread.sum, doubt: DOUBT, list }, tally);
  // Far out every fraction is in doubt, so every entry is settled exactly.
  if (tally.most >= SAFE_SHARE)
    weighed = weigh(blocks, { ratio, size, sum: spread.sum, doubt: Number.POSITIVE_INFINITY, list }, tally);
  const { histogram, settled } = weighed;
  let { left } = weighed;

  const threshold = left === 0 ? NO_THRESHOLD : thresholdOf(histogram, left);
  for (let b = threshold + 2; b < BUCKETS; b++) left -= histogram[b];

  let moved = 0;
  const near: Uint32Array[] = [];
  blocks.forEach((block, index) => {
    writeBlock(block, { ratio, scale, threshold, list }, tally);
    near.push(withoutSettled(list.subarray(0, tally.listed), settled[index].at));
    moved += tally.moved + writeSettled(block, settled[index], { scale, threshold });
  });
  if (threshold === NO_THRESHOLD) return moved;

  const rivals = gatherRivals(blocks, { near, settled, threshold, ratio, size, sum: Math.abs(spread.sum) });
  for (const r of winners(rivals, left)) {
    const block = blocks[rivals.block[r]];
    const i = rivals.at[r];
    moved += put(block, i, block.out[i] + scale);
  }
  return moved;
}

/** The first pass over all blocks, with what float64 could not tell put right. */
function weigh(
  blocks: SpreadBlock[],
  options: { ratio: number; size: number; sum: number; doubt: number; list: Uint32Array },
  tally: Tally,
): { histogram: Int32Array; settled: Settled[]; left: number } {
  const { ratio, size, sum, doubt, list } = options;
  const histogram = emptyHistogram();
  const settled: Settled[] = [];
  let left = size;
  for (const block of blocks) {
    weighBlock(block, { ratio, doubt, list }, tally);
    left -= tally.given;
    const exact = settle(block, list.slice(0, tally.listed), { ratio, size, sum, histogram });
    left -= exact.correction;
    settled.push(exact.settled);
  }
  return { histogram, settled, left };
}

/** Replaces what the first pass counted for doubtful entries by what is exact. */
function settle(
  block: SpreadBlock,
  at: Uint32Array,
  { ratio, size, sum, histogram }: { ratio: number; size: number; sum: number; histogram: Int32Array },
): { settled: Settled; correction: number } {
  const whole = new Float64Array(at.length);
  const remainder = new Float64Array(at.length);
  const bucket = new Int32Array(at.length);
  const weightSum = Math.abs(sum);
  let correction = 0;
  for (let j = 0; j < at.length; j++) {
    const w = block.weight[at[j]];
    const x = w * ratio;
    const guess = Math.floor(x);
    histogram[((x - guess) * BUCKETS) | 0]--;
    whole[j] = shareQuotient(Math.abs(w), size, weightSum);
    remainder[j] = shareRemainder(Math.abs(w), size, whole[j], weightSum);
    bucket[j] = Math.min(BUCKETS - 1, Math.floor((remainder[j] / weightSum) * BUCKETS));
    histogram[bucket[j]]++;
    correction += whole[j] - guess;
  }
  return { settled: { at, whole, remainder, bucket }, correction };
}

/** The highest bucket from which upwards there are at least `left` entries. */
function thresholdOf(histogram: Int32Array, left: number): number {
  let count = 0;
  for (let b = BUCKETS - 1; b >= 0; b--) {
    count += histogram[b];
    if (count >= left) return b;
  }
  throw new RangeError(`more steps left over (${left}) than entries (${count}): the sum of the weights is wrong`);
}

function writeSettled(
  block: SpreadBlock,
  { at, whole, bucket }: Settled,
  { scale, threshold }: { scale: number; threshold: number },
): number {
  let moved = 0;
  for (let j = 0; j < at.length; j++)
    moved += put(block, at[j], (whole[j] + (bucket[j] > threshold + 1 ? 1 : 0)) * scale + 0);
  return moved;
}

/** Writes one entry after the passes; returns by how much the count of moved entries changes. */
function put({ out, old, first }: SpreadBlock, i: number, next: number): number {
  const before = old[i - first];
  const was = out[i] === before ? 0 : 1;
  out[i] = next;
  return (next === before ? 0 : 1) - was;
}

/** Both lists ascend. */
function withoutSettled(near: Uint32Array, settled: Uint32Array): Uint32Array {
  if (settled.length === 0) return near.slice();
  let s = 0;
  return near.filter((at) => {
    while (s < settled.length && settled[s] < at) s++;
    return settled[s] !== at;
  });
}

function gatherRivals(
  blocks: SpreadBlock[],
  options: { near: Uint32Array[]; settled: Settled[]; threshold: number; ratio: number; size: number; sum: number },
): Rivals {
  const { near, settled, threshold, ratio, size, sum } = options;
  const isNear = (bucket: number): boolean => Math.abs(bucket - threshold) <= 1;
  let count = 0;
  for (const list of near) count += list.length;
  for (const { bucket } of settled) for (let j = 0; j < bucket.length; j++) if (isNear(bucket[j])) count++;

  const rivals: Rivals = {
    block: new Uint32Array(count),
    at: new Uint32Array(count),
    remainder: new Float64Array(count),
    key: new Float64Array(count),
  };
  let n = 0;
  const add = (index: number, i: number, remainder: number): void => {
    rivals.block[n] = index;
    rivals.at[n] = i;
    rivals.remainder[n] = remainder;
    rivals.key[n++] = blocks[index].id[i] * 4096 + blocks[index].period;
  };
  blocks.forEach((block, index) => {
    for (const i of near[index]) {
      const w = weightOf(block, i);
      add(index, i, shareRemainder(Math.abs(w), size, Math.floor(w * ratio), sum));
    }
    const { at, remainder, bucket } = settled[index];
    for (let j = 0; j < at.length; j++) if (isNear(bucket[j])) add(index, at[j], remainder[j]);
  });
  return rivals;
}
