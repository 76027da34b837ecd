/** The share of draws, sorted rising, that reach an amount, 0 … 1; null without draws. */
export function shareReaching(sorted: Float64Array, amount: number): number | null {
  if (sorted.length === 0) return null;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < amount) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low) / sorted.length;
}
