import type { At } from '~/domain/cell';
import type { NodeOutlook } from '~/domain/outlook';
import type { Plan } from '~/domain/plan';
import { counterparts } from '~/domain/planYears';
import type { SeriesForecast } from '~/engine/forecast/index';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import type { ForecastRequest } from '../views/forecastRequest';
import { forecastView, planPath } from '../views/forecastView';
import { spanSales } from '../views/nodeSales';
import { orderCoverage } from '../views/orderCoverage';

/**
 * What a node may come to in the plan's year (`focusYear`), from its forecast: what came, what is still expected, and the
 * range in which the year ends eight times in ten. Minor units.
 */
export function nodeOutlook(
  document: PlanDocument,
  whole: Plan,
  { request, result }: { request: ForecastRequest; result: SeriesForecast },
): NodeOutlook {
  const { at } = request;
  const plan = focusYear(whole, request.asOf);
  const { points } = forecastView(document, whole, { request, result });
  const { actual, months, outlook } = planPath(document, plan, { at, points });
  const last = plan.periods.length - 1;
  const [mean, lower, upper] = [outlook.mean[last], outlook.lower[last], outlook.upper[last]];
  return {
    at,
    actual,
    lastYear: salesOfLastYear(document, plan, at),
    year: mean === null || lower === null || upper === null ? null : { mean, lower, upper },
    periods: months.map((month) => {
      if (month.forecast) return month.forecast;
      return month.actual === null ? null : { mean: month.actual, lower: month.actual, upper: month.actual };
    }),
    months: request.history.filter((amount) => amount !== null).length,
  };
}

/** A node that nothing can be foretold of: what came and what came a year ago, as far as known. */
export function silentOutlook(document: PlanDocument, whole: Plan, at: At): NodeOutlook {
  const coverage = orderCoverage(document);
  const plan = focusYear(whole, coverage?.asOf ?? whole.periods[0].from);
  return {
    at,
    actual: null,
    lastYear: salesOfLastYear(document, plan, at),
    year: null,
    periods: plan.periods.map(() => null),
    months: 0,
  };
}

function salesOfLastYear(document: PlanDocument, plan: Plan, at: At): number | null {
  const { whole } = spanSales(document, plan, { at, spans: counterparts(plan) });
  return whole.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
}
