import { autocorrelation } from './autocorrelation';

/** One-sided 95 % point of the normal distribution: the test is two-sided at 90 %. */
const LIMIT = 1.645;

/**
 * Whether a series repeats itself from cycle to cycle: the autocorrelation at one period lies outside the 90 % limits,
 * widened by the lags before it (Bartlett). Needs three whole cycles; shorter, constant or period 1 → false.
 * Source: the test of the M3 and M4 competitions (Fiorucci et al. 2016; M4 Competitor's Guide 2018).
 */
export function isSeasonal(values: ArrayLike<number>, period: number): boolean {
  if (period < 2 || values.length < 3 * period) return false;
  const r = autocorrelation(values, period);
  if (!Number.isFinite(r[0])) return false;
  let widening = 1;
  for (let lag = 0; lag < period - 1; lag++) widening += 2 * r[lag] * r[lag];
  return Math.abs(r[period - 1]) > LIMIT * Math.sqrt(widening / values.length);
}
