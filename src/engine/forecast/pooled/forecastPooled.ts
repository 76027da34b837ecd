import { type ForecastOptions, forecastSeries, type SeriesForecast } from '../forecastSeries';
import { lentSeason } from './lentSeason';
import type { PooledSeason } from './poolSeasons';

export interface PooledForecastOptions extends ForecastOptions {
  /** Number of the first value, counted as in the pool. */
  firstMonth: number;
  pooled: PooledSeason | null;
}

/**
 * `forecastSeries` with the season of other series where a history's own is too short to be known: the lent season is
 * taken out, the rest foretold without one, and the season put back. A history of three cycles, one that is not mostly
 * positive, or no pool: `forecastSeries` as it is. The note `lentSeason` says that a season was lent; backtest errors are
 * then those of the rest.
 */
export function forecastPooled(history: ArrayLike<number | null>, options: PooledForecastOptions): SeriesForecast {
  const { pooled, period, horizon, firstMonth } = options;
  const lent = pooled ? lentSeason(history, { period, horizon, firstMonth, pooled }) : null;
  if (!lent) return forecastSeries(history, options);
  const n = history.length;
  const rest = Array.from({ length: n }, (_, t) => {
    const value = history[t];
    return value === null ? null : value / Math.exp(lent[t]);
  });
  const base = forecastSeries(rest, { ...options, deseasonalised: true });
  const back = (path: Float64Array): Float64Array => path.map((value, h) => value * Math.exp(lent[n + h]));
  return {
    ...base,
    mean: back(base.mean),
    intervals: base.intervals.map(({ level, lower, upper }) => ({ level, lower: back(lower), upper: back(upper) })),
    seasonal: true,
    notes: [...base.notes, 'lentSeason'],
  };
}
