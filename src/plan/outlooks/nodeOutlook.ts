import type { At } from '~/domain/cell';
import type { NodeOutlook } from '~/domain/outlook';
import type { SeriesForecast } from '~/engine/forecast/index';
import type { PlanDocument } from '../document';
import type { ForecastRequest } from '../views/forecastRequest';
import { forecastPoints, planPath } from '../views/forecastView';
import { spanSales } from '../views/nodeSales';
import type { OutlookScene } from './outlookScene';

/**
 * What a node may come to in the plan's year (`focusYear`), from its forecast: what came, what is still expected, and the
 * range in which the year ends eight times in ten. Minor units.
 */
export function nodeOutlook(
  document: PlanDocument,
  { year, isAhead, work, table, before }: OutlookScene,
  { request, result }: { request: ForecastRequest; result: SeriesForecast },
): NodeOutlook {
  const { at } = request;
  const points = forecastPoints(request, result, null);
  const { actual, months, outlook } = planPath(document, year, { at, points, table, work });
  const last = year.periods.length - 1;
  const [mean, lower, upper] = [outlook.mean[last], outlook.lower[last], outlook.upper[last]];
  return {
    at,
    actual: isAhead ? 0 : actual,
    lastYear: sumKnown(spanSales(document, year, { at, spans: before, table }).whole),
    year: mean === null || lower === null || upper === null ? null : { mean, lower, upper },
    periods: months.map((month) => {
      if (month.forecast) return month.forecast;
      return month.actual === null ? null : { mean: month.actual, lower: month.actual, upper: month.actual };
    }),
    months: request.history.filter((amount) => amount !== null).length,
  };
}

/** A node that nothing can be foretold of: what came and what came a year ago, as far as known. */
export function silentOutlook(
  document: PlanDocument,
  { year, isAhead, before, table }: OutlookScene,
  at: At,
): NodeOutlook {
  const { actual } = planPath(document, year, { at, points: [], table });
  return {
    at,
    actual: isAhead ? 0 : actual,
    lastYear: sumKnown(spanSales(document, year, { at, spans: before, table }).whole),
    year: null,
    periods: year.periods.map(() => null),
    months: 0,
  };
}

const sumKnown = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
