/** The share of sorted draws that reach an amount, 0 … 1; null without draws. */
export function chanceOfTotal(sorted: Float64Array, amount: number): number | null {
  if (sorted.length === 0) return null;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (sorted[mid] < amount) low = mid + 1;
    else high = mid;
  }
  return (sorted.length - low) / sorted.length;
}

/** The amount below which a share of sorted draws lies, straight between neighbours; null without draws. */
export function quantileOf(sorted: Float64Array, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`quantileOf: ${share} is not a share between 0 and 1`);
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const rest = place - below;
  return rest === 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
}

/** How sorted draws lie in equally wide steps from `from` to `to`: the share in each; draws outside count in the step at the end. */
export function sharesOf(sorted: Float64Array, span: { from: number; to: number; steps: number }): Float64Array {
  const shares = new Float64Array(span.steps);
  const width = (span.to - span.from) / span.steps;
  for (const amount of sorted) {
    const step = width > 0 ? Math.floor((amount - span.from) / width) : 0;
    shares[Math.min(span.steps - 1, Math.max(0, step))] += 1 / sorted.length;
  }
  return shares;
}
