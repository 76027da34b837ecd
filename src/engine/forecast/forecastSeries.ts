import { backtest } from './backtest';
import type { ForecastNote } from './forecastNote';
import { type PredictionInterval, predictionIntervals } from './predictionIntervals';
import { type PreparedHistory, prepareHistory } from './prepareHistory';
import { type Projection, projectSeries } from './projectSeries';

export interface ForecastOptions {
  /** Values per cycle: 12 for months, 4 for quarters, 52 for weeks, 1 for none. */
  period: number;
  /** Values to foretell. */
  horizon: number;
  /** Shares that the intervals should hold: 0.8 and 0.95 unless told. */
  levels?: readonly number[];
  /** Seed of the drawn intervals of intermittent series. */
  seed?: number;
  /** The season was taken out before: none is looked for. */
  deseasonalised?: boolean;
  /** Backtest origins behind `error`; 0 = none, three unless told. */
  origins?: number;
}

export interface ForecastModel {
  name: string;
  /** Share in the answer; seasonal naive is listed as the yardstick with 0. */
  weight: number;
  /** MASE over the rolling origins: 1 = as far off as repeating last year was. Null without a backtest. */
  error: number | null;
}

export interface SeriesForecast {
  mean: Float64Array;
  intervals: PredictionInterval[];
  models: ForecastModel[];
  seasonal: boolean;
  method: Projection['method'] | 'analogue';
  /** Backtest MASE of the answer itself; null where the history is too short or no backtest was asked for. */
  error: number | null;
  notes: ForecastNote[];
}

const DEFAULT_LEVELS = [0.8, 0.95];
const DEFAULT_ORIGINS = 3;

/**
 * What the next values of an equally spaced series will be, with ranges, the models behind and how far each of them
 * missed in the past. History oldest first, any unit; null or NaN = missing (dropped at the start, bridged inside and
 * at the end); zeros and negative values are values. The answer is the stepwise trimmed mean of the models, finite for any
 * input (empty → zeros), not negative where no value was, scales with the history, and depends on nothing else: same
 * input, same bytes. No trend is drawn from fewer than 12 points; a season needs three cycles and a passed test, and is
 * taken with caution from one (`cautiousSeason`).
 * Sources: Petropoulos & Svetunkov 2020 (the middle of few models), Hyndman et al. 2008 (smoothing), Fiorucci et al.
 * 2016 (dynamic Theta), Kourentzes et al. 2014 (yearly means), Box & Jenkins 1970 (ARIMA), Teunter et al. 2011
 * (intermittent), Tashman 2000 (backtest).
 */
export function forecastSeries(history: ArrayLike<number | null>, options: ForecastOptions): SeriesForecast {
  const { period, horizon, levels = DEFAULT_LEVELS, seed = 1, origins = DEFAULT_ORIGINS, deseasonalised } = options;
  if (!Number.isInteger(period) || period < 1) throw new RangeError(`forecastSeries: period ${period}`);
  if (!Number.isInteger(horizon) || horizon < 0) throw new RangeError(`forecastSeries: horizon ${horizon}`);
  const prepared = prepareHistory(history, period);
  const gap = prepared.values.length > 0 ? prepared.trailingGap : 0;
  const projection = projectSeries(prepared.values, { period, horizon: gap + horizon, deseasonalised });
  const intervals = predictionIntervals(projection, {
    levels,
    seed,
    known: prepared.known,
    positive: prepared.positive,
    nonNegative: prepared.nonNegative,
  });
  const table = origins > 0 && horizon > 0 ? backtest(history, { period, horizon, origins, deseasonalised }) : null;
  const errorOf = (name: string): number | null => table?.rows.find((row) => row.name === name)?.mase ?? null;
  const away = (path: Float64Array): Float64Array => path.slice(gap).map((value) => value * prepared.scale);
  const models = projection.members.map(({ name, weight }) => ({ name, weight, error: errorOf(name) }));
  if (table) models.push({ name: 'seasonalNaive', weight: 0, error: errorOf('seasonalNaive') });
  return {
    mean: away(projection.mean),
    intervals: intervals.map(({ level, lower, upper }) => ({ level, lower: away(lower), upper: away(upper) })),
    models,
    seasonal: projection.seasonal,
    method: projection.method,
    error: errorOf('combination'),
    notes: [...projection.notes, ...preparationNotes(prepared, gap), ...(table?.origins === 0 ? NO_BACKTEST : [])],
  };
}

const NO_BACKTEST: readonly ForecastNote[] = ['noBacktest'];

function preparationNotes(prepared: PreparedHistory, gap: number): ForecastNote[] {
  const notes: ForecastNote[] = [];
  if (prepared.filled > 0) notes.push('gapsFilled');
  if (gap > 0) notes.push('gapAtEnd');
  return notes;
}
