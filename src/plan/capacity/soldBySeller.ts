import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { covers } from '~/engine/kpi/index';
import { attributeMembers } from '../customers/attributeMembers';
import { membersOf, orderSegments, type PlanDocument } from '../document';
import { orderCoverage } from '../views/orderCoverage';

/** The months that capacity is read from: the last twelve known ones, fewer where there are no more. */
export interface SoldWindow {
  from: Day;
  to: Day;
  months: number;
  /** Whether the year before it is known: without it nobody can say who is new, and what stayed. */
  yearBefore: boolean;
}

/** What sellers sold, by whose the customer is now. Minor units over the window, by seller code. */
export interface SoldBySeller {
  window: SoldWindow;
  /** Customers that were the seller's own, and those whose orders somebody else wrote. */
  own: Float64Array;
  takenOver: Float64Array;
  /** Orders of customers who bought for the first time, of the seller who wrote them. */
  fresh: Float64Array;
  /** Customers by seller they belong to. */
  customers: Uint32Array;
  /** Sales of customers that bought in the year before the window: in the window and in that year. */
  kept: { now: number; before: number };
  /** Whose a customer was said to be, by customer code; 0 = nobody said: whoever wrote the order. */
  ownerOf: Uint32Array;
}

const MONTHS = 12;
const LEAST_MONTHS = 3;

/** Read from the order lines in two passes; null without sellers or without three whole months. */
export function soldBySeller(document: PlanDocument, today: Day): SoldBySeller | null {
  const window = soldWindow(document);
  const segments = orderSegments(document);
  if (!window || !segments.some(({ codes }) => codes.seller)) return null;
  const sellers = membersOf(document, 'seller').next;
  const customers = membersOf(document, 'customer').next;
  const ownerOf = saidOwners(document, today);
  const first = new Int32Array(customers).fill(0x7fff_ffff);
  const before = new Float64Array(customers);
  const yearBefore = { from: window.from - 365, to: window.from - 1 };
  for (const { count, day, codes, amount } of segments) {
    if (!codes.customer) continue;
    for (let i = 0; i < count; i += 1) {
      const customer = codes.customer[i];
      if (day[i] < first[customer]) first[customer] = day[i];
      if (day[i] >= yearBefore.from && day[i] <= yearBefore.to) before[customer] += amount[i];
    }
  }
  const sold: SoldBySeller = {
    window,
    own: new Float64Array(sellers),
    takenOver: new Float64Array(sellers),
    fresh: new Float64Array(sellers),
    customers: new Uint32Array(sellers),
    kept: { now: 0, before: 0 },
    ownerOf,
  };
  const seen = new Uint32Array(customers).fill(sellers);
  for (const { count, day, codes, amount } of segments) {
    for (let i = 0; i < count; i += 1) {
      if (day[i] < window.from || day[i] > window.to) continue;
      const wrote = codes.seller?.[i] ?? 0;
      const customer = codes.customer?.[i] ?? 0;
      const owner = customer === 0 ? wrote : ownerOf[customer] || wrote;
      (owner === wrote ? sold.own : sold.takenOver)[owner] += amount[i];
      if (customer === 0) continue;
      if (window.yearBefore && first[customer] >= window.from) sold.fresh[wrote] += amount[i];
      if (before[customer] > 0) sold.kept.now += amount[i];
      if (seen[customer] !== owner) {
        seen[customer] = owner;
        sold.customers[owner] += 1;
      }
    }
  }
  for (let customer = 1; customer < customers; customer += 1)
    if (before[customer] > 0) sold.kept.before += before[customer];
  return sold;
}

function soldWindow(document: PlanDocument): SoldWindow | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const end = monthPeriodAt(coverage.running === null ? coverage.lastMonth : coverage.lastMonth - 1).to;
  const isKnown = (from: Day, to: Day): boolean => covers(coverage.stretches, from, to);
  let months = 0;
  while (months < MONTHS && isKnown(monthPeriodAt(monthIndexOf(end) - months).from, end)) months += 1;
  if (months < LEAST_MONTHS) return null;
  const { from } = monthPeriodAt(monthIndexOf(end) - months + 1);
  return { from, to: end, months, yearBefore: months === MONTHS && isKnown(from - 365, end) };
}

/** Whom a change of hands or the customer's own record names; nobody is read from orders here. */
function saidOwners(document: PlanDocument, today: Day): Uint32Array {
  const { byCode, next } = membersOf(document, 'customer');
  const sellerOf = attributeMembers(document, 'seller');
  const owners = Uint32Array.from({ length: next }, (_, code) => sellerOf(byCode[code]?.attributes.seller));
  const since = new Float64Array(next).fill(Number.NEGATIVE_INFINITY);
  for (const { customer, seller, from } of document.records.ownership.values()) {
    if (from > today || customer >= next || from < since[customer]) continue;
    since[customer] = from;
    owners[customer] = seller;
  }
  return owners;
}
