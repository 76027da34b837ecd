import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { type Grouping, NO_GROUP, sumByMonth } from '~/engine/kpi/index';
import { orderSegments, type PlanDocument } from '../document';
import { nodeFilters } from './nodeFilters';
import { orderCoverage, wholeMonths } from './orderCoverage';

export interface MonthSales {
  /** Net sales by month, minor units; null = not known whole, the running month included. */
  whole: (number | null)[];
  /** What came in the running month so far; null where none of the months is running. */
  running: { index: number; amount: number } | null;
}

/**
 * What a node sold in consecutive calendar months, read from the order lines: also for members that no line of the plan
 * names. A month inside the coverage without orders is 0, one outside it null.
 */
export function nodeSales(
  document: PlanDocument,
  plan: Plan | null,
  { at, firstMonth, months }: { at: At; firstMonth: number; months: number },
): MonthSales {
  const coverage = orderCoverage(document);
  if (!coverage || months <= 0) return { whole: new Array(Math.max(0, months)).fill(null), running: null };
  const by = nodeFilters(document, plan, at).map(
    ({ dimension, inside }): Grouping => ({
      dimension,
      groupOf: Uint32Array.from(inside, (flag) => (flag === 1 ? 0 : NO_GROUP)),
      groups: 1,
    }),
  );
  const { sums } = sumByMonth(orderSegments(document), { by, firstMonth, months });
  const known = wholeMonths(coverage, firstMonth, months);
  const index = coverage.running === null ? -1 : coverage.running - firstMonth;
  return {
    whole: Array.from(sums, (amount, m) => (known[m] === 1 ? amount : null)),
    running: index >= 0 && index < months ? { index, amount: sums[index] } : null,
  };
}
