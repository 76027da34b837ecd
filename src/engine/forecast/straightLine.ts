/**
 * The least-squares line through a series at positions 0, 1, 2 …: value at position 0, rise per step, and the standard
 * deviation around it. One value gives a flat line; empty gives zeros.
 */
export function straightLine(values: ArrayLike<number>): { intercept: number; slope: number; spread: number } {
  const n = values.length;
  if (n === 0) return { intercept: 0, slope: 0, spread: 0 };
  const middle = (n - 1) / 2;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t] / n;
  let cross = 0;
  let square = 0;
  for (let t = 0; t < n; t++) {
    cross += (t - middle) * (values[t] - mean);
    square += (t - middle) ** 2;
  }
  const slope = square > 0 ? cross / square : 0;
  const intercept = mean - slope * middle;
  let rest = 0;
  for (let t = 0; t < n; t++) rest += (values[t] - intercept - slope * t) ** 2;
  return { intercept, slope, spread: Math.sqrt(rest / Math.max(1, n - 2)) };
}
