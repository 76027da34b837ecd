/**
 * How alike a series is to itself shifted by 1 … `lags` steps, −1 to 1, index 0 = lag 1. A constant series gives NaN.
 * Source: Box & Jenkins 1970, divisor n at every lag.
 */
export function autocorrelation(values: ArrayLike<number>, lags: number): Float64Array {
  const n = values.length;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t] / n;
  let variance = 0;
  for (let t = 0; t < n; t++) variance += (values[t] - mean) ** 2;
  const correlations = new Float64Array(lags);
  for (let lag = 1; lag <= lags; lag++) {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += (values[t] - mean) * (values[t - lag] - mean);
    correlations[lag - 1] = sum / variance;
  }
  return correlations;
}
