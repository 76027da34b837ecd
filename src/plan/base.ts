import type { FiscalYear } from '~/domain/calendar';
import { type Day, isoDate, monthIdAt, monthIndexOf } from '~/domain/period';
import type { BaseKind, PlanBase } from '~/domain/plan';
import type { FactTable } from '~/engine/facts/index';
import { forecastSeries } from '~/engine/forecast/index';
import { isKnownMonth, type MonthCoverage } from './facts';

/** The twelve amounts per line of facts that a plan grows from, month by month of the plan. */
export interface Base {
  summary: PlanBase;
  /** Calendar month behind each plan period. */
  months: number[];
  /** `known`: sold; `forecast`: expected; `unknown`: outside the coverage. */
  origin: ('known' | 'forecast' | 'unknown')[];
  /** Minor units by period, then row of the fact table. Forecast months are spread by the last twelve months. */
  amount: Float64Array[];
}

/**
 * What a plan can grow from: last year (the same months a year earlier), the last twelve whole months, or actual to date
 * plus the forecast of the rest 预计完成. Months outside the coverage are unknown, never 0; `estimate` says what twelve
 * months would be at the known months' pace.
 */
export function baseOf(
  facts: FactTable | null,
  coverage: MonthCoverage | null,
  options: { kind: BaseKind; year: FiscalYear; today: Day },
): Base {
  const first = monthIndexOf(options.year.periods[0].from);
  const months = baseMonths(options.kind, first, coverage);
  const rows = facts?.count ?? 0;
  const base: Base = {
    summary: {
      kind: options.kind,
      total: null,
      estimate: null,
      from: monthIdAt(Math.min(...months)),
      to: monthIdAt(Math.max(...months)),
      unknownMonths: 0,
      forecastMonths: 0,
      takenOn: isoDate(options.today),
    },
    months,
    origin: months.map(() => 'unknown'),
    amount: months.map(() => new Float64Array(rows)),
  };
  if (!facts || !coverage || options.kind === 'none') {
    return { ...base, summary: { ...base.summary, kind: facts ? options.kind : 'none', unknownMonths: months.length } };
  }
  months.forEach((month, p) => {
    const column = facts.amount[month - facts.fromMonth];
    if (!isKnownMonth(coverage, month) || !column) return;
    base.origin[p] = 'known';
    base.amount[p].set(column);
  });
  if (options.kind === 'actualPlusForecast') forecastRest(base, facts, coverage);
  return { ...base, summary: summaryOf(base) };
}

/** The calendar month behind each plan period: a year earlier, or the one of the same name among the last twelve. */
function baseMonths(kind: BaseKind, first: number, coverage: MonthCoverage | null): number[] {
  if (kind !== 'lastTwelveMonths' || !coverage) return Array.from({ length: 12 }, (_, p) => first - 12 + p);
  const from = coverage.to - 11;
  return Array.from({ length: 12 }, (_, p) => from + ((((first + p - from) % 12) + 12) % 12));
}

/** Fills months after the coverage with the company's forecast, split by each row's last twelve months. */
function forecastRest(base: Base, facts: FactTable, coverage: MonthCoverage): void {
  const last = Math.max(...base.months);
  const horizon = last - coverage.to;
  if (horizon <= 0) return;
  const history: (number | null)[] = [];
  for (let month = coverage.from; month <= coverage.to; month += 1) {
    const column = facts.amount[month - facts.fromMonth];
    history.push(isKnownMonth(coverage, month) ? (column ? sum(column) : 0) : null);
  }
  const { mean } = forecastSeries(history, { period: 12, horizon, levels: [], seed: 1 });
  const share = shareOfRows(facts, coverage);
  base.months.forEach((month, p) => {
    const ahead = month - coverage.to - 1;
    if (base.origin[p] === 'known' || ahead < 0 || ahead >= horizon) return;
    base.origin[p] = 'forecast';
    const total = Math.max(0, mean[ahead]);
    for (let row = 0; row < facts.count; row += 1) base.amount[p][row] = Math.round(total * share[row]);
  });
}

function shareOfRows(facts: FactTable, coverage: MonthCoverage): Float64Array {
  const share = new Float64Array(facts.count);
  let total = 0;
  for (let month = coverage.to - 11; month <= coverage.to; month += 1) {
    const column = facts.amount[month - facts.fromMonth];
    if (!column) continue;
    for (let row = 0; row < facts.count; row += 1) {
      share[row] += column[row];
      total += column[row];
    }
  }
  return total > 0 ? share.map((amount) => Math.max(0, amount) / total) : share.fill(1 / Math.max(1, facts.count));
}

function summaryOf(base: Base): PlanBase {
  const count = (origin: string): number => base.origin.filter((entry) => entry === origin).length;
  const unknownMonths = count('unknown');
  if (unknownMonths === base.months.length) return { ...base.summary, unknownMonths };
  const total = base.amount.reduce((all, column) => all + sum(column), 0);
  const known = base.months.length - unknownMonths;
  return {
    ...base.summary,
    total,
    estimate: Math.round((total * base.months.length) / known),
    unknownMonths,
    forecastMonths: count('forecast'),
  };
}

const sum = (column: Float64Array): number => column.reduce((all, value) => all + value, 0);
