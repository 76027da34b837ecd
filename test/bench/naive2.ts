import { isSeasonal, seasonalIndices } from '~/engine/forecast/index';

/** The yardstick of the M4 competition: the last value, with the classical multiplicative season where the test finds one. */
export function naive2(values: Float64Array, period: number, horizon: number): Float64Array {
  const n = values.length;
  const path = new Float64Array(horizon).fill(values[n - 1]);
  if (!isSeasonal(values, period)) return path;
  const indices = seasonalIndices(values, { period, kind: 'multiplicative', shrink: false });
  return path.map((value, h) => (value / indices[(n - 1) % period]) * indices[(n + h) % period]);
}
