/**
 * What is left of the total when the straight effect of every shared factor is taken out: the good and bad luck of each leaf by
 * itself. Factors have mean 0 and variance 1 and are independent, so each effect is its covariance with the total.
 */
export function ownPart(total: Float64Array, factors: readonly Float64Array[]): Float64Array {
  const draws = total.length;
  const own = Float64Array.from(total);
  for (const factor of factors) {
    let effect = 0;
    for (let d = 0; d < draws; d += 1) effect += total[d] * factor[d];
    effect /= Math.max(1, draws);
    for (let d = 0; d < draws; d += 1) own[d] -= effect * factor[d];
  }
  return own;
}
