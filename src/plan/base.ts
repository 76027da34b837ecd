import { fiscalYear, fiscalYearOfDay } from '~/domain/calendar';
import { type Day, isoDate, type PeriodId } from '~/domain/period';
import type { BaseKind, PlanBase } from '~/domain/plan';
import type { PlanTime } from '~/domain/planYears';
import type { WorkingCalendar } from '~/domain/workingDays';
import { type DaySpan, type FactTable, rowSums } from '~/engine/facts/index';
import { baseForecast } from './baseForecast';
import { baseSpans } from './baseSpans';
import { isKnownSpan, type MonthCoverage } from './facts';

/** The same orders twice, row by row: by calendar month, and by the cuts of the plan's calendar (`baseCuts`). */
export interface BaseFacts {
  months: FactTable;
  cut: FactTable;
}

/** The amounts per line of facts that a plan's first year grows from, period by period. */
export interface Base {
  summary: PlanBase;
  /** Days behind each period; none where there is no such time. */
  spans: DaySpan[][];
  /** `known`: sold; `forecast`: expected; `unknown`: outside the coverage. */
  origin: ('known' | 'forecast' | 'unknown')[];
  /** Minor units by period, then row of the fact table. Forecast periods are spread by the last twelve months. */
  amount: Float64Array[];
}

export interface BaseOptions {
  kind: BaseKind;
  /** One fiscal year with its periods. */
  year: PlanTime;
  /** Working days around the year and the one before: they lay foretold months on periods. */
  work: WorkingCalendar;
  today: Day;
}

/**
 * What a plan can grow from: last year (the same months, or weeks, a year earlier), the last twelve whole months (52 weeks),
 * or actual to date plus the forecast of the rest 预计完成. Periods outside the coverage are unknown, never 0; `estimate`
 * says what the whole year would be at the known periods' pace. Counts of unknown and foretold time are in months.
 */
export function baseOf(facts: BaseFacts | null, coverage: MonthCoverage | null, options: BaseOptions): Base {
  const { kind, year } = options;
  const spans = baseSpans(kind, year, coverage);
  const rows = facts?.cut.count ?? 0;
  const days = spans.flat();
  const base: Base = {
    summary: {
      kind,
      total: null,
      estimate: null,
      from: periodIdOf(year, Math.min(...days.map(({ from }) => from))),
      to: periodIdOf(year, Math.max(...days.map(({ to }) => to))),
      unknownMonths: 0,
      forecastMonths: 0,
      takenOn: isoDate(options.today),
    },
    spans,
    origin: spans.map(() => 'unknown'),
    amount: spans.map(() => new Float64Array(rows)),
  };
  if (!facts || !coverage || kind === 'none') {
    return { ...base, summary: { ...base.summary, kind: facts ? kind : 'none', unknownMonths: MONTHS } };
  }
  spans.forEach((parts, p) => {
    if (parts.length === 0 || !parts.every((span) => isKnownSpan(coverage, span))) return;
    base.origin[p] = 'known';
    base.amount[p] = rowSums(facts.cut, parts);
  });
  if (kind === 'actualPlusForecast') {
    baseForecast(spans, { facts: facts.months, coverage, work: options.work }).forEach((amount, p) => {
      if (base.origin[p] === 'known' || !amount) return;
      base.origin[p] = 'forecast';
      base.amount[p] = amount;
    });
  }
  return { ...base, summary: summaryOf(base, year) };
}

const MONTHS = 12;

/** The period of the same calendar that a day lies in, of whatever year. */
function periodIdOf({ calendar }: PlanTime, day: Day): PeriodId {
  const { periods } = fiscalYear(calendar, fiscalYearOfDay(calendar, day));
  return (periods.find(({ from, to }) => from <= day && day <= to) ?? periods[0]).id;
}

function summaryOf(base: Base, year: PlanTime): PlanBase {
  const count = (origin: string): number => base.origin.filter((entry) => entry === origin).length;
  const periods = base.spans.length;
  const unknown = count('unknown');
  if (unknown === periods) return { ...base.summary, unknownMonths: MONTHS };
  const total = base.amount.reduce((all, column) => all + sum(column), 0);
  return {
    ...base.summary,
    total,
    estimate: Math.round(total * partKnown(base, year)),
    unknownMonths: Math.round((unknown * MONTHS) / periods),
    forecastMonths: Math.round((count('forecast') * MONTHS) / periods),
  };
}

/** How many times longer the year is than what is known of its base: by months, or by days where periods differ. */
function partKnown({ spans, origin }: Base, { calendar, periods }: PlanTime): number {
  const isKnown = (p: number): boolean => origin[p] !== 'unknown';
  if (calendar.kind === 'months') return periods.length / origin.filter((_, p) => isKnown(p)).length;
  const lengthOf = (parts: readonly DaySpan[]): number => parts.reduce((all, { from, to }) => all + to - from + 1, 0);
  return lengthOf(periods) / lengthOf(spans.flatMap((parts, p) => (isKnown(p) ? parts : [])));
}

const sum = (column: Float64Array): number => column.reduce((all, value) => all + value, 0);
