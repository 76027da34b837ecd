import { monthIdAt, monthIndexOf } from '~/domain/period';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import type { ForecastPoint, ForecastView } from '~/domain/view';
import type { SeriesForecast } from '~/engine/forecast/index';
import { goalAt } from '../commands/holds';
import type { PlanDocument } from '../document';
import { labelsOf } from './changeLines';
import type { ForecastRequest } from './forecastRequest';
import { nodeSales } from './nodeSales';
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
  plan: Plan | null,
  { request, result }: { request: ForecastRequest; result: SeriesForecast },
): ForecastView {
  const targets = plan ? nodeTargets(document, plan, request.at) : [];
  const points = pointsOf(request, result, { plan, targets });
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

function pointsOf(
  request: ForecastRequest,
  result: SeriesForecast,
  { plan, targets }: { plan: Plan | null; targets: (number | null)[] },
): ForecastPoint[] {
  const next = request.fromMonth + request.history.length;
  const first = Math.max(request.fromMonth, next - MONTHS_BEHIND);
  const planFirst = plan ? monthIndexOf(plan.periods[0].from) : next;
  const end = Math.max(next + result.mean.length, planFirst + targets.length);
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
      target: targets[month - planFirst] ?? null,
    };
  });
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
 * outlook by month. `running` is the first month that is not closed.
 */
export function planPath(
  document: PlanDocument,
  plan: Plan,
  { at, points }: { at: ForecastRequest['at']; points: readonly ForecastPoint[] },
) {
  const firstMonth = monthIndexOf(plan.periods[0].from);
  const sales = nodeSales(document, plan, { at, firstMonth, months: plan.periods.length });
  const months = plan.periods.map(({ id }, p) => {
    const point = points.find(({ period }) => period === id);
    const range = point?.intervals.find(({ level }) => level === YEAR_LEVEL);
    const mean = point?.mean ?? null;
    return {
      actual: sales.running?.index === p ? sales.running.amount : sales.whole[p],
      forecast: mean === null ? null : { mean, lower: range?.lower ?? mean, upper: range?.upper ?? mean },
    };
  });
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

function firstAfterKnown(whole: readonly (number | null)[]): number {
  let end = whole.length;
  while (end > 0 && whole[end - 1] === null) end -= 1;
  return end;
}
