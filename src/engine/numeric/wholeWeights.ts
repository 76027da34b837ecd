const MOST = 2 ** 50;

/**
 * Weights as integers with the same proportions, so that they can be spread by exactly. Integers with a safe sum are
 * returned as they are; fractions (shares, a season profile) are scaled by a power of two and rounded to 2^−50 of their
 * sum. All zero stays all zero.
 */
export function wholeWeights(weights: Float64Array): Float64Array {
  let size = 0;
  let whole = true;
  for (let i = 0; i < weights.length; i++) {
    size += Math.abs(weights[i]);
    if (!Number.isInteger(weights[i])) whole = false;
  }
  if (!Number.isFinite(size)) throw new RangeError(`weights that sum to ${size}`);
  if ((whole && size <= MOST) || size === 0) return weights;
  const factor = 2 ** Math.floor(Math.log2(MOST / size));
  return weights.map((w) => Math.round(w * factor) + 0);
}
