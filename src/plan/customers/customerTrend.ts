import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import { rowsBetween } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { orderCoverage } from '../views/orderCoverage';
import { orderFacts, type ViewCache } from '../views/viewCache';

export const TREND_MONTHS = 12;

/** Net sales by customer and month, minor units: `amount[code × 12 + month]`, the last month being that of the last complete day. */
export interface CustomerTrend {
  /** Index of its first month. */
  firstMonth: number;
  amount: Float64Array;
}

const kept = new WeakMap<ViewCache, { version: number; trend: CustomerTrend | null }>();

/** Twelve months of every customer in one pass over their orders, kept until these change; null without orders. */
export function customerTrend(document: PlanDocument, cache: ViewCache): CustomerTrend | null {
  const known = kept.get(cache);
  if (known?.version === document.ordersVersion) return known.trend;
  const trend = readTrend(document, cache);
  kept.set(cache, { version: document.ordersVersion, trend });
  return trend;
}

function readTrend(document: PlanDocument, cache: ViewCache): CustomerTrend | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const facts = orderFacts(document, cache);
  const amount = new Float64Array(membersOf(document, 'customer').next * TREND_MONTHS);
  const firstMonth = monthIndexOf(coverage.asOf) - TREND_MONTHS + 1;
  const codes = facts.codes.customer;
  // Rows lie by day: a month is one stretch of them.
  for (let month = 0; codes && month < TREND_MONTHS; month += 1) {
    const { from, to } = monthPeriodAt(firstMonth + month);
    const [first, end] = rowsBetween(facts, from, Math.min(to, coverage.asOf));
    for (let i = first; i < end; i += 1) amount[codes[i] * TREND_MONTHS + month] += facts.amount[i];
  }
  return { firstMonth, amount };
}
