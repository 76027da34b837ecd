import type { SmoothingFit } from './exponentialSmoothing';

export interface PathForecast {
  mean: Float64Array;
  /** Variance of the error at each step ahead, in squared units of the series. */
  variance: Float64Array;
}

/**
 * Continues a fitted smoothing model: the mean path and the variance of the error h steps ahead in closed form.
 * Relative shapes take the relative variance times the squared mean, close to exact while the noise is well below 1.
 * `end` is the length of the history (it fixes the season of the first step).
 * Source: Hyndman et al. 2008, chapter 6: σ²(1 + Σ c²), c = α + β(φ + … + φ^j) + γ at whole cycles.
 */
export function smoothingForecast(fit: SmoothingFit, end: number, horizon: number): PathForecast {
  const { alpha, beta, gamma, phi } = fit.parameters;
  const { season, level, slope } = fit.state;
  const period = season.length;
  const kind = fit.shape.season;
  const mean = new Float64Array(horizon);
  const variance = new Float64Array(horizon);
  let damping = 0;
  let weight = phi;
  let growth = 1;
  for (let h = 0; h < horizon; h++) {
    damping += weight;
    const base = level + damping * slope;
    const index = season[(end + h) % period];
    mean[h] = kind === 'none' ? base : kind === 'additive' ? base + index : base * index;
    variance[h] = fit.variance * growth * (fit.shape.relative ? mean[h] * mean[h] : 1);
    // a multiplicative season under absolute errors would need its own form; it is not among the shapes in use
    const c = alpha + beta * damping + (kind !== 'none' && (h + 1) % period === 0 ? gamma : 0);
    growth += c * c;
    weight *= phi;
  }
  return { mean, variance };
}
