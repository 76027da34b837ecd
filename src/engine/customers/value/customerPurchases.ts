import type { Day } from '~/domain/period';
import { type FactTable, rowsBetween } from '../../kpi/factTable';

/** Purchases of every customer who bought, in columns; row i is customer `code[i]`. Times are in weeks. */
export interface CustomerPurchases {
  code: Uint32Array;
  /** Days with a purchase after the first one. */
  frequency: Float64Array;
  recency: Float64Array;
  age: Float64Array;
  /** Mean net money per repeat purchase in minor units, returns after the first day taken off; 0 without repeats. */
  monetary: Float64Array;
  /** Purchase days after `asOf`, up to `until`. */
  later: Float64Array;
  firstDay: Int32Array;
  lastDay: Int32Array;
}

export interface PurchaseOptions {
  /** Number of customer codes. */
  customers: number;
  /** The last day that counts as history. */
  asOf: Day;
  /** The last day of `later`; absent = `asOf`. */
  until?: Day;
}

/** Weeks: long enough that yearly rates are no tiny numbers, short enough for daily buyers. */
export const DAYS_PER_UNIT = 7;

/**
 * The histories that value models read: a purchase is a day with an order line above 0, so that several orders of one day are
 * one. Customer 0 (unassigned) is nobody. Customers without a purchase up to `asOf` are left out. A customer who is older
 * than the orders begins with the first order that is known. Rows come by customer code.
 */
export function customerPurchases(facts: FactTable, options: PurchaseOptions): CustomerPurchases {
  const { customers, asOf } = options;
  const until = options.until ?? asOf;
  const codes = facts.codes.customer ?? new Uint32Array(facts.count);
  const days = new Uint32Array(customers);
  const first = new Int32Array(customers);
  const last = new Int32Array(customers);
  const net = new Float64Array(customers);
  const after = new Uint32Array(customers);
  const seen = new Int32Array(customers).fill(-2_147_483_648);
  const [, known] = rowsBetween(facts, facts.from, asOf);
  const [, end] = rowsBetween(facts, facts.from, until);
  for (let i = 0; i < end; i++) {
    const customer = codes[i];
    const day = facts.day[i];
    const isBought = facts.amount[i] > 0;
    if (i >= known) {
      if (isBought && seen[customer] !== day) after[customer]++;
      if (isBought) seen[customer] = day;
      continue;
    }
    if (days[customer] > 0 && day > first[customer]) net[customer] += facts.amount[i];
    if (!isBought || seen[customer] === day) continue;
    seen[customer] = day;
    if (days[customer] === 0) first[customer] = day;
    days[customer]++;
    last[customer] = day;
  }
  const code: number[] = [];
  for (let c = 1; c < customers; c++) if (days[c] > 0) code.push(c);
  const column = (of: (c: number) => number): Float64Array => Float64Array.from(code, of);
  return {
    code: Uint32Array.from(code),
    frequency: column((c) => days[c] - 1),
    recency: column((c) => (last[c] - first[c]) / DAYS_PER_UNIT),
    age: column((c) => (asOf - first[c]) / DAYS_PER_UNIT),
    monetary: column((c) => (days[c] > 1 ? net[c] / (days[c] - 1) : 0)),
    later: column((c) => after[c]),
    firstDay: Int32Array.from(code, (c) => first[c]),
    lastDay: Int32Array.from(code, (c) => last[c]),
  };
}
