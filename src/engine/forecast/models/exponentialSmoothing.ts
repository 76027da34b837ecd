import { minimise } from '../minimise';
import { straightLine } from '../straightLine';
import { type SeasonKind, type SmoothingParameters, type SmoothingState, smoothingPass } from './smoothingPass';

export interface SmoothingShape {
  relative: boolean;
  trend: 'none' | 'linear' | 'damped';
  season: SeasonKind;
}

export interface SmoothingFit {
  shape: SmoothingShape;
  parameters: SmoothingParameters;
  state: SmoothingState;
  /** Corrected Akaike criterion; +Infinity where the history is too short for the shape. */
  aicc: number;
  /** Variance of the one-step errors, absolute or relative as the shape has it. */
  variance: number;
}

const EVALUATIONS = 140;

/**
 * Fits one model of the exponential smoothing family by maximum likelihood: smoothing weights, damping, starting level
 * and slope by a simplex search, starting season as given (mean 0 or 1; it counts as period − 1 parameters).
 * Null when the shape cannot describe the series (relative errors or multiplicative season on values that are not
 * positive). Source: Hyndman et al. 2008, chapter 5.
 */
export function fitSmoothing(
  values: Float64Array,
  shape: SmoothingShape,
  startSeason: Float64Array,
): SmoothingFit | null {
  const n = values.length;
  const hasSeason = shape.season !== 'none';
  const hasTrend = shape.trend !== 'none';
  const start = startingLine(values, shape, startSeason);
  const spread = Math.max(start.spread, 1e-9);
  const state: SmoothingState = { level: 0, slope: 0, season: Float64Array.from(startSeason), squares: 0, logs: 0 };
  const parameters: SmoothingParameters = { alpha: 0, beta: 0, gamma: 0, phi: 1, level: 0, slope: 0 };
  const model = { season: shape.season, relative: shape.relative, parameters };
  const read = (at: Float64Array): void => {
    let i = 0;
    parameters.alpha = clamp(at[i++], 0.0001, 0.9999);
    parameters.level = start.level + at[i++] * spread;
    if (hasTrend) {
      parameters.beta = clamp(at[i++], 0.0001, 0.9999) * parameters.alpha;
      parameters.slope = start.slope + at[i++] * spread * 0.1;
    }
    if (hasSeason) parameters.gamma = clamp(at[i++], 0.0001, 0.9999) * (1 - parameters.alpha);
    if (shape.trend === 'damped') parameters.phi = clamp(at[i++], 0.8, 0.98);
  };
  const cost = (at: Float64Array): number => {
    read(at);
    state.season.set(startSeason);
    if (!smoothingPass(values, model, state)) return Number.POSITIVE_INFINITY;
    return n * Math.log(state.squares / n + 1e-24) + (shape.relative ? 2 * state.logs : 0);
  };
  const from: number[] = [0.3, 0];
  const step: number[] = [0.2, 0.5];
  if (hasTrend) {
    from.push(0.1, 0);
    step.push(0.15, 0.5);
  }
  if (hasSeason) {
    from.push(0.1);
    step.push(0.15);
  }
  if (shape.trend === 'damped') {
    from.push(0.95);
    step.push(-0.06);
  }
  const best = minimise(cost, { start: from, step, maxEvaluations: EVALUATIONS, tolerance: 2e-3 });
  if (!Number.isFinite(cost(best.at))) return null;
  // one for the variance; the starting season was estimated too
  const k = from.length + 1 + (hasSeason ? startSeason.length - 1 : 0);
  return {
    shape,
    parameters,
    state,
    aicc: n > k + 1 ? best.value + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY,
    variance: state.squares / Math.max(n / 4, n - k + 1),
  };
}

function startingLine(values: Float64Array, shape: SmoothingShape, season: Float64Array) {
  const used = Math.min(values.length, Math.max(10, 2 * season.length));
  const seasonless = new Float64Array(used);
  for (let t = 0; t < used; t++) {
    const index = season[t % season.length];
    if (shape.season === 'none') seasonless[t] = values[t];
    else seasonless[t] = shape.season === 'additive' ? values[t] - index : values[t] / index;
  }
  const line = straightLine(seasonless);
  let mean = 0;
  for (let t = 0; t < used; t++) mean += seasonless[t] / used;
  if (shape.trend === 'none') return { level: mean, slope: 0, spread: line.spread };
  return { level: line.intercept - line.slope, slope: line.slope, spread: line.spread };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
