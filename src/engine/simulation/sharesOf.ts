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
