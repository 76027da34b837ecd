import { minimise } from '../minimise';

/** ARIMA(p, d, q)(0, D, D) with `season` values per cycle; `constant`: the differenced series has a mean of its own. */
export interface ArimaShape {
  p: 0 | 1 | 2;
  d: 0 | 1;
  q: 0 | 1 | 2;
  seasonal: boolean;
  constant: boolean;
}

export interface ArimaFit {
  path: Float64Array;
  /** Corrected Akaike criterion given the first `from` values; shapes compare where `from` is the same. */
  aicc: number;
}

export interface ArimaOptions {
  period: number;
  horizon: number;
  /** Errors are judged from this position on; it must hold the differences and autoregressive lags of the shape. */
  from: number;
}

/** Weights of the past stay inside the stable region by this much. */
const NEAR_EDGE = 0.97;
const SEASON_EDGE = 0.95;

/**
 * Fits one ARIMA shape by conditional least squares and continues the series. Coefficients are searched as partial
 * autocorrelations, so that every fit is stationary and invertible. Null where fewer than five values more than there
 * are coefficients would be judged. Source: Box & Jenkins 1970; Barndorff-Nielsen & Schou 1973 (the reparametrisation).
 */
export function fitArima(values: Float64Array, shape: ArimaShape, options: ArimaOptions): ArimaFit | null {
  const { p, d, q, seasonal, constant } = shape;
  const { period, horizon, from } = options;
  const n = values.length;
  const lag = seasonal ? period : 0;
  const judged = n - from;
  if (judged < 5 + p + q) return null;
  const changes = differences(values, d, lag);
  const first = d + lag;
  let mean = 0;
  for (let t = first; t < n; t++) mean += changes[t] / (n - first);
  let spread = 0;
  for (let t = first; t < n; t++) spread += (changes[t] - mean) ** 2 / (n - first);
  // errors before the start are 0: the padding spares the inner loop its bounds checks
  const pad = lag + 2;
  const errors = new Float64Array(n + horizon + pad);
  let [a1, a2, b1, b2, far, mu] = [0, 0, 0, 0, 0, 0];
  const read = (at: ArrayLike<number>): void => {
    let i = 0;
    const partial = (): number => clamp(at[i++], NEAR_EDGE);
    if (p > 0) a1 = partial();
    if (p > 1) [a1, a2] = fromPartial(a1, partial());
    if (q > 0) b1 = partial();
    if (q > 1) [b1, b2] = fromPartial(b1, partial());
    if (seasonal) far = clamp(at[i++], SEASON_EDGE);
    if (constant) mu = mean + at[i++] * Math.sqrt(spread);
  };
  const run = (): number => {
    const drift = mu * (1 - a1 - a2);
    const [farNear, farNext] = [far * b1, far * b2];
    let squares = 0;
    for (let t = first + p; t < n; t++) {
      const u = t + pad;
      let error = changes[t] - drift + b1 * errors[u - 1] + b2 * errors[u - 2];
      if (p > 0) error -= a1 * changes[t - 1];
      if (p > 1) error -= a2 * changes[t - 2];
      if (seasonal) error += far * errors[u - lag] - farNear * errors[u - lag - 1] - farNext * errors[u - lag - 2];
      errors[u] = error;
      if (t >= from) squares += error * error;
    }
    return squares;
  };
  const cost = (squares: number): number => judged * Math.log(squares / judged + 1e-24);
  const { start, step } = startOf(shape);
  if (start.length > 0) {
    const criterion = (at: Float64Array): number => {
      read(at);
      return cost(run());
    };
    const best = minimise(criterion, { start, step, maxEvaluations: 40 + 30 * start.length, tolerance: 5e-3 });
    read(best.at);
  }
  const k = start.length + 1;
  const aicc = cost(run()) + 2 * k + (2 * k * (k + 1)) / Math.max(1, judged - k - 1);
  const ahead = new Float64Array(n + horizon);
  ahead.set(changes);
  const whole = new Float64Array(n + horizon);
  whole.set(values);
  for (let t = n; t < n + horizon; t++) {
    const u = t + pad;
    let change = mu * (1 - a1 - a2) - b1 * errors[u - 1] - b2 * errors[u - 2];
    if (p > 0) change += a1 * ahead[t - 1];
    if (p > 1) change += a2 * ahead[t - 2];
    if (seasonal) change -= far * (errors[u - lag] - b1 * errors[u - lag - 1] - b2 * errors[u - lag - 2]);
    ahead[t] = change;
    let value = change;
    if (d) value += whole[t - 1];
    if (lag) value += whole[t - lag] - (d ? whole[t - lag - 1] : 0);
    whole[t] = value;
  }
  return { path: whole.subarray(n), aicc };
}

function differences(values: Float64Array, d: 0 | 1, lag: number): Float64Array {
  const changes = new Float64Array(values.length);
  for (let t = d + lag; t < values.length; t++) {
    changes[t] = values[t];
    if (d) changes[t] -= values[t - 1];
    if (lag) changes[t] -= values[t - lag] - (d ? values[t - lag - 1] : 0);
  }
  return changes;
}

function startOf({ p, q, seasonal, constant }: ArimaShape): { start: number[]; step: number[] } {
  const start: number[] = [];
  const step: number[] = [];
  const add = (at: number, by: number): void => {
    start.push(at);
    step.push(by);
  };
  for (let i = 0; i < p; i++) add(0.2, 0.3);
  for (let i = 0; i < q; i++) add(i === 0 ? 0.3 : 0, 0.3);
  if (seasonal) add(0.5, 0.25);
  if (constant) add(0, 0.3);
  return { start, step };
}

const fromPartial = (first: number, second: number): [number, number] => [first * (1 - second), second];

const clamp = (value: number, edge: number): number => Math.min(edge, Math.max(-edge, value));
