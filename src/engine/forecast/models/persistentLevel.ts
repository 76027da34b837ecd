/**
 * The level to go on with after a short history without trend: between its last value and its mean, by how smoothly it
 * ran. Where neighbours differ as much as any two values the past is noise and the mean counts; where they hardly differ
 * the last value does. The share is 1 − half the mean squared step ÷ variance, in 0 to 1, about the correlation of
 * neighbours. One value is its own level; needs at least one. Source: von Neumann 1941 (the ratio).
 */
export function persistentLevel(values: Float64Array): number {
  const n = values.length;
  let mean = 0;
  for (const value of values) mean += value / n;
  let variance = 0;
  let steps = 0;
  for (let t = 0; t < n; t++) {
    variance += (values[t] - mean) ** 2 / n;
    if (t > 0) steps += (values[t] - values[t - 1]) ** 2 / (n - 1);
  }
  const share = variance > 0 ? Math.max(0, 1 - steps / (2 * variance)) : 0;
  return mean + share * (values[n - 1] - mean);
}
