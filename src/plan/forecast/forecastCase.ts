import type { HorizonErrors } from '~/domain/forecastView';

/** One month that was foretold and has come. Minor units. */
export interface ForecastCase {
  /** Months ahead: 1 = the month after the one the data ended in. */
  ahead: number;
  forecast: number;
  actual: number;
  lower: number;
  upper: number;
  /** What one unit of error is for the series then (`naiveScale`); 0 = unknown. */
  scale: number;
}

/** Stretches of the horizon that are judged by themselves. */
export const HORIZONS = [
  { first: 1, last: 3 },
  { first: 4, last: 6 },
  { first: 7, last: 12 },
] as const;

/**
 * How far forecasts missed: MASE (mean of misses in units of `scale`), WAPE and bias (Σ of misses ÷ Σ |actual|, fractions;
 * above 0 too high), coverage (share of months inside the range). Months in stretch first..last only; n = 0 leaves all null,
 * and WAPE and bias are null where nothing came. Source: Hyndman & Koehler 2006; kpi sheet, forecastAccuracy and forecastBias.
 */
export function horizonErrors(
  cases: readonly ForecastCase[],
  { first, last }: { first: number; last: number } = { first: 0, last: Number.POSITIVE_INFINITY },
): HorizonErrors {
  let [n, scaled, scaledCases, absolute, signed, size, inside] = [0, 0, 0, 0, 0, 0, 0];
  for (const { ahead, forecast, actual, lower, upper, scale } of cases) {
    if (ahead < first || ahead > last) continue;
    const miss = forecast - actual;
    n += 1;
    absolute += Math.abs(miss);
    signed += miss;
    size += Math.abs(actual);
    if (lower <= actual && actual <= upper) inside += 1;
    if (scale > 0) {
      scaled += Math.abs(miss) / scale;
      scaledCases += 1;
    }
  }
  return {
    first,
    last: Number.isFinite(last) ? last : 0,
    n,
    mase: scaledCases > 0 ? scaled / scaledCases : null,
    wape: size > 0 ? absolute / size : null,
    bias: size > 0 ? signed / size : null,
    coverage: n > 0 ? inside / n : null,
  };
}
