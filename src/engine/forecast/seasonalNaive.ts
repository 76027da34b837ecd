/** The forecast anyone can make: the same season of the last cycle again; the last value where there is no whole cycle. */
export function seasonalNaive(values: ArrayLike<number>, period: number, horizon: number): Float64Array {
  const n = values.length;
  const path = new Float64Array(horizon);
  if (n === 0) return path;
  for (let h = 0; h < horizon; h++) path[h] = n >= period ? values[n - period + (h % period)] : values[n - 1];
  return path;
}
