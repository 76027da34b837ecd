export type SeasonKind = 'none' | 'additive' | 'multiplicative';

/** Parameters in error-correction form: the slope moves by `beta` × error, the season by `gamma` × error. */
export interface SmoothingParameters {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
  level: number;
  slope: number;
}

/** Where a pass leaves its results; made once per fit and used again by every pass. */
export interface SmoothingState {
  level: number;
  slope: number;
  /** Position t mod period. */
  season: Float64Array;
  /** Sum of squared errors, absolute or relative as asked. */
  squares: number;
  /** Σ ln of the one-step forecasts; only for relative errors. */
  logs: number;
}

/**
 * Runs one model of the exponential smoothing family over a series and leaves the final state and the sum of squared
 * one-step errors. `season` holds the starting indices and is changed in place. Returns false when a forecast is not
 * positive where relative errors or a multiplicative season need it.
 * For a linear trend the states move the same way under additive and multiplicative errors, which differ only in the
 * likelihood, so one loop serves both. Source: Hyndman, Koehler, Ord & Snyder 2008, table 2.2 and 2.3.
 */
export function smoothingPass(
  values: Float64Array,
  model: { season: SeasonKind; relative: boolean; parameters: SmoothingParameters },
  state: SmoothingState,
): boolean {
  const { alpha, beta, gamma, phi } = model.parameters;
  const { relative } = model;
  const multiplicative = model.season === 'multiplicative';
  const additive = model.season === 'additive';
  const season = state.season;
  const period = season.length;
  const n = values.length;
  let level = model.parameters.level;
  let slope = model.parameters.slope;
  let squares = 0;
  let logs = 0;
  let product = 1;
  let phase = 0;
  for (let t = 0; t < n; t++) {
    const drift = phi * slope;
    const base = level + drift;
    let error: number;
    let forecast = base;
    if (multiplicative) {
      const index = season[phase];
      forecast = base * index;
      if (!(forecast > 0)) return false;
      error = values[t] - forecast;
      const seasonless = error / index;
      level = base + alpha * seasonless;
      slope = drift + beta * seasonless;
      season[phase] = index + (gamma * error) / base;
    } else {
      if (additive) {
        forecast = base + season[phase];
        season[phase] += gamma * (values[t] - forecast);
      }
      error = values[t] - forecast;
      level = base + alpha * error;
      slope = drift + beta * error;
    }
    if (relative) {
      if (!(forecast > 0)) return false;
      error /= forecast;
      product *= forecast;
      if (product < 1e-100 || product > 1e100) {
        logs += Math.log(product);
        product = 1;
      }
    }
    squares += error * error;
    if (++phase === period) phase = 0;
  }
  state.level = level;
  state.slope = slope;
  state.squares = squares;
  state.logs = logs + Math.log(product);
  return Number.isFinite(squares);
}
