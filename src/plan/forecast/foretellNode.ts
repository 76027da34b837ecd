import {
  CHINESE_HOLIDAYS,
  type EventForecast,
  firstMonths,
  forecastWithEvents,
  type SeriesForecast,
} from '~/engine/forecast/index';
import type { ForecastRequest } from '../views/forecastRequest';
import { liftsOfKin, seasonOfKin } from './learnedFromKin';

/** What the models are told of a node, as plain numbers for the compute pool. */
export interface NodeSeries
  extends Pick<
    ForecastRequest,
    'horizon' | 'fromMonth' | 'events' | 'festivals' | 'analogue' | 'seasonKin' | 'liftKin'
  > {
  /** NaN = unknown. */
  history: Float64Array;
}

/** How every series of a plan is foretold; `origins` only where the page shows how far the models missed. */
export interface ForetellOptions {
  period: number;
  levels: readonly number[];
  seed: number;
  origins?: number;
}

export const nodeSeries = ({
  history,
  horizon,
  fromMonth,
  events,
  festivals,
  analogue,
  seasonKin,
  liftKin,
}: ForecastRequest): NodeSeries => ({
  history: Float64Array.from(history, (value) => value ?? Number.NaN),
  horizon,
  fromMonth,
  events,
  festivals,
  analogue,
  seasonKin,
  liftKin,
});

/**
 * The forecast of a node from its history and from what people said of its months: feasts that move, promotions, months that
 * are left out. A short history borrows the season of its kin, a promotion that it says little of the lift of others; who was
 * said to be like others is foretold by their first months. Without any of them, byte for byte that of `forecastSeries`. Minor
 * units per month.
 */
export function foretellNode(series: NodeSeries, options: ForetellOptions): EventForecast {
  const { analogue, history, horizon } = series;
  const pooledSeason = seasonOfKin(series.seasonKin);
  const curve =
    analogue && firstMonths(analogue.histories, { period: options.period, seasonLogs: pooledSeason?.logs ?? null });
  return forecastWithEvents(history, {
    ...options,
    ...eventOptions(series),
    horizon,
    pooledLifts: liftsOfKin(series.liftKin),
    pooledSeason,
    analogue: analogue && curve ? { curve, scale: analogue.scale } : null,
  });
}

/** What people said of a node's months, in the words of the engine. */
export const eventOptions = ({ fromMonth, events, festivals }: NodeSeries) => ({
  firstMonth: fromMonth,
  holidays: festivals ? CHINESE_HOLIDAYS : [],
  promotions: events.promotions,
  outliers: [
    ...events.leftOut.map((month) => ({ month, decision: 'adjust' as const })),
    ...events.real.map((month) => ({ month, decision: 'keep' as const })),
  ],
});

/** The forecast alone, without what explains it: for many nodes at once. */
export const seriesOnly = ({
  mean,
  intervals,
  models,
  seasonal,
  method,
  error,
  notes,
}: EventForecast): SeriesForecast => ({
  mean,
  intervals,
  models,
  seasonal,
  method,
  error,
  notes,
});
