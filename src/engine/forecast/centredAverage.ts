/**
 * The level of a series without its season: a moving average over one whole period, centred on each value (even
 * periods take half of both ends). The first and last half period have none: NaN. Source: classical decomposition.
 */
export function centredAverage(values: ArrayLike<number>, period: number): Float64Array {
  const n = values.length;
  const half = period >> 1;
  const level = new Float64Array(n).fill(Number.NaN);
  const even = period % 2 === 0;
  for (let t = half; t < n - half; t++) {
    let sum = even ? (values[t - half] + values[t + half]) / 2 : 0;
    const first = even ? t - half + 1 : t - half;
    const last = even ? t + half - 1 : t + half;
    for (let i = first; i <= last; i++) sum += values[i];
    level[t] = sum / period;
  }
  return level;
}
