import { fiscalYear } from '~/domain/calendar';
import { monthIdAt, monthIndexOf } from '~/domain/period';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import type { ForecastPoint, ForecastView } from '~/domain/view';
import type { WorkingCalendar } from '~/domain/workingDays';
import type { SeriesForecast } from '~/engine/forecast/index';
import { workAround } from '../baseFacts';
import { goalAt } from '../commands/holds';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { amountIn, amountOfMonth } from '../monthAmounts';
import type { SalesTable } from '../outlooks/salesTable';
import { labelsOf } from './changeLines';
import type { ForecastRequest } from './forecastRequest';
import { spanSales } from './nodeSales';
import { nodeTargets, sumSpoken } from './nodeTargets';
import { yearOutlook } from './outlook';

/** Months of history that are drawn. */
const MONTHS_BEHIND = 36;
/** The range that is said for a year's total. */
export const YEAR_LEVEL = 0.8;

/**
 * A node's months, past and foretold, its target drawn against them, and what the plan's year comes to. Whole months
 * only: what came in the running one stands in `running`. Amounts are rounded to minor units. A year with a month that
 * is neither known nor foretold has no total.
 */
export function forecastView(
  document: PlanDocument,
  whole: Plan | null,
  { request, result }: { request: ForecastRequest; result: SeriesForecast },
): ForecastView {
  const plan = whole && focusYear(whole, request.asOf);
  const targets = plan ? nodeTargets(document, plan, request.at) : [];
  const points = forecastPoints(request, result, plan ? monthTargets(document, plan, targets) : null);
  return {
    at: request.at,
    label: labelsOf(document, request.at).join(' · '),
    asOf: request.asOf,
    points,
    running: request.running ? { period: monthIdAt(request.running.month), actual: request.running.actual } : null,
    method: result.method,
    seasonal: result.seasonal,
    models: result.models,
    error: result.error,
    notes: [...result.notes],
    year: yearOf(document, plan, { request, points, targets }),
    months: request.history.filter((amount) => amount !== null).length,
  };
}

/** The months of a node that are drawn, the foretold ones with their ranges, amounts rounded. */
export function forecastPoints(
  request: ForecastRequest,
  result: SeriesForecast,
  target: { first: number; amounts: (number | null)[] } | null,
): ForecastPoint[] {
  const next = request.fromMonth + request.history.length;
  const first = Math.max(request.fromMonth, next - MONTHS_BEHIND);
  const end = Math.max(next + result.mean.length, target ? target.first + target.amounts.length : 0);
  return Array.from({ length: end - first }, (_, i) => {
    const month = first + i;
    const ahead = month - next;
    const mean = ahead >= 0 && ahead < result.mean.length ? Math.round(result.mean[ahead]) : null;
    return {
      period: monthIdAt(month),
      actual: request.history[month - request.fromMonth] ?? null,
      mean,
      intervals:
        mean === null
          ? []
          : result.intervals.map(({ level, lower, upper }) => ({
              level,
              lower: Math.round(lower[ahead]),
              upper: Math.round(upper[ahead]),
            })),
      target: target?.amounts[month - target.first] ?? null,
    };
  });
}

/** The targets of a plan year by calendar month, whatever its periods are. */
function monthTargets(document: PlanDocument, plan: Plan, targets: (number | null)[]) {
  const { calendar, fiscalYear: name, periods } = plan;
  const months = fiscalYear({ ...calendar, kind: 'months' }, name).periods.map(({ from }) => monthIndexOf(from));
  if (calendar.kind === 'months') return { first: months[0], amounts: targets };
  const work = workAround(document, plan, plan);
  return {
    first: months[0],
    amounts: months.map((month) => amountOfMonth(month, { periods, amounts: targets }, work)),
  };
}

function yearOf(
  document: PlanDocument,
  plan: Plan | null,
  { request, points, targets }: { request: ForecastRequest; points: ForecastPoint[]; targets: (number | null)[] },
): ForecastView['year'] {
  const none = {
    actual: null,
    forecast: null,
    lower: null,
    upper: null,
    target: sumSpoken(targets),
    goal: plan ? yearGoal(document, plan, request.at) : null,
    level: YEAR_LEVEL,
  };
  if (!plan) return none;
  const path = planPath(document, plan, { at: request.at, points });
  const last = plan.periods.length - 1;
  return {
    ...none,
    actual: path.actual,
    forecast: path.outlook.mean[last],
    lower: path.outlook.lower[last],
    upper: path.outlook.upper[last],
  };
}

const yearGoal = (document: PlanDocument, plan: Plan, at: ForecastRequest['at']): number | null =>
  goalAt(document, { column: WORKING_TARGET, at, periods: plan.periods.map(({ id }) => id) })?.amount ?? null;

/**
 * The plan's year of a node: what came in it so far (null when nothing of it is known, or a month of it is not), and the
 * outlook by period. `running` is the first period that is not closed.
 */
export function planPath(
  document: PlanDocument,
  plan: Plan,
  {
    at,
    points,
    table,
    work,
  }: { at: ForecastRequest['at']; points: readonly ForecastPoint[]; table?: SalesTable; work?: WorkingCalendar },
) {
  const sales = spanSales(document, plan, { at, spans: plan.periods, table });
  const ranges = periodRanges(plan, points, () => work ?? workAround(document, plan, plan));
  const months = plan.periods.map((_, p) => ({
    actual: sales.running?.index === p ? sales.running.amount : sales.whole[p],
    forecast: ranges[p],
  }));
  const running = sales.running?.index ?? firstAfterKnown(sales.whole);
  const come = months.slice(0, sales.running ? running + 1 : running).map(({ actual }) => actual);
  const isKnown = come.length > 0 && come.every((amount) => amount !== null);
  return {
    running,
    months,
    actual: isKnown ? sumSpoken(come) : null,
    outlook: yearOutlook(months, running),
  };
}

/** The forecast of each period with the range said for years; null where a month of it is neither foretold nor over. */
function periodRanges(
  plan: Plan,
  points: readonly ForecastPoint[],
  workDays: () => WorkingCalendar,
): ({ mean: number; lower: number; upper: number } | null)[] {
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const rangeOf = (point: ForecastPoint | undefined) => point?.intervals.find(({ level }) => level === YEAR_LEVEL);
  if (plan.calendar.kind === 'months') {
    return plan.periods.map(({ id }) => {
      const point = byPeriod.get(id);
      const mean = point?.mean ?? null;
      return mean === null
        ? null
        : { mean, lower: rangeOf(point)?.lower ?? mean, upper: rangeOf(point)?.upper ?? mean };
    });
  }
  const work = workDays();
  const pointAt = (month: number): ForecastPoint | undefined => byPeriod.get(monthIdAt(month));
  const meanOf = (month: number): number | null => pointAt(month)?.mean ?? pointAt(month)?.actual ?? null;
  return plan.periods.map((period) => {
    const isAhead = pointAt(monthIndexOf(period.to))?.mean ?? null;
    const mean = isAhead === null ? null : amountIn(period, meanOf, work);
    if (mean === null) return null;
    const lower = amountIn(period, (month) => rangeOf(pointAt(month))?.lower ?? meanOf(month), work) ?? mean;
    const upper = amountIn(period, (month) => rangeOf(pointAt(month))?.upper ?? meanOf(month), work) ?? mean;
    return { mean: Math.round(mean), lower: Math.round(lower), upper: Math.round(upper) };
  });
}

function firstAfterKnown(whole: readonly (number | null)[]): number {
  let end = whole.length;
  while (end > 0 && whole[end - 1] === null) end -= 1;
  return end;
}
