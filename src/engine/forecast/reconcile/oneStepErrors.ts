/** Smoothing of the level that is tried, and of the season. */
const LEVELS = [0.1, 0.2, 0.35, 0.55, 0.8];
const SEASONS = [0.05, 0.15, 0.3];

/**
 * By how much simple one-step forecasts of a history missed, in its own unit: what reconciling learns from how the errors of
 * nodes go together. Level and additive season are smoothed, by the pair of constants that misses least over the second half
 * of it. One error per value; NaN for the first cycle and where a value is missing (null or NaN), and everywhere where fewer
 * than two cycles are known. Source: Hyndman & Athanasopoulos, FPP3 §8.3 (Holt-Winters without trend).
 */
export function oneStepErrors(history: ArrayLike<number | null>, period: number): Float64Array {
  if (!Number.isInteger(period) || period < 1) throw new RangeError(`oneStepErrors: period ${period}`);
  const values = Float64Array.from({ length: history.length }, (_, t) => history[t] ?? Number.NaN);
  let best: Float64Array = new Float64Array(values.length).fill(Number.NaN);
  let least = Number.POSITIVE_INFINITY;
  for (const level of LEVELS) {
    for (const season of period > 1 ? SEASONS : [0]) {
      const errors = smooth(values, { period, level, season });
      const size = laterSquares(errors);
      if (size < least) {
        least = size;
        best = errors;
      }
    }
  }
  return best;
}

function smooth(
  values: Float64Array,
  { period, level, season }: { period: number; level: number; season: number },
): Float64Array {
  const errors = new Float64Array(values.length).fill(Number.NaN);
  let first = 0;
  while (first < values.length && Number.isNaN(values[first])) first++;
  if (values.length - first < 2 * period || values.length - first < 3) return errors;
  const cycle = values.subarray(first, first + period);
  const known = cycle.filter((value) => !Number.isNaN(value));
  let height = known.reduce((sum, value) => sum + value, 0) / known.length;
  const index = Float64Array.from(cycle, (value) => (Number.isNaN(value) || period === 1 ? 0 : value - height));
  for (let t = first + period; t < values.length; t++) {
    const s = (t - first) % period;
    const value = values[t];
    if (Number.isNaN(value)) continue;
    const error = value - height - index[s];
    errors[t] = error;
    height += level * error;
    index[s] += season * error;
  }
  return errors;
}

function laterSquares(errors: Float64Array): number {
  let sum = 0;
  let known = 0;
  for (let t = Math.floor(errors.length / 2); t < errors.length; t++) {
    if (Number.isNaN(errors[t])) continue;
    sum += errors[t] * errors[t];
    known++;
  }
  return known > 0 ? sum / known : Number.POSITIVE_INFINITY;
}
