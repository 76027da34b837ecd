import type { SmoothingFit } from './exponentialSmoothing';

export interface PathForecast {
  mean: Float64Array;
  /** Variance of the error at each step ahead, in squared units of the series. */
  variance: Float64Array;
}

/**
 * Continues a fitted smoothing model: the mean path and the variance of the error h steps ahead in closed form.
 * Relative shapes take the relative variance times the squared mean, close to exact while the noise is well below 1.
 * Source: Hyndman et al. 2008, chapter 6: σ²(1 + Σ c²), c = α + β(φ + … + φ^j).
 */
export function smoothingForecast(fit: SmoothingFit, horizon: number): PathForecast {
  const { alpha, beta, phi } = fit.parameters;
  const { level, slope } = fit.state;
  const mean = new Float64Array(horizon);
  const variance = new Float64Array(horizon);
  let damping = 0;
  let weight = phi;
  let growth = 1;
  for (let h = 0; h < horizon; h++) {
    damping += weight;
    mean[h] = level + damping * slope;
    variance[h] = fit.variance * growth * (fit.shape.relative ? mean[h] * mean[h] : 1);
    growth += (alpha + beta * damping) ** 2;
    weight *= phi;
  }
  return { mean, variance };
}
