import type { Day } from '~/domain/period';
import { type CustomerHistory, NEVER } from './customerHistory';
import { type FactTable, rowsBetween } from './factTable';

/** Net sales per customer code over from..to; unassigned (code 0) stays 0, it is not a customer. */
export function netByCustomer(facts: FactTable, window: { from: Day; to: Day }, customers: number): Float64Array {
  const net = new Float64Array(customers);
  const codes = facts.codes.customer;
  if (!codes) return net;
  const [first, end] = rowsBetween(facts, window.from, window.to);
  for (let i = first; i < end; i++) net[codes[i]] += facts.amount[i];
  net[0] = 0;
  return net;
}

/** How many customers have net sales above 0. */
export function countActive(net: Float64Array): number {
  let active = 0;
  for (let c = 0; c < net.length; c++) active += net[c] > 0 ? 1 : 0;
  return active;
}

/** Two windows side by side: who stayed, who left, who came, and what that is in sales. */
export interface WindowComparison {
  before: number;
  now: number;
  retained: number;
  lost: number;
  /** First order ever inside the later window. */
  fresh: number;
  /** Active now, not before, but had ordered earlier. */
  reactivated: number;
  salesBefore: number;
  /** Sales now of those active before: net, and gross (never more than before per customer). */
  keptNet: number;
  keptGross: number;
}

/** before = retained + lost, now = retained + fresh + reactivated, always. */
export function compareWindows(
  before: Float64Array,
  now: Float64Array,
  options: { history: CustomerHistory; from: Day },
): WindowComparison {
  const result = { before: 0, now: 0, retained: 0, lost: 0, fresh: 0, reactivated: 0 };
  const sales = { salesBefore: 0, keptNet: 0, keptGross: 0 };
  for (let c = 0; c < now.length; c++) {
    const wasActive = before[c] > 0;
    const isActive = now[c] > 0;
    if (isActive) result.now++;
    if (wasActive) {
      result.before++;
      if (isActive) result.retained++;
      else result.lost++;
      sales.salesBefore += before[c];
      sales.keptNet += now[c];
      sales.keptGross += Math.max(0, Math.min(now[c], before[c]));
    } else if (isActive) {
      const first = options.history.firstDay[c];
      if (first >= options.from && first !== NEVER) result.fresh++;
      else result.reactivated++;
    }
  }
  return { ...result, ...sales };
}
