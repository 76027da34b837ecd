import type { At } from '~/domain/cell';
import { monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from '../document';
import { nodeSales } from '../views/nodeSales';
import { type OrderCoverage, wholeMonths } from '../views/orderCoverage';
import { type SalesTable, salesOf } from './salesTable';

/**
 * What many nodes sold in every calendar month that the orders touch, up to the last whole one, minor units; NaN = unknown. All
 * have the same months; none without orders.
 */
export function monthHistories(
  document: PlanDocument,
  plan: Plan | null,
  { ats, table, coverage }: { ats: readonly At[]; table: SalesTable; coverage: OrderCoverage | null },
): Float64Array[] {
  if (!coverage) return ats.map(() => new Float64Array(0));
  const { firstMonth, lastMonth } = coverage;
  const known = wholeMonths(coverage, firstMonth, lastMonth - firstMonth + 1);
  let months = known.length;
  while (months > 0 && known[months - 1] === 0) months -= 1;
  const spans = Array.from({ length: months }, (_, m) => monthPeriodAt(firstMonth + m));
  return ats.map((at) => {
    const sold = salesOf(table, at);
    if (!sold) {
      const { whole } = nodeSales(document, plan, { at, firstMonth, months });
      return Float64Array.from(whole, (amount) => amount ?? Number.NaN);
    }
    return Float64Array.from(spans, (span, m) => (known[m] === 1 ? (sold(span) ?? Number.NaN) : Number.NaN));
  });
}
