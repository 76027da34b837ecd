import type { MemberCode } from '~/domain/dimension';
import { membersOf, type PlanDocument } from '../document';
import { orderFacts, type ViewCache } from '../views/viewCache';

const kept = new WeakMap<ViewCache, { version: number; start: Uint32Array; rows: Uint32Array }>();

/** Rows of the order table that are one customer's, by day; laid out for all of them at once and kept until orders change. */
export function orderRowsOf(document: PlanDocument, cache: ViewCache, customer: MemberCode): Uint32Array {
  const facts = orderFacts(document, cache);
  let known = kept.get(cache);
  if (known?.version !== document.ordersVersion) {
    const { next } = membersOf(document, 'customer');
    const codes = facts.codes.customer ?? new Uint32Array(facts.count);
    const start = new Uint32Array(next + 1);
    for (let i = 0; i < facts.count; i += 1) start[codes[i] + 1] += 1;
    for (let c = 0; c < next; c += 1) start[c + 1] += start[c];
    const place = start.slice();
    const rows = new Uint32Array(facts.count);
    for (let i = 0; i < facts.count; i += 1) {
      rows[place[codes[i]]] = i;
      place[codes[i]] += 1;
    }
    known = { version: document.ordersVersion, start, rows };
    kept.set(cache, known);
  }
  return known.rows.subarray(known.start[customer], known.start[customer + 1]);
}
