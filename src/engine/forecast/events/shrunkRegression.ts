import type { StructuralRun } from '../components/structuralFilter';

/** What a coefficient is expected to be before the series speaks, and how far from it it may lie. */
export interface Prior {
  mean: number;
  spread: number;
}

export interface ShrunkFit {
  values: Float64Array;
  /** How unsure they are: variance of each on the diagonal, row by row. */
  covariance: Float64Array;
  /** Standard deviation of the noise of the series, in its own unit. */
  noise: number;
  /** Squares left, the pull of the priors included. */
  squares: number;
}

const ROUNDS = 3;
/** Less noise than this is not believed: 1 % of sales. */
const LEAST_NOISE = 0.01;

/**
 * How the first column of a filter run depends on the others: least squares on the standardised errors, each coefficient
 * drawn to its prior as far as the noise leaves it open. No usable value → the priors themselves.
 * Source: ridge regression as the mean of a normal posterior (Lindley & Smith 1972), noise by iteration.
 */
export function shrunkRegression(run: StructuralRun, priors: readonly Prior[]): ShrunkFit {
  const size = priors.length;
  const { normal, right, total, count } = normalEquations(run, size);
  const values = Float64Array.from(priors, ({ mean }) => mean);
  let covariance = new Float64Array(size * size);
  let variance = Math.max(LEAST_NOISE ** 2, total / Math.max(1, count));
  let squares = total;
  for (let round = 0; round < ROUNDS; round++) {
    const system = new Float64Array(size * size);
    const rest = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) system[i * size + j] = normal[i * size + j] / variance;
      const hold = 1 / priors[i].spread ** 2;
      system[i * size + i] += hold;
      rest[i] = right[i] / variance + hold * priors[i].mean;
    }
    const inverse = inverted(system, size);
    squares = total;
    for (let i = 0; i < size; i++) {
      let value = 0;
      for (let j = 0; j < size; j++) value += inverse[i * size + j] * rest[j];
      values[i] = value;
    }
    covariance = inverse;
    let pull = 0;
    let used = 0;
    for (let i = 0; i < size; i++) {
      squares -= 2 * values[i] * right[i];
      for (let j = 0; j < size; j++) {
        squares += values[i] * values[j] * normal[i * size + j];
        used += (inverse[i * size + j] * normal[i * size + j]) / variance;
      }
      pull += ((values[i] - priors[i].mean) / priors[i].spread) ** 2;
    }
    squares = Math.max(0, squares);
    const next = Math.max(LEAST_NOISE ** 2, squares / Math.max(1, count - used));
    squares += pull * variance;
    variance = next;
  }
  return { values, covariance, noise: Math.sqrt(variance), squares };
}

function normalEquations(
  run: StructuralRun,
  size: number,
): { normal: Float64Array; right: Float64Array; total: number; count: number } {
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  const [own, ...others] = run.errors;
  let total = 0;
  let count = 0;
  for (let t = 0; t < own.length; t++) {
    const weight = 1 / run.variance[t];
    if (weight < 1e-5) continue;
    total += own[t] * own[t] * weight;
    count++;
    for (let i = 0; i < size; i++) {
      right[i] += others[i][t] * own[t] * weight;
      for (let j = 0; j < size; j++) normal[i * size + j] += others[i][t] * others[j][t] * weight;
    }
  }
  return { normal, right, total, count };
}

/** Inverse of a symmetric positive definite matrix by Gauss-Jordan without pivoting. */
function inverted(matrix: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const a = matrix.slice();
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  for (let i = 0; i < size; i++) {
    const pivot = a[i * size + i];
    for (let j = 0; j < size; j++) {
      a[i * size + j] /= pivot;
      inverse[i * size + j] /= pivot;
    }
    for (let k = 0; k < size; k++) {
      const factor = a[k * size + i];
      if (k === i || factor === 0) continue;
      for (let j = 0; j < size; j++) {
        a[k * size + j] -= factor * a[i * size + j];
        inverse[k * size + j] -= factor * inverse[i * size + j];
      }
    }
  }
  return inverse;
}
