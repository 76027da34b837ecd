import type { FactTable } from './factTable';

/** What the whole company's orders say about each customer's beginning: a node must not call an old customer new. */
export interface CustomerHistory {
  customers: number;
  /** Day of the first order ever, NEVER without one. */
  firstDay: Int32Array;
  /** Value of that day's order lines, returns left out. */
  firstValue: Float64Array;
  /** Net of all lines in the return window after the first order, so that a fully returned order shows. */
  keptValue: Float64Array;
  /** Median number of days between successive order days over all customers, null with no second order. */
  medianInterval: number | null;
  /** Customers with at least one order; unassigned is none. */
  known: number;
}

/** `firstDay` of a customer that never ordered. */
export const NEVER = 0x7fff_ffff;

/**
 * First order, its value and whether it was kept, per customer code, plus the company's median order interval. Returns
 * and lines at price 0 are no orders. Unassigned (code 0) is not a customer and stays at NEVER.
 */
export function customerHistory(facts: FactTable, options: { customers: number; returnDays: number }): CustomerHistory {
  const { customers, returnDays } = options;
  const firstDay = new Int32Array(customers).fill(NEVER);
  const lastDay = new Int32Array(customers);
  const firstValue = new Float64Array(customers);
  const keptValue = new Float64Array(customers);
  const gaps = new Uint32Array(Math.max(1, facts.to - facts.from + 1));
  const codes = facts.codes.customer;
  let known = 0;
  let intervals = 0;
  for (let i = 0; codes && i < facts.count; i++) {
    const customer = codes[i];
    if (customer === 0) continue;
    const day = facts.day[i];
    const amount = facts.amount[i];
    if (amount > 0) {
      if (firstDay[customer] === NEVER) {
        firstDay[customer] = day;
        known++;
      } else if (day !== lastDay[customer]) {
        gaps[day - lastDay[customer]]++;
        intervals++;
      }
      lastDay[customer] = day;
      if (day === firstDay[customer]) firstValue[customer] += amount;
    }
    if (firstDay[customer] !== NEVER && day - firstDay[customer] <= returnDays) keptValue[customer] += amount;
  }
  return { customers, firstDay, firstValue, keptValue, medianInterval: medianOf(gaps, intervals), known };
}

/** Lower median of a histogram. */
function medianOf(histogram: Uint32Array, total: number): number | null {
  if (total === 0) return null;
  let value = 0;
  for (let seen = histogram[0]; seen < total / 2; seen += histogram[value]) value++;
  return value;
}
