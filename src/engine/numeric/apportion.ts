export interface Apportion {
  /** An integer, |total| ≤ 2^51. */
  total: number;
  /** Integers, all ≥ 0 or all ≤ 0, with a sum of at most 2^51 in size; all zero = equal. */
  weights: Float64Array;
  /** Ties go to the lower id; the index where absent. */
  ids?: Uint32Array;
  /** Rounding step, default 1. */
  unit?: number;
}

/** Splits a total by weights into whole units that sum to it exactly (largest remainder, Hamilton). */
export function apportion(_options: Apportion): Float64Array {
  throw new RangeError('not built yet');
}
