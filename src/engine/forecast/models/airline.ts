import { minimise } from '../minimise';

/**
 * The airline model, ARIMA(0,1,1)(0,1,1), fitted by conditional least squares: each value follows its predecessor and
 * the same season a cycle ago, less a share of the last errors. Null below two cycles and three values.
 * Source: Box & Jenkins 1970, series G.
 */
export function airlineForecast(values: Float64Array, period: number, horizon: number): Float64Array | null {
  const n = values.length;
  const lag = period > 1 ? period : 0;
  const first = lag + 1;
  if (n < 2 * lag + 3) return null;
  const changes = new Float64Array(n);
  for (let t = first; t < n; t++) {
    changes[t] = values[t] - values[t - 1];
    if (lag) changes[t] -= values[t - lag] - values[t - lag - 1];
  }
  const errors = new Float64Array(n);
  const run = (near: number, far: number): number => {
    let squares = 0;
    for (let t = first; t < n; t++) {
      let error = changes[t] + near * errors[t - 1];
      if (lag && t >= first + lag) error += far * errors[t - lag] - near * far * errors[t - lag - 1];
      errors[t] = error;
      squares += error * error;
    }
    return squares;
  };
  errors.fill(0);
  const weight = (x: number): number => Math.min(0.98, Math.max(-0.6, x));
  const best = minimise((at) => n * Math.log(run(weight(at[0]), lag ? weight(at[1]) : 0) + 1e-24), {
    start: lag ? [0.4, 0.6] : [0.4],
    step: lag ? [0.3, 0.2] : [0.3],
    maxEvaluations: 80,
    tolerance: 1e-4,
  });
  const near = weight(best.at[0]);
  const far = lag ? weight(best.at[1]) : 0;
  run(near, far);
  const all = new Float64Array(n + horizon);
  all.set(values);
  const known = new Float64Array(n + horizon);
  known.set(errors);
  for (let t = n; t < n + horizon; t++) {
    let value = all[t - 1] - near * known[t - 1];
    if (lag) value += all[t - lag] - all[t - lag - 1] - far * known[t - lag] + near * far * known[t - lag - 1];
    all[t] = value;
  }
  return all.subarray(n);
}
