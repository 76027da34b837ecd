import type { ForecastOptions, SeriesForecast } from './forecastSeries';
import { forecastPooled } from './pooled/forecastPooled';
import { poolSeasons } from './pooled/poolSeasons';

export interface ForecastManyOptions extends ForecastOptions {
  /** Lend the season that the series share to those under three cycles; all of them are taken to end at the same time. */
  pool?: boolean;
  /** Told after every series how many are done. */
  onProgress?: (done: number, total: number) => void;
  /** Looked at before every series; an `AbortSignal` fits. */
  signal?: { readonly aborted: boolean };
}

/**
 * The forecasts of many series, in order, each byte for byte that of `forecastSeries` (of `forecastPooled` with `pool`),
 * without the backtest (`error` null) unless `origins` asks for it. When the signal is aborted the answer holds the series done so far. Runs without
 * a pause: a caller that must stay reachable hands over chunks of about fifty.
 */
export function forecastMany(
  series: readonly ArrayLike<number | null>[],
  options: ForecastManyOptions,
): SeriesForecast[] {
  const forecasts: SeriesForecast[] = [];
  const members = series.map((values) => ({ values, firstMonth: -values.length }));
  const pooled = options.pool ? poolSeasons(members, options.period) : null;
  for (const { values, firstMonth } of members) {
    if (options.signal?.aborted) break;
    forecasts.push(forecastPooled(values, { ...options, firstMonth, pooled, origins: options.origins ?? 0 }));
    options.onProgress?.(forecasts.length, series.length);
  }
  return forecasts;
}
