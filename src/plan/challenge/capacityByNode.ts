import type { OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { SupportRange } from '~/engine/challenge/index';
import type { View } from '~/engine/cube/index';
import { buildFacts, nodeFacts } from '~/engine/facts/index';
import { type CapacityBook, capacityBook } from '../capacity/capacityBook';
import { type CapacityOrders, capacityOrders } from '../capacity/capacityOrders';
import type { PlanDocument } from '../document';
import { leafCodes } from '../pools';
import { rangeOf } from './support';

const kept = new WeakMap<CapacityBook, CapacityOrders>();

/** What the sellers of every node of a view can carry in the plan's year: `nodeCapacity` of all of them at once. */
export function capacityByNode(
  document: PlanDocument,
  plan: Plan,
  { view, today }: { view: View; today: Day },
): ((node: number) => SupportRange) | null {
  const book = capacityBook(document, plan, today);
  if (!book) return null;
  const orders = kept.get(book) ?? capacityOrders(document, book);
  kept.set(book, orders);
  const { window } = book.sold;
  const { dimensions } = plan.groups[0];
  const leafOf = dimensions.map((dimension) => leafCodes(document, { dimension, pools: plan.pools, plan: plan.id }));
  const cuts = Int32Array.of(window.from, window.to + 1);
  const sumsOf = (segments: OrderSegment[]): Float64Array =>
    nodeFacts(view, buildFacts({ segments, dimensions, leafOf, ...window, cuts })).amount;
  const base = sumsOf(orders.base);
  const fresh = sumsOf(orders.fresh);
  const { used, low, high } = book.productivity;
  const scaled = (node: number, productivity: number | null): number =>
    used !== null && used > 0 && productivity !== null ? (fresh[node] * productivity) / used : fresh[node];
  return (node) => rangeOf(base[node] + scaled(node, low), base[node] + fresh[node], base[node] + scaled(node, high));
}
