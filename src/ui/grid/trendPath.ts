/** Room for the line of a row, in pixels. */
export interface TrendBox {
  width: number;
  height: number;
}

const PAD = 2;

/**
 * The small line of a row as an SVG path; periods without a number leave a gap, a single one is a dot. Empty where there
 * is nothing to draw. All rows are drawn to their own height: the shape counts, the size stands in the numbers.
 */
export function trendPath(values: ArrayLike<number>, { width, height }: TrendBox): string {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  if (low > high) return '';
  const step = (width - PAD * 2) / Math.max(1, values.length - 1);
  const scale = high > low ? (height - PAD * 2) / (high - low) : 0;
  const middle = high > low ? 0 : height / 2 - PAD;
  let path = '';
  let joined = false;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      joined = false;
      continue;
    }
    const x = (PAD + i * step).toFixed(1);
    const y = (height - PAD - middle - (values[i] - low) * scale).toFixed(1);
    path += `${joined ? 'L' : 'M'}${x} ${y}`;
    if (!joined && !Number.isFinite(values[i + 1] ?? Number.NaN)) path += 'h0';
    joined = true;
  }
  return path;
}
