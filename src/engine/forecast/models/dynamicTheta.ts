import { minimise } from '../minimise';
import { straightLine } from '../straightLine';

/**
 * The dynamic optimised Theta forecast of a series without season: the strength of the trend is fitted, and the line
 * is learned as the series goes. Flat below three values.
 * Source: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016 (DOTM).
 */
export function dynamicThetaForecast(values: Float64Array, horizon: number): Float64Array {
  const n = values.length;
  const path = new Float64Array(horizon);
  if (n < 3) return path.fill(n > 0 ? values[n - 1] : 0);
  const scale = Math.max(straightLine(values).spread, 1e-9);
  const run = (level0: number, alpha: number, theta: number, out: Float64Array | null): number => {
    const share = 1 - 1 / theta;
    let level = level0;
    let mean = 0;
    let a = values[0];
    let b = 0;
    let decay = 1;
    let squares = 0;
    const steps = out ? n + out.length : n;
    for (let t = 0; t < steps; t++) {
      // A and B describe the line through the values up to t; before the third value the line is flat
      const forecast = level + share * (decay * a + ((1 - decay * (1 - alpha)) / alpha) * b);
      const actual = t < n ? values[t] : forecast;
      if (out && t >= n) out[t - n] = forecast;
      if (t >= 2 && t < n) squares += (actual - forecast) ** 2;
      level = alpha * actual + (1 - alpha) * level;
      decay *= 1 - alpha;
      const count = t + 1;
      b = t === 0 ? 0 : ((count - 2) * b + (6 * (actual - mean)) / count) / (count + 1);
      mean += (actual - mean) / count;
      a = mean - ((count + 1) / 2) * b;
    }
    return squares;
  };
  const read = (at: Float64Array): [number, number, number] => [
    values[0] / 2 + at[0] * scale,
    Math.min(0.99, Math.max(0.05, at[1])),
    Math.min(20, Math.max(1, at[2])),
  ];
  const best = minimise((at) => n * Math.log(run(...read(at), null) + 1e-24), {
    start: [0, 0.5, 2],
    step: [0.5, 0.25, 1],
    maxEvaluations: 150,
    tolerance: 1e-3,
  });
  run(...read(best.at), path);
  return path;
}
