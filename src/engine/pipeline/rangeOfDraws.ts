import { quantileOf } from '../numeric/index';

/** Mean and central range of draws that are sorted rising; all 0 without any. Lower ≤ mean ≤ upper always. */
export function rangeOfDraws(sorted: Float64Array, level: number): { mean: number; lower: number; upper: number } {
  const count = sorted.length;
  if (count === 0) return { mean: 0, lower: 0, upper: 0 };
  const mean = sorted.reduce((sum, one) => sum + one, 0) / count;
  // A rare big deal can lift the mean above what most draws come to.
  return {
    mean: Math.round(mean),
    lower: Math.round(Math.min(mean, quantileOf(sorted, (1 - level) / 2) ?? mean)),
    upper: Math.round(Math.max(mean, quantileOf(sorted, (1 + level) / 2) ?? mean)),
  };
}
