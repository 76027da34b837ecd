import { dynamicThetaForecast } from './dynamicTheta';

/** Below four whole cycles a trend of yearly means would be drawn from three points. */
const FEWEST_CYCLES = 4;

/**
 * Continues a series without season by its yearly means alone, laid out straight between the middles of the years:
 * slow movements stand out where single months are noisy. Null below four whole cycles or without a cycle.
 * Source: Kourentzes, Petropoulos & Trapero 2014 (temporal aggregation); Fiorucci et al. 2016 (Theta).
 */
export function yearThetaForecast(values: Float64Array, period: number, horizon: number): Float64Array | null {
  const years = Math.floor(values.length / period);
  if (period < 2 || years < FEWEST_CYCLES) return null;
  const skipped = values.length - years * period;
  const means = new Float64Array(years);
  for (let t = 0; t < years * period; t++) means[Math.floor(t / period)] += values[skipped + t] / period;
  const ahead = dynamicThetaForecast(means, Math.ceil(horizon / period) + 1);
  const path = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    const position = (h + 1 - (period + 1) / 2) / period;
    // the steps before the middle of the first year ahead go on with its slope, not down to last year's mean
    const start = Math.max(0, Math.floor(position));
    path[h] = ahead[start] + (position - start) * (ahead[start + 1] - ahead[start]);
  }
  return path;
}
