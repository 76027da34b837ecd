/** Bit of `fixed` that says: this entry stays as it is. The same bit as a held leaf, so that a state array can serve. */
export const FIXED = 2;

/**
 * A stretch of entries that take part in one spread. `weight` and `out` may be one array. Ties go by (id, period), so
 * the result does not depend on the order of blocks or entries.
 */
export interface SpreadBlock {
  weight: Float64Array;
  out: Float64Array;
  /** The values of `out` before the spread, from `first` on. */
  old: Float64Array;
  fixed: Uint8Array;
  id: Uint32Array;
  period: number;
  first: number;
  end: number;
}

/** An entry's weight, also after the spread has written its share over it. */
export const weightOf = ({ weight, out, old, first }: SpreadBlock, i: number): number =>
  weight === out ? old[i - first] : weight[i];

export interface BlockSums {
  /** Of the weights of free entries, and of their sizes: different where signs are mixed. */
  sum: number;
  size: number;
  free: number;
  /** Of the weights of fixed entries. */
  fixedSum: number;
  fixed: number;
}

/** One pass over the weights. Exact while the sizes sum to less than 2^53. */
export function sumBlocks(blocks: SpreadBlock[]): BlockSums {
  const sums: BlockSums = { sum: 0, size: 0, free: 0, fixedSum: 0, fixed: 0 };
  for (const { weight, fixed, first, end } of blocks) sumBlock(sums, weight, fixed, first, end);
  return sums;
}

/** Two sums side by side, as one alone waits for each addition to finish; what is rare is taken off afterwards. */
function sumBlock(sums: BlockSums, weight: Float64Array, fixed: Uint8Array, first: number, end: number): void {
  let even = 0;
  let odd = 0;
  let below = 0;
  let fixedSum = 0;
  let count = 0;
  let i = first;
  if (((end - first) & 1) === 1) {
    const w = weight[i];
    if ((fixed[i] & FIXED) !== 0) {
      fixedSum += w;
      count++;
    } else if (w < 0) below += w;
    even += w;
    i++;
  }
  for (; i < end; i += 2) {
    const w = weight[i];
    const v = weight[i + 1];
    even += w;
    odd += v;
    if ((fixed[i] & FIXED) !== 0) {
      fixedSum += w;
      count++;
    } else if (w < 0) below += w;
    if ((fixed[i + 1] & FIXED) !== 0) {
      fixedSum += v;
      count++;
    } else if (v < 0) below += v;
  }
  const sum = even + odd - fixedSum;
  sums.sum += sum;
  sums.size += sum - 2 * below;
  sums.fixedSum += fixedSum;
  sums.fixed += count;
  sums.free += end - first - count;
}
