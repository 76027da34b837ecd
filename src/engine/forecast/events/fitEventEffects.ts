import { fitStructure } from '../components/fitStructure';
import { structuralFilter } from '../components/structuralFilter';
import { EVENT_SPREAD, type EventColumn, eventColumns, mark } from './eventColumns';
import type { EventEffects, HolidayEffect, PromotionEffect } from './eventEffects';
import type { HolidayTable } from './holidayTable';
import { LearnedColumns } from './learnedColumns';
import { type PooledLift, type Promotion, promotionType } from './promotion';
import { type ShrunkFit, shrunkRegression } from './shrunkRegression';

export interface EffectOptions {
  period: number;
  horizon: number;
  /** Number of the first value: for months counted from 1970-01. */
  firstMonth: number;
  holidays: readonly HolidayTable[];
  promotions: readonly Promotion[];
  pooledLifts?: readonly PooledLift[];
}

/** Quantile of the normal distribution behind a range that holds eight of ten. */
const EIGHT_OF_TEN = 1.2816;
const WEAKEST_SHARE = -0.95;

/**
 * What feasts and promotions do to a series, learned together with its level and season from the logarithms of its
 * values (NaN = missing, not positive or left out): generalised least squares behind a structural model, each effect
 * drawn to what is expected of it (the feast's usual one, the type's mean over the user's series, else nothing) as far as
 * the history leaves it open. Lifts that a person gave are taken as they are. What falls into the same months of every
 * year cannot be told from the season and stays in it.
 * Source: X-13's "genhol" regressors (Findley et al. 1998) and log-additive promotions, fitted as in Harvey 1989, ch. 7.
 */
export function fitEventEffects(logs: Float64Array, options: EffectOptions): EventEffects {
  const { period, horizon, firstMonth, holidays, promotions, pooledLifts = [] } = options;
  const length = logs.length + horizon;
  const given = new Float64Array(length);
  for (const promotion of promotions) addGiven(given, promotion, firstMonth);
  const columns = eventColumns({ ...options, pooledLifts, length, known: logs.length });
  const fit = columns.length > 0 ? fitColumns(logs, { given, columns, period }) : null;
  const learned = new LearnedColumns(columns, fit);
  const holidayLog = new Float64Array(length);
  const promotionLog = given;
  const doubt = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    columns.forEach((column, i) => {
      if (column.values[t] === 0) return;
      const into = column.kind === 'before' || column.kind === 'after' ? holidayLog : promotionLog;
      into[t] += learned.value(i) * column.values[t];
      if (column.kind === 'type' && t >= logs.length) doubt[t] += (EVENT_SPREAD * column.values[t]) ** 2;
    });
    doubt[t] = Math.sqrt(doubt[t] + learned.variance((i) => columns[i].values[t]));
  }
  const types = columns.flatMap((column, i) => {
    const months = column.kind === 'type' ? knownMonths(column.values, logs) : 0;
    return fit && months > 0 ? [{ type: column.key, mean: fit.values[i], error: learned.error(i), months }] : [];
  });
  const of = { logs, firstMonth, pooledLifts, learned, seenTypes: new Set(types.map(({ type }) => type)) };
  return {
    holidays: holidays.flatMap((table) => holidayEffect(table, learned)),
    promotions: promotions.map((promotion) => promotionEffect(promotion, of)),
    holidayLog,
    promotionLog,
    doubt,
    types,
  };
}

function fitColumns(
  logs: Float64Array,
  { given, columns, period }: { given: Float64Array; columns: EventColumn[]; period: number },
): ShrunkFit {
  const series = [
    logs.map((value, t) => value - given[t]),
    ...columns.map(({ values }) => values.slice(0, logs.length)),
  ];
  const priors = columns.map(({ prior }) => prior);
  const seasons = logs.length > period ? period : 1;
  const { shape } = fitStructure(series, seasons, (run) => shrunkRegression(run, priors).squares);
  return shrunkRegression(structuralFilter(series, shape), priors);
}

function holidayEffect({ name }: HolidayTable, learned: LearnedColumns): HolidayEffect[] {
  const before = learned.indexOf('before', name);
  const after = learned.indexOf('after', name);
  if (before < 0 && after < 0) return [];
  return [
    {
      name,
      lift: Math.expm1(learned.value(before)),
      drop: Math.expm1(learned.value(after)),
      liftError: learned.error(before),
      dropError: learned.error(after),
    },
  ];
}

function promotionEffect(
  promotion: Promotion,
  of: {
    logs: Float64Array;
    firstMonth: number;
    pooledLifts: readonly PooledLift[];
    learned: LearnedColumns;
    seenTypes: Set<string>;
  },
): PromotionEffect {
  const { id } = promotion;
  const covered = new Float64Array(of.logs.length);
  mark(covered, promotion, of.firstMonth);
  const months = knownMonths(covered, of.logs);
  if (promotion.lift !== null) {
    return { id, lift: promotion.lift, lower: promotion.lift, upper: promotion.lift, months, source: 'given' };
  }
  const type = of.learned.indexOf('type', promotionType(promotion));
  const own = of.learned.indexOf('event', id);
  const value = of.learned.value(type) + of.learned.value(own);
  const alone = own < 0 ? EVENT_SPREAD : 0;
  const error =
    Math.hypot(alone, Math.sqrt(of.learned.variance((i) => (i === type || i === own ? 1 : 0)))) * EIGHT_OF_TEN;
  const pooled = of.pooledLifts.some((lift) => lift.type === promotionType(promotion));
  return {
    id,
    lift: Math.expm1(value),
    lower: Math.expm1(value - error),
    upper: Math.expm1(value + error),
    months,
    source: of.seenTypes.has(promotionType(promotion)) ? 'learned' : pooled ? 'pooled' : 'unknown',
  };
}

function addGiven(given: Float64Array, promotion: Promotion, firstMonth: number): void {
  if (promotion.lift === null) return;
  const months = new Float64Array(given.length);
  mark(months, promotion, firstMonth);
  const log = Math.log1p(Math.max(WEAKEST_SHARE, promotion.lift));
  for (let t = 0; t < given.length; t++) given[t] += log * months[t];
}

function knownMonths(values: Float64Array, logs: Float64Array): number {
  let months = 0;
  for (let t = 0; t < logs.length; t++) if (values[t] !== 0 && !Number.isNaN(logs[t])) months++;
  return months;
}
