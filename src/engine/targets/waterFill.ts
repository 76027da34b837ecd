import { apportion } from '../numeric';

export interface WaterFill {
  /** An integer. */
  total: number;
  /** Integers of one sign. */
  weights: Float64Array;
  ids: Uint32Array;
  /** Integers or ±Infinity, min ≤ max each. */
  min: Float64Array;
  max: Float64Array;
  unit: number;
}

export type Filled = { ok: true; amounts: Float64Array } | { ok: false; bound: number };

/**
 * Splits a total by weights within bounds: shares that break a bound are set to it, the side with the larger total
 * violation first, and the rest is split again until none breaks (water-filling). Exact in sum. A total outside
 * Σ min … Σ max is refused with the nearer of the two.
 */
export function waterFill({ total, weights, ids, min, max, unit }: WaterFill): Filled {
  const least = min.reduce((a, b) => a + b, 0);
  const most = max.reduce((a, b) => a + b, 0);
  if (total < least) return { ok: false, bound: least };
  if (total > most) return { ok: false, bound: most };

  const amounts = new Float64Array(weights.length);
  let open = Uint32Array.from(weights.keys());
  let rest = total;
  let step = unit;
  while (open.length > 0) {
    const shares = apportion({ total: rest, weights: pick(weights, open), ids: pickIds(ids, open), unit: step });
    let over = 0;
    let under = 0;
    for (let j = 0; j < open.length; j++) {
      if (shares[j] > max[open[j]]) over += shares[j] - max[open[j]];
      if (shares[j] < min[open[j]]) under += min[open[j]] - shares[j];
    }
    if (over === 0 && under === 0) {
      for (let j = 0; j < open.length; j++) amounts[open[j]] = shares[j];
      return { ok: true, amounts };
    }
    if (step > 1) {
      // Whole steps may overshoot a bound that single units keep: bounds come before the rounding step.
      step = 1;
      continue;
    }
    const atTop = over >= under;
    open = open.filter((i, j) => {
      const breaks = atTop ? shares[j] > max[i] : shares[j] < min[i];
      if (breaks) {
        amounts[i] = atTop ? max[i] : min[i];
        rest -= amounts[i];
      }
      return !breaks;
    });
  }
  return rest === 0 ? { ok: true, amounts } : { ok: false, bound: total - rest };
}

const pick = (from: Float64Array, at: Uint32Array): Float64Array => Float64Array.from(at, (i) => from[i]);
const pickIds = (from: Uint32Array, at: Uint32Array): Uint32Array => Uint32Array.from(at, (i) => from[i]);
