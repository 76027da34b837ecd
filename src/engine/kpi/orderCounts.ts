import type { Day } from '~/domain/period';
import { type DayLedger, startsBetween } from './dayLedger';
import { type FactTable, rowsBetween } from './factTable';

/**
 * Customers with at least one order in the window, and those with orders on two days or more. An order delivered in parts
 * counts on its first day only. Customers whose first order ever is on or after `ripeBefore` and who did not come back
 * yet had no time to: they are left out of both.
 */
export function countRepeatBuyers(
  { facts, ledger }: { facts: FactTable; ledger: DayLedger },
  window: { from: Day; to: Day; ripeBefore: Day },
  firstDay: Int32Array,
): { buyers: number; repeat: number } {
  const codes = facts.codes.customer;
  const result = { buyers: 0, repeat: 0 };
  if (!codes) return result;
  const days = new Uint8Array(firstDay.length);
  const lastDay = new Int32Array(firstDay.length);
  const [first, end] = startsBetween(ledger, window.from, window.to);
  for (let i = first; i < end; i++) {
    const row = ledger.starts[i];
    const customer = codes[row];
    const day = facts.day[row];
    if (days[customer] === 0) days[customer] = 1;
    else if (day !== lastDay[customer]) days[customer] = 2;
    lastDay[customer] = day;
  }
  for (let c = 1; c < days.length; c++) {
    if (days[c] === 2) result.repeat++;
    if (days[c] === 2 || (days[c] === 1 && firstDay[c] < window.ripeBefore)) result.buyers++;
  }
  return result;
}

/**
 * Distinct (customer, product group) pairs with an order line above 0, over the customers that are active; `wide` of
 * them bought from two groups or more.
 */
export function countBreadth(
  facts: FactTable,
  window: { from: Day; to: Day; active: Float64Array },
  products: { groupOf: Uint32Array; groups: number },
): { pairs: number; wide: number } {
  const customers = facts.codes.customer;
  const codes = facts.codes.product;
  const result = { pairs: 0, wide: 0 };
  if (!customers || !codes) return result;
  const words = Math.ceil(products.groups / 32);
  const bits = new Uint32Array(window.active.length * words);
  const kinds = new Uint32Array(window.active.length);
  const [first, end] = rowsBetween(facts, window.from, window.to);
  for (let i = first; i < end; i++) {
    const customer = customers[i];
    const group = products.groupOf[codes[i]];
    if (!(facts.amount[i] > 0) || !(window.active[customer] > 0) || !(group < products.groups)) continue;
    const word = customer * words + (group >>> 5);
    const bit = 1 << (group & 31);
    if ((bits[word] & bit) !== 0) continue;
    bits[word] |= bit;
    kinds[customer]++;
    result.pairs++;
    if (kinds[customer] === 2) result.wide++;
  }
  return result;
}
