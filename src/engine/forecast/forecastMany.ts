import { type ForecastOptions, forecastSeries, type SeriesForecast } from './forecastSeries';

export interface ForecastManyOptions extends ForecastOptions {
  /** Told after every series how many are done. */
  onProgress?: (done: number, total: number) => void;
  /** Looked at before every series; an `AbortSignal` fits. */
  signal?: { readonly aborted: boolean };
}

/**
 * The forecasts of many series, in order, each byte for byte that of `forecastSeries`, without the backtest (`error`
 * null) unless `origins` asks for it. When the signal is aborted the answer holds the series done so far. Runs without
 * a pause: a caller that must stay reachable hands over chunks of about fifty.
 */
export function forecastMany(
  series: readonly ArrayLike<number | null>[],
  options: ForecastManyOptions,
): SeriesForecast[] {
  const forecasts: SeriesForecast[] = [];
  for (const history of series) {
    if (options.signal?.aborted) break;
    forecasts.push(forecastSeries(history, { ...options, origins: options.origins ?? 0 }));
    options.onProgress?.(forecasts.length, series.length);
  }
  return forecasts;
}
