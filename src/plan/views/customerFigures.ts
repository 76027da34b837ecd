import { customerFactsOf } from '~/engine/customers/index';
import { customerCodes } from '../customers/customerCodes';
import { customerWindow } from '../customers/customerWindow';
import { membersOf, type PlanDocument } from '../document';
import { orderCoverage } from './orderCoverage';
import { type CustomerFigures, freshCache, orderFacts, type ViewCache } from './viewCache';

/** The figures of all customers, kept until orders or members change; null without orders. */
export function customerFigures(document: PlanDocument, cache: ViewCache): CustomerFigures | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const orders = orderFacts(document, cache);
  if (cache.customers) return cache.customers;
  const { byCode, next } = membersOf(document, 'customer');
  const codes = customerCodes(document);
  const window = customerWindow(coverage);
  const facts = customerFactsOf(orders, {
    customers: next,
    from: window.from,
    to: window.to,
    asOf: coverage.asOf,
  });
  const listed = new Uint8Array(next);
  const influence = new Float64Array(next);
  for (const code of codes) {
    const member = byCode[code];
    if (!member) continue;
    listed[code] = 1;
    influence[code] = Number(member.attributes.influence ?? 0) || 0;
  }
  for (let code = 0; code < next; code += 1) facts.any[code] &= listed[code];
  freshCache(document, cache).customers = { cache, facts, influence, codes, rank: null };
  return cache.customers;
}

/** Rank of each customer by name, in Chinese order (Latin letters first come first); equal names by code. */
export function rankByName(document: PlanDocument, figures: CustomerFigures): Uint32Array {
  if (figures.rank) return figures.rank;
  const { byCode, next } = membersOf(document, 'customer');
  const order = new Intl.Collator('zh-CN', { numeric: true });
  const sorted = Array.from(figures.codes).sort(
    (a, b) => order.compare(byCode[a]?.name ?? '', byCode[b]?.name ?? '') || a - b,
  );
  figures.rank = new Uint32Array(next);
  for (let i = 0; i < sorted.length; i += 1) figures.rank[sorted[i]] = i;
  return figures.rank;
}
