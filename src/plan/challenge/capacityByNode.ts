import { issue } from '~/domain/issue';
import type { OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { SupportRange } from '~/engine/challenge/index';
import type { View } from '~/engine/cube/index';
import { buildFacts, nodeFacts } from '~/engine/facts/index';
import { type CapacityBook, capacityBook } from '../capacity/capacityBook';
import { type CapacityOrders, capacityOrders } from '../capacity/capacityOrders';
import type { PlanDocument } from '../document';
import { leafCodes } from '../pools';
import { rangeOf } from './support';

const kept = new WeakMap<CapacityBook, CapacityOrders>();

/** What the sellers of a node can carry: customers they have, and new business. */
export interface CarriedAmount {
  range: SupportRange;
  base: number;
  fresh: number;
}

/**
 * What the sellers of every node of a view can carry in the plan's year: `nodeCapacity` of all of them at once. Unknown, and
 * no limit to anything, where nobody knows what new business a seller brings: known customers alone would be too little.
 */
export function capacityByNode(
  document: PlanDocument,
  plan: Plan,
  { view, today }: { view: View; today: Day },
): Result<(node: number) => CarriedAmount> {
  const book = capacityBook(document, plan, today);
  if (!book) return fail(issue('challenge/noCapacity'));
  const { used, low, high } = book.productivity;
  if (used === null) return fail(issue('capacity/noNewBusiness'));
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
  const scaled = (node: number, productivity: number | null): number =>
    used > 0 && productivity !== null ? (fresh[node] * productivity) / used : fresh[node];
  return ok((node) => ({
    range: rangeOf(base[node] + scaled(node, low), base[node] + fresh[node], base[node] + scaled(node, high)),
    base: Math.round(base[node]),
    fresh: Math.round(fresh[node]),
  }));
}
