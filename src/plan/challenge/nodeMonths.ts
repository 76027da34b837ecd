import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { View } from '~/engine/cube/index';
import { nodeFacts } from '~/engine/facts/index';
import type { PlanDocument } from '../document';
import { type FactCache, planFacts } from '../facts';
import { type OrderCoverage, orderCoverage, wholeMonths } from '../views/orderCoverage';

/** What every node of a view sold by calendar month, up to the last month that is known whole. */
export interface NodeMonths {
  coverage: OrderCoverage;
  /** Calendar month of the first entry. */
  fromMonth: number;
  /** Months of a node, oldest first, minor units; null = unknown. */
  of(node: number): (number | null)[];
}

/** Null without orders. */
export function nodeMonths(
  document: PlanDocument,
  plan: Plan,
  { view, facts }: { view: View; facts: FactCache },
): NodeMonths | null {
  const coverage = orderCoverage(document);
  const table = planFacts(document, plan, facts);
  if (!coverage || !table) return null;
  const { amount, months, fromMonth } = nodeFacts(view, table);
  const known = wholeMonths(coverage, fromMonth, months);
  const end = known.lastIndexOf(1) + 1;
  return {
    coverage,
    fromMonth,
    of: (node) => Array.from({ length: end }, (_, m) => (known[m] === 1 ? amount[node * months + m] : null)),
  };
}

/** The calendar months of a plan year, and which part of each lies in it: all of it where its periods are months. */
export function monthsOfYear({ periods }: Plan): { month: number; part: number }[] {
  const { from } = periods[0];
  const { to } = periods[periods.length - 1];
  const first = monthIndexOf(from);
  return Array.from({ length: monthIndexOf(to) - first + 1 }, (_, i) => {
    const month = first + i;
    const whole = monthPeriodAt(month);
    const days = Math.min(to, whole.to) - Math.max(from, whole.from) + 1;
    return { month, part: days / (whole.to - whole.from + 1) };
  });
}
