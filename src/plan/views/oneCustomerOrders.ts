import type { MemberCode } from '~/domain/dimension';
import type { CustomerOrder } from '~/domain/oneCustomer';
import { orderRowsOf } from '../customers/orderRowsOf';
import { memberName, type PlanDocument } from '../document';
import { orderFacts, type ViewCache } from './viewCache';

/** Orders of a customer, newest first: all lines of one order number belong together, whatever their days. Its day is its first. */
export function ordersOf(
  document: PlanDocument,
  cache: ViewCache,
  { customer, first, count }: { customer: MemberCode; first: number; count: number },
): CustomerOrder[] {
  const facts = orderFacts(document, cache);
  const lines = new Map<number, number[]>();
  for (const row of orderRowsOf(document, cache, customer)) {
    const own = lines.get(facts.order[row]);
    if (own) own.push(row);
    else lines.set(facts.order[row], [row]);
  }
  const newest = [...lines].reverse().slice(Math.max(0, first), Math.max(0, first) + Math.max(0, count));
  return newest.map(([id, rows]) => ({
    id,
    day: facts.day[rows[0]],
    amount: rows.reduce((sum, row) => sum + facts.amount[row], 0),
    lines: rows.map((row) => ({
      product: memberName(document, 'product', facts.codes.product?.[row] ?? 0),
      amount: facts.amount[row],
    })),
  }));
}

/** Orders of a customer, ever; lines of one order count once. 0 without any. */
export function orderCountOf(document: PlanDocument, cache: ViewCache, customer: MemberCode): number {
  const facts = orderFacts(document, cache);
  const seen = new Set<number>();
  for (const row of orderRowsOf(document, cache, customer)) seen.add(facts.order[row]);
  return seen.size;
}
