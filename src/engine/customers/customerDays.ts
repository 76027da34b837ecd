import type { FactTable } from '../kpi/factTable';

/** Days on which each customer's orders moved, rising per customer: rows of customer c are start[c] … start[c + 1] − 1. */
export interface CustomerDays {
  customers: number;
  start: Uint32Array;
  day: Int32Array;
  /** Net sales of the day in minor units. */
  amount: Float64Array;
  /** 1 = an order line above 0 that day; 0 = only returns and lines at price 0. */
  ordered: Uint8Array;
}

/** Lays a table of orders out by customer and day. Customer 0 (unassigned) has no rows. Order within a day does not matter. */
export function customerDays(facts: FactTable, customers: number): CustomerDays {
  const codes = facts.codes.customer ?? new Uint32Array(facts.count);
  // The table lies by day: a customer's day is new whenever it is not the one it had last.
  const last = new Int32Array(customers).fill(-0x8000_0000);
  const start = new Uint32Array(customers + 1);
  for (let i = 0; i < facts.count; i++) {
    const c = codes[i];
    if (c === 0 || facts.day[i] === last[c]) continue;
    last[c] = facts.day[i];
    start[c + 1]++;
  }
  for (let c = 0; c < customers; c++) start[c + 1] += start[c];
  const rows = start[customers];
  const day = new Int32Array(rows);
  const amount = new Float64Array(rows);
  const ordered = new Uint8Array(rows);
  const next = start.slice(0, customers);
  last.fill(-0x8000_0000);
  for (let i = 0; i < facts.count; i++) {
    const c = codes[i];
    if (c === 0) continue;
    if (facts.day[i] !== last[c]) {
      last[c] = facts.day[i];
      day[next[c]++] = facts.day[i];
    }
    const at = next[c] - 1;
    amount[at] += facts.amount[i];
    if (facts.amount[i] > 0) ordered[at] = 1;
  }
  return { customers, start, day, amount, ordered };
}
