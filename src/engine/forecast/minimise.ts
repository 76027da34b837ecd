export interface SimplexOptions {
  start: ArrayLike<number>;
  /** First step along each axis. */
  step: ArrayLike<number>;
  maxEvaluations: number;
  /** Stops when best and worst corner differ by less than this. */
  tolerance: number;
}

export interface SimplexResult {
  at: Float64Array;
  value: number;
  evaluations: number;
}

/**
 * Where a function of a few parameters is smallest, near a start: the downhill simplex without derivatives.
 * Bounds are the function's own business (it may clamp). NaN counts as +Infinity. Deterministic: same input, same bytes.
 * Source: Nelder & Mead 1965, coefficients 1, 2, 1/2, 1/2.
 */
export function minimise(cost: (at: Float64Array) => number, options: SimplexOptions): SimplexResult {
  const { start, step, maxEvaluations, tolerance } = options;
  const k = start.length;
  const corners: Float64Array[] = [];
  const values = new Float64Array(k + 1);
  let evaluations = 0;
  const evaluate = (at: Float64Array): number => {
    evaluations++;
    const value = cost(at);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  for (let i = 0; i <= k; i++) {
    const corner = Float64Array.from(start);
    if (i > 0) corner[i - 1] += step[i - 1];
    corners.push(corner);
    values[i] = evaluate(corner);
  }
  const centre = new Float64Array(k);
  let trial = new Float64Array(k);
  let second = new Float64Array(k);
  const along = (from: Float64Array, factor: number, into: Float64Array): number => {
    for (let j = 0; j < k; j++) into[j] = centre[j] + factor * (from[j] - centre[j]);
    return evaluate(into);
  };
  while (evaluations < maxEvaluations) {
    let best = 0;
    let worst = 0;
    for (let i = 1; i <= k; i++) {
      if (values[i] < values[best]) best = i;
      if (values[i] >= values[worst]) worst = i;
    }
    if (!(values[worst] - values[best] > tolerance)) break;
    let nextWorst = Number.NEGATIVE_INFINITY;
    centre.fill(0);
    for (let i = 0; i <= k; i++) {
      if (i === worst) continue;
      if (values[i] > nextWorst) nextWorst = values[i];
      for (let j = 0; j < k; j++) centre[j] += corners[i][j] / k;
    }
    const reflected = along(corners[worst], -1, trial);
    if (reflected < values[best]) {
      const expanded = along(corners[worst], -2, second);
      if (expanded < reflected) [trial, second] = [second, trial];
      corners[worst].set(trial);
      values[worst] = Math.min(expanded, reflected);
    } else if (reflected < nextWorst) {
      corners[worst].set(trial);
      values[worst] = reflected;
    } else {
      const outside = reflected < values[worst];
      const contracted = along(corners[worst], outside ? -0.5 : 0.5, second);
      if (contracted < Math.min(reflected, values[worst])) {
        corners[worst].set(second);
        values[worst] = contracted;
      } else {
        for (let i = 0; i <= k; i++) {
          if (i === best) continue;
          for (let j = 0; j < k; j++) corners[i][j] = (corners[i][j] + corners[best][j]) / 2;
          values[i] = evaluate(corners[i]);
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i <= k; i++) if (values[i] < values[best]) best = i;
  return { at: corners[best], value: values[best], evaluations };
}
