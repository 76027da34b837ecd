import { minimise } from '../minimise';
import { straightLine } from '../straightLine';

/** Simple exponential smoothing by least squares: the weight and the level at the end. */
export function simpleSmoothing(values: Float64Array): { alpha: number; level: number; variance: number } {
  const n = values.length;
  const opening = straightLine(values.subarray(0, Math.min(n, 10)));
  let first = 0;
  for (let t = 0; t < Math.min(n, 4); t++) first += values[t] / Math.min(n, 4);
  const scale = Math.max(opening.spread, 1e-9);
  const run = (alpha: number, from: number): { level: number; squares: number } => {
    let level = from;
    let squares = 0;
    for (let t = 0; t < n; t++) {
      const error = values[t] - level;
      squares += error * error;
      level += alpha * error;
    }
    return { level, squares };
  };
  const weight = (x: number): number => Math.min(0.99, Math.max(0.01, x));
  const best = minimise((at) => n * Math.log(run(weight(at[0]), first + at[1] * scale).squares + 1e-24), {
    start: [0.4, 0],
    step: [0.25, 0.5],
    maxEvaluations: 90,
    tolerance: 1e-4,
  });
  const alpha = weight(best.at[0]);
  const { level, squares } = run(alpha, first + best.at[1] * scale);
  return { alpha, level, variance: squares / Math.max(1, n - 2) };
}
