import type { NodeCapacity } from '~/domain/capacityView';
import type { At } from '~/domain/cell';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { NO_GROUP, sumByDays } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { nodeFilters } from '../views/nodeFilters';
import { capacityBook } from './capacityBook';
import { type CapacityOrders, capacityOrders } from './capacityOrders';

const kept = new WeakMap<object, CapacityOrders>();

/**
 * What the sellers of a node can carry in the plan's year, minor units: `middle` by the productivity that is used, `low` and
 * `high` by that of the lower quarter and of the best tenth of the sellers. Null where capacity is unknown (`capacityBook`).
 */
export function nodeCapacity(
  document: PlanDocument,
  plan: Plan,
  { at, today }: { at: At; today: Day },
): NodeCapacity | null {
  const book = capacityBook(document, plan, today);
  if (!book) return null;
  let orders = kept.get(book);
  if (!orders) {
    orders = capacityOrders(document, book);
    kept.set(book, orders);
  }
  const by = nodeFilters(document, plan, at).map(({ dimension, inside }) => ({
    dimension,
    groupOf: Uint32Array.from(inside, (flag) => (flag === 1 ? 0 : NO_GROUP)),
    groups: 1,
  }));
  const cuts = Int32Array.of(book.sold.window.from, book.sold.window.to + 1);
  const base = sumByDays(orders.base, { by, cuts }).sums[0];
  const fresh = sumByDays(orders.fresh, { by, cuts }).sums[0];
  const { used, low, high } = book.productivity;
  const scaled = (productivity: number | null): number =>
    used !== null && used > 0 && productivity !== null ? (fresh * productivity) / used : fresh;
  const middle = Math.round(base + fresh);
  return {
    at,
    low: Math.min(middle, Math.round(base + scaled(low))),
    middle,
    high: Math.max(middle, Math.round(base + scaled(high))),
  };
}
