/**
 * How far the correlations of some series should be drawn towards none, 0 … 1: the share that makes the expected squared
 * error of the correlation matrix smallest. `z[node]` are the errors of a node divided by their root mean square, 0 where
 * missing. One series, or fewer than three errors each, gives 1. Reckoned from the sums over pairs, which need no matrix of
 * all pairs: nodes × steps² operations. Source: Schäfer & Strimmer 2005, eq. 10 and table 1 (target D).
 */
export function shrinkage(z: readonly Float64Array[]): number {
  const nodes = z.length;
  const steps = z[0]?.length ?? 0;
  if (nodes < 2 || steps < 3) return 1;
  // Σ over all pairs of r² is the squared norm of the steps' own product matrix.
  const gram = new Float64Array(steps * steps);
  const squares = new Float64Array(steps);
  let ownFourth = 0;
  let ownSquares = 0;
  for (const row of z) {
    let own = 0;
    for (let s = 0; s < steps; s++) {
      const value = row[s];
      if (value === 0) continue;
      const square = value * value;
      squares[s] += square;
      own += square;
      ownFourth += square * square;
      for (let t = s; t < steps; t++) gram[s * steps + t] += value * row[t];
    }
    ownSquares += (own / steps) ** 2;
  }
  let allSquares = 0;
  for (let s = 0; s < steps; s++) {
    for (let t = s; t < steps; t++) allSquares += (s === t ? 1 : 2) * gram[s * steps + t] ** 2;
  }
  const pairSquares = allSquares / steps ** 2 - ownSquares;
  const pairFourth = squares.reduce((sum, square) => sum + square * square, 0) - ownFourth;
  const spread = (steps / (steps - 1) ** 3) * (pairFourth - steps * pairSquares);
  // r is reckoned with the divisor n − 1 there, hence the factor.
  const unbiased = pairSquares * (steps / (steps - 1)) ** 2;
  return unbiased > 0 ? Math.min(1, Math.max(0, spread / unbiased)) : 1;
}
