import type { NodeOutlook } from '~/domain/outlook';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { BurnUp, ForecastView, KpiQuery, KpiView } from '~/domain/view';
import { evaluateKpis } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { burnUpOf } from './burnUp';
import { kpiBreakdown } from './kpiBreakdown';
import { kpiCard } from './kpiCard';
import { fiscalOf, kpiInput } from './kpiInput';
import { kpiPeriodOf, kpiPeriods } from './kpiPeriods';
import { kpiSources } from './kpiSources';
import { orderCoverage } from './orderCoverage';
import { serviceDay } from './serviceScene';
import type { ViewCache } from './viewCache';

export interface KpiOptions {
  query: KpiQuery;
  cache: ViewCache;
  /** Only counts where there are no orders. */
  today: Day;
  /** The forecast of the same node, for the burn-up. */
  forecast?: ForecastView | null;
  /** What the node may come to in the plan's year, for the cover of its deals. */
  outlook?: NodeOutlook | null;
}

/**
 * The KPI board of a node in a month, fiscal quarter or year: every KPI with value, limits, status and trend, as of the
 * last complete day of the orders. The running period is the one that day falls into; it is judged on pace. KPIs whose
 * source is not there are cards without a value that name what they need.
 */
export function kpiView(document: PlanDocument, plan: Plan | null, options: KpiOptions): KpiView {
  const { query, cache, today } = options;
  const coverage = orderCoverage(document);
  const asOf = coverage?.asOf ?? today;
  const calendar = fiscalOf(plan);
  const span = {
    from: Math.min(coverage?.from ?? asOf, plan?.periods[0].from ?? asOf),
    to: Math.max(asOf, plan?.periods[plan.periods.length - 1].to ?? asOf),
  };
  const periods = kpiPeriods(query.period, calendar, span);
  const period = periods.find(({ id }) => id === query.periodId) ?? kpiPeriodOf(query.period, calendar, asOf);
  const results = evaluateKpis({
    ...kpiInput(document, plan, { at: query.at, period, cache, today }),
    sources: kpiSources(
      document,
      { plan, at: query.at, on: serviceDay(document, today) },
      { cache, today, outlook: options.outlook ?? null },
    ),
  });
  return {
    asOf: coverage?.asOf ?? null,
    period: { id: period.id, from: period.from, to: period.to, running: period.from <= asOf && asOf < period.to },
    periods: periods.map(({ id }) => id),
    cards: results.map((result) => kpiCard(result, (day) => kpiPeriodOf(query.period, calendar, day).id)),
    burnUp: plan
      ? burnUpOf(document, focusYear(plan, Math.min(asOf, period.to)), {
          at: query.at,
          forecast: options.forecast ?? null,
        })
      : NO_BURN_UP,
    breakdown: plan ? kpiBreakdown(document, plan, { at: query.at, period, cache, today }) : null,
  };
}

const NO_BURN_UP: BurnUp = { periods: [], target: [], actual: [], lastYear: [], forecast: [], lower: [], upper: [] };
