import { minimise } from '../minimise';
import { straightLine } from '../straightLine';
import { type SmoothingParameters, type SmoothingState, smoothingPass } from './smoothingPass';

export interface SmoothingShape {
  relative: boolean;
  trend: 'none' | 'linear' | 'damped';
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

const EVALUATIONS = 220;
/** Values at the beginning that the starting line is drawn through. */
const OPENING = 10;

/**
 * Fits one model of the exponential smoothing family to a series without season by maximum likelihood: smoothing
 * weights, damping, starting level and slope by a simplex search. Null when the shape cannot describe the series
 * (relative errors on values that are not positive). Source: Hyndman et al. 2008, chapter 5.
 */
export function fitSmoothing(values: Float64Array, shape: SmoothingShape): SmoothingFit | null {
  const n = values.length;
  const hasTrend = shape.trend !== 'none';
  const start = startingLine(values, shape);
  const spread = Math.max(start.spread, 1e-9);
  const state: SmoothingState = { level: 0, slope: 0, squares: 0, logs: 0 };
  const parameters: SmoothingParameters = { alpha: 0, beta: 0, phi: 1, level: 0, slope: 0 };
  const model = { relative: shape.relative, parameters };
  const read = (at: Float64Array): void => {
    let i = 0;
    parameters.alpha = clamp(at[i++], 0.0001, 0.9999);
    parameters.level = start.level + at[i++] * spread;
    if (hasTrend) {
      parameters.beta = clamp(at[i++], 0.0001, 0.9999) * parameters.alpha;
      parameters.slope = start.slope + at[i++] * spread * 0.1;
    }
    if (shape.trend === 'damped') parameters.phi = clamp(at[i++], 0.8, 0.98);
  };
  const cost = (at: Float64Array): number => {
    read(at);
    if (!smoothingPass(values, model, state)) return Number.POSITIVE_INFINITY;
    return n * Math.log(state.squares / n + 1e-24) + (shape.relative ? 2 * state.logs : 0);
  };
  const from: number[] = [0.3, 0];
  const step: number[] = [0.2, 0.5];
  if (hasTrend) {
    from.push(0.1, 0);
    step.push(0.15, 0.5);
  }
  if (shape.trend === 'damped') {
    from.push(0.95);
    step.push(-0.06);
  }
  const best = minimise(cost, { start: from, step, maxEvaluations: EVALUATIONS, tolerance: 1e-4 });
  if (!Number.isFinite(cost(best.at))) return null;
  // one for the variance
  const k = from.length + 1;
  return {
    shape,
    parameters,
    state,
    aicc: n > k + 1 ? best.value + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY,
    variance: state.squares / Math.max(1, n - from.length),
  };
}

function startingLine(values: Float64Array, shape: SmoothingShape) {
  const opening = values.subarray(0, Math.min(values.length, OPENING));
  const line = straightLine(opening);
  if (shape.trend !== 'none') return { level: line.intercept - line.slope, slope: line.slope, spread: line.spread };
  let mean = 0;
  for (const value of opening) mean += value / opening.length;
  return { level: mean, slope: 0, spread: line.spread };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
