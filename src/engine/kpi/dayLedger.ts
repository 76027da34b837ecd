import type { Day } from '~/domain/period';
import type { FactTable } from './factTable';

/** Running totals per day over one fact table: sales and order counts of any stretch of days become two look-ups. */
export interface DayLedger {
  from: Day;
  days: number;
  /** Net sales before day from + i. */
  sales: Float64Array;
  /** Orders that began before day from + i. */
  orders: Uint32Array;
  /** The rows with which an order begins, in order of day. */
  starts: Uint32Array;
}

/**
 * Adds up a fact table by day. An order begins with its first line above 0, so returns and samples at price 0 begin none
 * and an order delivered in parts counts once, on its first day. Exact while totals stay below 2^53 minor units.
 */
export function dayLedger(facts: FactTable): DayLedger {
  const days = facts.dayStart.length - 1;
  const sales = new Float64Array(days + 1);
  const orders = new Uint32Array(days + 1);
  const starts = new Uint32Array(facts.count);
  const seen = new Uint8Array(facts.orders);
  let begun = 0;
  let total = 0;
  for (let d = 0; d < days; d++) {
    for (let i = facts.dayStart[d]; i < facts.dayStart[d + 1]; i++) {
      const amount = facts.amount[i];
      total += amount;
      if (amount > 0 && seen[facts.order[i]] === 0) {
        seen[facts.order[i]] = 1;
        starts[begun++] = i;
      }
    }
    sales[d + 1] = total;
    orders[d + 1] = begun;
  }
  return { from: facts.from, days, sales, orders, starts: starts.slice(0, begun) };
}

/** Net sales dated from..to, both inside, in minor units; 0 when `to` lies before `from`. */
export const salesBetween = (ledger: DayLedger, from: Day, to: Day): number =>
  to < from ? 0 : ledger.sales[slot(ledger, to + 1)] - ledger.sales[slot(ledger, from)];

/** Orders that began in from..to, both inside. */
export const ordersBetween = (ledger: DayLedger, from: Day, to: Day): number =>
  to < from ? 0 : ledger.orders[slot(ledger, to + 1)] - ledger.orders[slot(ledger, from)];

/** First and end position in `starts` of the orders that began in from..to. */
export const startsBetween = (ledger: DayLedger, from: Day, to: Day): [first: number, end: number] => {
  const first = ledger.orders[slot(ledger, from)];
  return [first, to < from ? first : ledger.orders[slot(ledger, to + 1)]];
};

const slot = (ledger: DayLedger, day: Day): number => Math.max(0, Math.min(ledger.days, day - ledger.from));
