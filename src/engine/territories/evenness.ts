/** How evenly amounts lie on those who carry them. */
export interface Spreading {
  mean: number | null;
  /** Standard deviation of all ÷ mean; null where the mean is not above 0. */
  variation: number | null;
  /** Null where anything is below 0, or the sum is not above it. */
  gini: number | null;
}

/**
 * How even amounts are: coefficient of variation (of the population, n and not n − 1: these are all there are) and the Gini
 * coefficient (Gini 1912), 0 = all the same, (n − 1) ÷ n = one has everything. Nobody at all gives null; order does not matter.
 */
export function evenness(amounts: readonly number[]): Spreading {
  const n = amounts.length;
  if (n === 0) return { mean: null, variation: null, gini: null };
  const sorted = [...amounts].sort((a, b) => a - b);
  const sum = sorted.reduce((all, value) => all + value, 0);
  const mean = sum / n;
  if (!(mean > 0)) return { mean, variation: null, gini: null };
  const squares = sorted.reduce((all, value) => all + (value - mean) ** 2, 0);
  // Σ (2i − n − 1) xᵢ ÷ (n Σ x) over the sorted amounts, i from 1.
  const ranked = sorted.reduce((all, value, i) => all + (2 * (i + 1) - n - 1) * value, 0);
  return { mean, variation: Math.sqrt(squares / n) / mean, gini: sorted[0] < 0 ? null : ranked / (n * sum) };
}
