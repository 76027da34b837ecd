import { type Analogue, forecastNewcomer } from '../analogues/forecastNewcomer';
import type { SeriesComponents } from '../components/seriesComponents';
import { splitSeries } from '../components/splitSeries';
import type { ForecastOptions, SeriesForecast } from '../forecastSeries';
import { forecastPooled } from '../pooled/forecastPooled';
import type { PooledSeason } from '../pooled/poolSeasons';
import { bridgeMonths } from './bridgeMonths';
import type { EventEffects } from './eventEffects';
import { fitEventEffects } from './fitEventEffects';
import type { HolidayTable } from './holidayTable';
import { positiveLogs } from './positiveLogs';
import type { PooledLift, Promotion } from './promotion';
import { withEffects } from './withEffects';

export interface EventForecastOptions extends ForecastOptions {
  /** Number of the first value: months counted from 1970-01 (`monthIndexOf`) where feasts matter. */
  firstMonth: number;
  /** Feasts that move: `CHINESE_HOLIDAYS`, or own tables. None unless told; used for months only (period 12). */
  holidays?: readonly HolidayTable[];
  /** Past and coming promotions, in months counted as `firstMonth`. */
  promotions?: readonly Promotion[];
  /** What promotions do in the user's other series, by type (`poolLifts`). */
  pooledLifts?: readonly PooledLift[];
  /** Months that a person looked at: `adjust` leaves them out, `keep` takes them as they are. */
  outliers?: readonly OutlierDecision[];
  /** The season of the user's other series (`poolSeasons`), lent to histories under three cycles. */
  pooledSeason?: PooledSeason | null;
  /** What a new member is like (`firstMonths`): used until a whole cycle of its own is known. */
  analogue?: Analogue | null;
}

export interface OutlierDecision {
  month: number;
  decision: 'adjust' | 'keep';
}

export interface EventForecast extends SeriesForecast {
  components: SeriesComponents;
  effects: EventEffects;
  /** Positions of the history that were left out. */
  bridged: number[];
}

/**
 * `forecastSeries` for a history with feasts that move, promotions and months that a person left out: their effects are
 * learned, taken out of the history, and put back where they are to come, on the forecast and on its ranges, which widen
 * by what is not sure about them. Without any of them the answer is that of `forecastSeries`, byte for byte. Same input
 * same bytes, scales with the history, finite on anything; a forecast without a coming promotion is not inflated by past
 * ones. Backtest errors are those of the history without events. Feasts and lifts are learned where at least two thirds of
 * the known values are positive, else only given lifts count.
 */
export function forecastWithEvents(history: ArrayLike<number | null>, options: EventForecastOptions): EventForecast {
  const { period, horizon, firstMonth, holidays = [], promotions = [], outliers = [], pooledLifts = [] } = options;
  const bridged = new Set<number>();
  for (const { month, decision } of outliers) {
    const t = month - firstMonth;
    if (decision === 'adjust' && t >= 0 && t < history.length) bridged.add(t);
  }
  const logs = positiveLogs(history, bridged);
  const effects = fitEventEffects(logs ?? new Float64Array(history.length).fill(Number.NaN), {
    period,
    horizon,
    firstMonth,
    holidays: logs ? holidays : [],
    promotions,
    pooledLifts,
  });
  const calm = Array.from({ length: history.length }, (_, t) => {
    const value = history[t];
    return value === null ? null : value / Math.exp(effects.holidayLog[t] + effects.promotionLog[t]);
  });
  const cleaned = bridgeMonths(calm, { leftOut: bridged, period });
  const base = calmForecast(cleaned, options);
  const components = splitSeries(history, {
    period,
    seasonal: base.seasonal,
    base: base.mean,
    holidayLog: effects.holidayLog,
    promotionLog: effects.promotionLog,
    bridged,
  });
  return {
    ...withEffects(base, effects, history.length),
    components,
    effects,
    bridged: [...bridged].sort((a, b) => a - b),
  };
}

/** The forecast of a history without events: by analogues while it is new, else with the season of others where it is short. */
function calmForecast(cleaned: readonly (number | null)[], options: EventForecastOptions): SeriesForecast {
  const { analogue, pooledSeason: pooled = null, period } = options;
  const start = cleaned.findIndex((value) => (value ?? 0) > 0);
  const isNew = start < 0 || cleaned.length - start < period;
  if (analogue && isNew) return forecastNewcomer(cleaned, { ...options, analogue, seasonLogs: pooled?.logs ?? null });
  return forecastPooled(cleaned, { ...options, pooled });
}
