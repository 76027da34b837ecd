import type { SpreadBlock } from './spreadBlock';
import { sumBlocks } from './spreadBlock';
import { spreadTotal } from './spreadTotal';

export interface Apportion {
  /** An integer, |total| ≤ 2^51. */
  total: number;
  /** Integers, all ≥ 0 or all ≤ 0, with a sum of at most 2^51 in size; all zero = equal. */
  weights: Float64Array;
  /** Ties go to the lower id; the index where absent. All different. */
  ids?: Uint32Array;
  /** Rounding step in minor units, default 1. What a total has beyond whole steps goes to the largest weight. */
  unit?: number;
}

/**
 * Splits a total by weights into whole units that sum to it exactly (largest remainder; Hamilton 1792), ties between
 * equal remainders to the lower id. A weight of 0 gets 0 unless all are 0; no weights with a total of 0 gives nothing.
 * The sign of the weights does not matter, mixed signs, fractions and sums beyond 2^51 are the caller's to refuse.
 */
export function apportion({ total, weights, ids, unit = 1 }: Apportion): Float64Array {
  const n = weights.length;
  const block: SpreadBlock = {
    weight: weights,
    out: new Float64Array(n),
    old: new Float64Array(n),
    fixed: new Uint8Array(n),
    id: ids ?? Uint32Array.from({ length: n }, (_, i) => i),
    period: 0,
    first: 0,
    end: n,
  };
  if (n === 0) {
    if (total !== 0) throw new RangeError(`a total of ${total} for no weights`);
    return block.out;
  }
  let sums = sumBlocks([block]);
  if (sums.size === 0) {
    block.weight = new Float64Array(n).fill(1);
    sums = { ...sums, sum: n, size: n };
  }
  if (sums.size !== Math.abs(sums.sum)) throw new RangeError('weights of both signs');
  spreadTotal([block], { total, sum: sums.sum, unit });
  return block.out;
}
