import {
  CHINESE_HOLIDAYS,
  type EventForecast,
  firstMonths,
  forecastNewcomer,
  forecastWithEvents,
  type SeriesForecast,
} from '~/engine/forecast/index';
import type { ForecastRequest } from '../views/forecastRequest';

/** What the models are told of a node, as plain numbers for the compute pool. */
export interface NodeSeries
  extends Pick<ForecastRequest, 'horizon' | 'fromMonth' | 'events' | 'festivals' | 'analogue'> {
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
}: ForecastRequest): NodeSeries => ({
  history: Float64Array.from(history, (value) => value ?? Number.NaN),
  horizon,
  fromMonth,
  events,
  festivals,
  analogue,
});

/**
 * The forecast of a node from its history and from what people said of its months: feasts that move, promotions, months that
 * are left out. Without any of them, byte for byte that of `forecastSeries`. Who was said to be like others is foretold by
 * their first months. Minor units per month.
 */
export function foretellNode(series: NodeSeries, options: ForetellOptions): EventForecast {
  const newcomer = foretellNewcomer(series, options);
  if (newcomer) return newcomer;
  return forecastWithEvents(series.history, { ...options, ...eventOptions(series), horizon: series.horizon });
}

/** The forecast of a node by the first months of those it is like; null where it is like nobody, or they sold too little. */
function foretellNewcomer(series: NodeSeries, options: ForetellOptions): EventForecast | null {
  const { analogue, history, horizon, fromMonth } = series;
  const curve = analogue && firstMonths(analogue.histories, { period: options.period });
  if (!analogue || !curve) return null;
  const made = forecastNewcomer(history, {
    ...options,
    horizon,
    firstMonth: fromMonth,
    analogue: { curve, scale: analogue.scale },
  });
  const none = new Float64Array(0);
  return {
    ...made,
    // A curve that was lent has no parts of its own.
    components: { level: none, season: none, holidays: none, events: none, remainder: none },
    effects: { holidays: [], promotions: [], holidayLog: none, promotionLog: none, doubt: none, types: [] },
    bridged: [],
  };
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
