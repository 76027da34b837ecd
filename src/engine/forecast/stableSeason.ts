import { centredAverage } from './centredAverage';

/**
 * How much the seasons of a cycle differ, against how much each differs from itself over the years: the F ratio of
 * values less their moving average, grouped by season. Large = a stable season, about 1 = none; 0 below three cycles,
 * +Infinity for an exact one. Source: the stable seasonality test of X-11 (Shiskin, Young & Musgrave 1967), which
 * calls a season identifiable above 7.
 */
export function stableSeason(values: ArrayLike<number>, period: number): number {
  if (period < 2 || values.length < 3 * period) return 0;
  const level = centredAverage(values, period);
  const sum = new Float64Array(period);
  const square = new Float64Array(period);
  const count = new Float64Array(period);
  let all = 0;
  let total = 0;
  for (let t = 0; t < values.length; t++) {
    const part = values[t] - level[t];
    if (!Number.isFinite(part)) continue;
    const i = t % period;
    sum[i] += part;
    square[i] += part * part;
    count[i]++;
    all += part;
    total++;
  }
  let between = 0;
  let within = 0;
  for (let i = 0; i < period; i++) {
    if (count[i] === 0) return 0;
    between += count[i] * (sum[i] / count[i] - all / total) ** 2;
    within += Math.max(0, square[i] - (sum[i] * sum[i]) / count[i]);
  }
  if (!(between > 0)) return 0;
  return between / (period - 1) / (within / Math.max(1, total - period));
}
