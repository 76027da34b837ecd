import { type ArimaShape, fitArima } from './arima';

/** A wandering level with a steady drift, ARIMA(0,1,1) with a constant; null below nine values. */
export function driftForecast(values: Float64Array, horizon: number): Float64Array | null {
  const drift: ArimaShape = { p: 0, d: 1, q: 1, seasonal: false, constant: true };
  return fitArima(values, drift, { period: 1, horizon, from: 3 })?.path ?? null;
}
