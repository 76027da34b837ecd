export interface DescentOptions {
  start: ArrayLike<number>;
  maxEvaluations: number;
  /** Stops when no part of the slope is steeper than this. */
  tolerance: number;
  /** The largest step along any axis in one go. */
  maxStep: number;
}

export interface DescentResult {
  at: Float64Array;
  value: number;
  /** Steepest part of the slope there: near 0 at a true minimum. */
  slope: number;
  evaluations: number;
}

/** Fills the slope and returns the value. */
export type SmoothCost = (at: Float64Array, slope: Float64Array) => number;

/**
 * Where a smooth function of a few parameters is smallest, near a start, given its exact slope. A value that is not finite
 * counts as too far. Never worse than the start. Deterministic: same input, same bytes.
 * Source: BFGS with halving line search (Nocedal & Wright, Numerical Optimization, ch. 6).
 */
export function descend(cost: SmoothCost, options: DescentOptions): DescentResult {
  const { maxEvaluations, tolerance, maxStep } = options;
  const n = options.start.length;
  let at = Float64Array.from(options.start);
  let slope = new Float64Array(n);
  let value = cost(at, slope);
  let evaluations = 1;
  const inverse = new Float64Array(n * n);
  const direction = new Float64Array(n);
  const step = new Float64Array(n);
  const bend = new Float64Array(n);
  const turned = new Float64Array(n);
  let isFresh = true;
  resetToUnit(inverse, n);
  while (evaluations < maxEvaluations && steepest(slope) > tolerance) {
    let fall = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum -= inverse[i * n + j] * slope[j];
      direction[i] = sum;
      fall += sum * slope[i];
    }
    if (!(fall < 0)) {
      if (isFresh) break;
      resetToUnit(inverse, n);
      isFresh = true;
      continue;
    }
    let length = Math.min(1, maxStep / steepest(direction));
    let next = at;
    let nextSlope = slope;
    let nextValue = Number.POSITIVE_INFINITY;
    while (evaluations < maxEvaluations) {
      next = at.map((part, i) => part + length * direction[i]);
      nextSlope = new Float64Array(n);
      nextValue = cost(next, nextSlope);
      evaluations++;
      if (nextValue <= value + 1e-4 * length * fall) break;
      length *= Number.isFinite(nextValue)
        ? Math.max(0.1, Math.min(0.5, parabola(length * fall, nextValue - value)))
        : 0.1;
      if (length < 1e-12) break;
    }
    // At the limit of precision nothing falls any more: this is the minimum, or the curvature was wrong.
    if (!(nextValue < value)) {
      if (isFresh) break;
      resetToUnit(inverse, n);
      isFresh = true;
      continue;
    }
    let curvature = 0;
    let size = 0;
    for (let i = 0; i < n; i++) {
      step[i] = next[i] - at[i];
      bend[i] = nextSlope[i] - slope[i];
      curvature += step[i] * bend[i];
      size += bend[i] * bend[i];
    }
    if (curvature > 1e-14 * size) {
      if (isFresh) for (let i = 0; i < n; i++) inverse[i * n + i] = curvature / size;
      updateInverse({ inverse, step, bend, turned, curvature });
      isFresh = false;
    }
    at = next;
    slope = nextSlope;
    value = nextValue;
  }
  return { at, value, slope: steepest(slope), evaluations };
}

interface Update {
  inverse: Float64Array;
  step: Float64Array;
  bend: Float64Array;
  turned: Float64Array;
  curvature: number;
}

function updateInverse({ inverse, step, bend, turned, curvature }: Update): void {
  const n = step.length;
  let along = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += inverse[i * n + j] * bend[j];
    turned[i] = sum;
    along += sum * bend[i];
  }
  const own = (1 + along / curvature) / curvature;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j] += own * step[i] * step[j] - (turned[i] * step[j] + step[i] * turned[j]) / curvature;
    }
  }
}

/** Where a parabola through two values and the first slope is lowest, as a part of the step. */
const parabola = (fall: number, rise: number): number => fall / (2 * (fall - rise));

function steepest(slope: Float64Array): number {
  let most = 0;
  for (const part of slope) most = Math.max(most, Math.abs(part));
  return most;
}

function resetToUnit(matrix: Float64Array, n: number): void {
  matrix.fill(0);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
}
