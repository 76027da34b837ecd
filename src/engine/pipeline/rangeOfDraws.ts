/** Mean and central range of draws that are sorted rising; all 0 without any. Lower ≤ mean ≤ upper always. */
export function rangeOfDraws(sorted: Float64Array, level: number): { mean: number; lower: number; upper: number } {
  const count = sorted.length;
  if (count === 0) return { mean: 0, lower: 0, upper: 0 };
  const at = (share: number): number => {
    const place = share * (count - 1);
    const low = Math.floor(place);
    return sorted[low] + (sorted[Math.min(count - 1, low + 1)] - sorted[low]) * (place - low);
  };
  const mean = sorted.reduce((sum, one) => sum + one, 0) / count;
  // A rare big deal can lift the mean above what most draws come to.
  return {
    mean: Math.round(mean),
    lower: Math.round(Math.min(mean, at((1 - level) / 2))),
    upper: Math.round(Math.max(mean, at((1 + level) / 2))),
  };
}

/** Share of draws, sorted rising, that reach an amount. */
export function shareReaching(sorted: Float64Array, amount: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < amount) low = middle + 1;
    else high = middle;
  }
  return sorted.length > 0 ? (sorted.length - low) / sorted.length : 0;
}
