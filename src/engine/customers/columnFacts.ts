import type { CustomerFacts, CustomerFactsOptions } from './customerFacts';

/** Order lines in columns, in any order. */
export interface OrderColumns {
  customer: Uint32Array;
  day: Int32Array;
  /** Minor units; returns are negative. */
  amount: Float64Array;
}

/**
 * How recently, how often and for how much each customer buys, straight from three columns in one pass: a set bit per
 * customer and day tells days apart, so rows need no order and nothing is sorted. All lines of a customer on a day count as
 * one order, as there are no order numbers. Else as `customerFacts`. Columns of different length are a RangeError.
 */
export function columnFacts(columns: OrderColumns, options: CustomerFactsOptions): CustomerFacts {
  const { customer, day, amount } = columns;
  const { customers, from, to, asOf } = options;
  if (to > asOf) throw new RangeError(`the window ends on ${to}, after the as-of day ${asOf}`);
  if (customer.length !== day.length || day.length !== amount.length) {
    throw new RangeError(`columns of ${customer.length}, ${day.length} and ${amount.length} rows`);
  }
  const span = Math.max(0, to - from + 1);
  const words = Math.ceil(span / 32);
  const bought = new Uint32Array(customers * words);
  const any = new Uint8Array(customers);
  const recencyDays = new Int32Array(customers);
  const frequency = new Uint32Array(customers);
  const monetary = new Float64Array(customers);
  const firstDay = new Int32Array(customers).fill(LATEST);
  const lastDay = new Int32Array(customers).fill(-LATEST);
  for (let i = 0; i < customer.length; i++) {
    const on = day[i];
    if (on > asOf) continue;
    const c = customer[i];
    const sold = amount[i];
    const isOrder = sold > 0;
    if (isOrder) {
      if (on < firstDay[c]) firstDay[c] = on;
      if (on > lastDay[c]) lastDay[c] = on;
    }
    const place = on - from;
    // Before the window is a large number without its sign: one comparison for both ends.
    if (place >>> 0 >= span) continue;
    monetary[c] += sold;
    if (!isOrder) continue;
    const at = c * words + (place >>> 5);
    const bit = 1 << (place & 31);
    const known = bought[at];
    // Counted without a branch: whether a day is new is as good as chance.
    frequency[c] += (known & bit) === 0 ? 1 : 0;
    bought[at] = known | bit;
  }
  for (let c = 0; c < customers; c++) {
    if (lastDay[c] === -LATEST) {
      firstDay[c] = 0;
      lastDay[c] = 0;
      continue;
    }
    any[c] = 1;
    recencyDays[c] = asOf - lastDay[c];
  }
  if (customers > 0) any[0] = 0;
  return {
    customers,
    from,
    to,
    asOf,
    any,
    recencyDays,
    frequency,
    orders: frequency.slice(),
    monetary,
    firstDay,
    lastDay,
  };
}

const LATEST = 0x7fff_ffff;
