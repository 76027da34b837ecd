import type { OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import { buildFactTable, type FactTable, rowsBetween } from '../kpi/factTable';

/** What the orders say per customer code, in columns. */
export interface CustomerFacts {
  customers: number;
  from: Day;
  to: Day;
  asOf: Day;
  /** 1 = at least one order up to asOf; the columns of the others have no meaning. Code 0 is no customer: always 0. */
  any: Uint8Array;
  /** Days since the last order up to asOf. */
  recencyDays: Int32Array;
  /** Distinct days with an order in from..to. */
  frequency: Uint32Array;
  /** Distinct orders in from..to. */
  orders: Uint32Array;
  /** Net sales in from..to in minor units, returns taken off: may be negative. */
  monetary: Float64Array;
  /** First and last order day ever, up to asOf. */
  firstDay: Int32Array;
  lastDay: Int32Array;
}

export interface CustomerFactsOptions {
  /** Number of customer codes, inner nodes and unassigned included. */
  customers: number;
  /** The window of frequency, orders and monetary, both days inside; usually twelve months to asOf. */
  from: Day;
  to: Day;
  asOf: Day;
}

/**
 * How recently, how often and for how much each customer buys. An order line above 0 makes an order; returns and lines
 * at price 0 make none, but returns lower `monetary`. First and last day look at everything up to asOf, so that an old
 * customer is not taken for a new one; later lines do not exist. Row order does not matter.
 */
export const customerFacts = (segments: readonly OrderSegment[], options: CustomerFactsOptions): CustomerFacts =>
  customerFactsOf(buildFactTable(segments, { dimensions: ['customer'] }), options);

/** The same from a table that is already laid out by day: ten times faster, for a host that keeps one. */
export function customerFactsOf(facts: FactTable, options: CustomerFactsOptions): CustomerFacts {
  const { customers, from, to, asOf } = options;
  if (to > asOf) throw new RangeError(`the window ends on ${to}, after the as-of day ${asOf}`);
  const any = new Uint8Array(customers);
  const recencyDays = new Int32Array(customers);
  const frequency = new Uint32Array(customers);
  const orders = new Uint32Array(customers);
  const monetary = new Float64Array(customers);
  const firstDay = new Int32Array(customers);
  const lastDay = new Int32Array(customers);
  const codes = facts.codes.customer ?? new Uint32Array(facts.count);
  const seen = new Uint32Array(facts.orders);
  const [, known] = rowsBetween(facts, facts.from, asOf);
  const [first, end] = rowsBetween(facts, from, to);
  for (let i = 0; i < known; i++) {
    const customer = codes[i];
    const amount = facts.amount[i];
    const inside = i >= first && i < end;
    if (inside) monetary[customer] += amount;
    if (!(amount > 0)) continue;
    const day = facts.day[i];
    if (any[customer] === 0) {
      any[customer] = 1;
      firstDay[customer] = day;
      if (inside) frequency[customer] = 1;
    } else if (inside && day !== lastDay[customer]) {
      frequency[customer]++;
    }
    lastDay[customer] = day;
    // An order belongs to one customer; 0 = not seen, else the customer that was counted for it last.
    if (inside && seen[facts.order[i]] !== customer + 1) {
      seen[facts.order[i]] = customer + 1;
      orders[customer]++;
    }
  }
  for (let c = 0; c < customers; c++) recencyDays[c] = any[c] ? asOf - lastDay[c] : 0;
  if (customers > 0) any[0] = 0;
  return { customers, from, to, asOf, any, recencyDays, frequency, orders, monetary, firstDay, lastDay };
}
