import { foldKey, type Member } from '~/domain/dimension';
import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { customerFactsOf } from '~/engine/customers/index';
import { membersOf, type PlanDocument } from '../document';
import { orderCoverage } from './orderCoverage';
import { type CustomerFigures, freshCache, orderFacts, type ViewCache } from './viewCache';

const WINDOW_MONTHS = 12;

/** The figures of all customers, kept until orders or members change; null without orders. */
export function customerFigures(
  document: PlanDocument,
  cache: ViewCache,
  reading: ((name: string) => string) | undefined,
): CustomerFigures | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const orders = orderFacts(document, cache);
  if (cache.customers) return cache.customers;
  const { byCode, next } = membersOf(document, 'customer');
  const codes = customerCodes(document);
  const facts = customerFactsOf(orders, {
    customers: next,
    from: Math.max(coverage.from, windowStart(coverage.asOf)),
    to: coverage.asOf,
    asOf: coverage.asOf,
  });
  const listed = new Uint8Array(next);
  const influence = new Float64Array(next);
  const text: string[] = new Array(next).fill('');
  for (const code of codes) {
    const member = byCode[code];
    if (!member) continue;
    listed[code] = 1;
    influence[code] = Number(member.attributes.influence ?? 0) || 0;
    text[code] = searchText(member, reading);
  }
  for (let code = 0; code < next; code += 1) facts.any[code] &= listed[code];
  freshCache(document, cache).customers = { facts, influence, codes, text, rank: null };
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

/** The day after the same date a year before; the end of a month stays one. */
function windowStart(asOf: Day): Day {
  const month = monthIndexOf(asOf);
  const { from, to } = monthPeriodAt(month);
  const earlier = monthPeriodAt(month - WINDOW_MONTHS);
  return (asOf === to ? earlier.to : Math.min(earlier.to, earlier.from + asOf - from)) + 1;
}

function customerCodes(document: PlanDocument): Uint32Array {
  const { byCode } = membersOf(document, 'customer');
  const apart = new Uint8Array(byCode.length);
  for (const plan of document.records.plan.values()) {
    for (const pool of plan.pools) if (pool.dimension === 'customer' && !pool.only) apart[pool.member] = 1;
  }
  for (const { dimension, parent } of document.records.hierarchy.values()) {
    if (dimension === 'customer') for (const code of parent) apart[code] = 1;
  }
  const codes: number[] = [];
  for (let code = 1; code < byCode.length; code += 1) {
    const member = byCode[code];
    if (member && !member.archived && apart[code] === 0) codes.push(code);
  }
  return Uint32Array.from(codes);
}

const searchText = (member: Member, reading: ((name: string) => string) | undefined): string =>
  [member.key, ...member.aliases.map(foldKey), reading ? foldKey(reading(member.name)) : ''].join('\n');
