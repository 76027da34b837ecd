import { centredAverage } from './centredAverage';

export interface SeasonalIndexOptions {
  period: number;
  kind: 'additive' | 'multiplicative';
  /** Draw noisy indices towards "no season" by the share of their spread that chance explains. */
  shrink: boolean;
}

/**
 * What each season of the cycle adds to (mean 0) or does to (mean 1) the level; entry i belongs to positions t with
 * t mod period = i. Seasons never seen get the neutral value. Multiplicative indices need positive values.
 * Source: classical decomposition; shrinking after James & Stein as in Miller & Williams 2003 (factor
 * 1 − (p − 3) ÷ (p − 1) × noise ÷ spread, never below 0).
 */
export function seasonalIndices(values: ArrayLike<number>, options: SeasonalIndexOptions): Float64Array {
  const { period, kind, shrink } = options;
  const level = centredAverage(values, period);
  const neutral = kind === 'additive' ? 0 : 1;
  const sum = new Float64Array(period);
  const squares = new Float64Array(period);
  const count = new Float64Array(period);
  for (let t = 0; t < values.length; t++) {
    const part = kind === 'additive' ? values[t] - level[t] : values[t] / level[t];
    if (!Number.isFinite(part)) continue;
    const i = t % period;
    sum[i] += part;
    squares[i] += part * part;
    count[i]++;
  }
  const indices = new Float64Array(period);
  let mean = 0;
  for (let i = 0; i < period; i++) {
    indices[i] = count[i] > 0 ? sum[i] / count[i] : neutral;
    mean += indices[i] / period;
  }
  for (let i = 0; i < period; i++) {
    if (kind === 'additive') indices[i] -= mean;
    else indices[i] = mean !== 0 ? indices[i] / mean : 1;
  }
  if (!shrink) return indices;
  const kept = keptShare({ indices, sum, squares, count, neutral });
  for (let i = 0; i < period; i++) indices[i] = neutral + kept * (indices[i] - neutral);
  return indices;
}

function keptShare(parts: {
  indices: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
  count: Float64Array;
  neutral: number;
}): number {
  const { indices, sum, squares, count, neutral } = parts;
  const period = indices.length;
  if (period < 4) return 1;
  let spread = 0;
  let noise = 0;
  let freedom = 0;
  let weight = 0;
  for (let i = 0; i < period; i++) {
    spread += (indices[i] - neutral) ** 2 / (period - 1);
    if (count[i] === 0) continue;
    noise += squares[i] - (sum[i] * sum[i]) / count[i];
    freedom += count[i] - 1;
    weight += 1 / count[i] / period;
  }
  if (freedom <= 0 || !(spread > 0)) return 1;
  return Math.max(0, 1 - ((period - 3) / (period - 1)) * (((noise / freedom) * weight) / spread));
}
