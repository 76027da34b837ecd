import {
  type Backtest,
  backtest,
  type EventForecast,
  type OutlierProposal,
  proposeOutliers,
} from '~/engine/forecast/index';
import type { ForecastCase } from './forecastCase';
import { eventOptions, type ForetellOptions, foretellNode, type NodeSeries } from './foretellNode';

/** A node looked at closely: its forecast with what explains it, how far each model missed, and months unlike others. */
export interface NodeStudy {
  forecast: EventForecast;
  backtest: Backtest;
  outliers: OutlierProposal[];
}

/** What is made of many nodes at once, one of the two. */
export interface NodeTrial {
  cases: ForecastCase[];
  outliers: OutlierProposal[];
}

const ORIGINS = 3;

/**
 * Studies one node. The backtest runs on the history without what feasts and promotions did, as the models see it, so that
 * its errors are theirs; every model's own error and the answer's stand in the forecast as well.
 */
export function studyNode(series: NodeSeries, options: ForetellOptions): NodeStudy {
  const made = foretellNode(series, { ...options, origins: 0 });
  const { holidays, events } = made.components;
  const seen = series.history.map((value, t) => value - (holidays[t] ?? 0) - (events[t] ?? 0));
  for (const t of made.bridged) seen[t] = Number.NaN;
  const trial = backtest(seen, { period: options.period, horizon: series.horizon, origins: ORIGINS });
  const errorOf = (name: string): number | null => trial.rows.find((row) => row.name === name)?.mase ?? null;
  return {
    forecast: {
      ...made,
      models: [
        ...made.models
          .filter(({ name }) => name !== YARDSTICK)
          .map((model) => ({ ...model, error: errorOf(model.name) })),
        { name: YARDSTICK, weight: 0, error: errorOf(YARDSTICK) },
      ],
      error: errorOf('combination'),
      notes: trial.origins === 0 && !made.notes.includes('noBacktest') ? [...made.notes, 'noBacktest'] : made.notes,
    },
    backtest: trial,
    outliers: outliersOf(series, options),
  };
}

/** Months of a node that are unlike the others and that nobody has decided on, farthest first. */
export const outliersOf = (series: NodeSeries, options: ForetellOptions): OutlierProposal[] =>
  proposeOutliers(series.history, { ...eventOptions(series), period: options.period });

const YARDSTICK = 'seasonalNaive';
