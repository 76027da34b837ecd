import type { Day } from '~/domain/period';

/** Days past due where a bucket begins: not due, 1–30, 31–60, 61–90, over 90. */
export const AGEING_FROM = [Number.NEGATIVE_INFINITY, 1, 31, 61, 91] as const;

export interface Ageing {
  /** Open amount per bucket and customer code, disputed ones and credit balances apart. */
  buckets: Float64Array[];
  /** Open and disputed: neither late nor on time until it is settled. */
  disputed: Float64Array;
  /** What we owe the customer: open amounts below 0, as a negative number. */
  credit: Float64Array;
  /** All open amounts, credit and disputed included: what a limit is held against. */
  balance: Float64Array;
  /** Days the oldest open amount is past due; 0 = nothing is. */
  oldest: Int32Array;
  /** 1 = the customer has an open amount that names no due day: counted as not due. */
  undated: Uint8Array;
}

/**
 * How old open amounts are, by customer code, on a day. An amount is late from the day after its due day. Without a due
 * day it counts as not due and is marked. Amounts in minor units; sums are exact. No row gives zeros.
 */
export function ageingOf(
  rows: { customer: Uint32Array; amount: Float64Array; due: Float64Array; disputed: Float64Array },
  options: { customers: number; asOf: Day },
): Ageing {
  const column = () => new Float64Array(options.customers);
  const ageing: Ageing = {
    buckets: AGEING_FROM.map(column),
    disputed: column(),
    credit: column(),
    balance: column(),
    oldest: new Int32Array(options.customers),
    undated: new Uint8Array(options.customers),
  };
  for (let i = 0; i < rows.customer.length; i += 1) {
    const customer = rows.customer[i];
    const amount = rows.amount[i];
    if (!(customer < options.customers) || Number.isNaN(amount) || amount === 0) continue;
    ageing.balance[customer] += amount;
    if (amount < 0) ageing.credit[customer] += amount;
    else if (rows.disputed[i] === 1) ageing.disputed[customer] += amount;
    else {
      const late = options.asOf - rows.due[i];
      if (Number.isNaN(late)) ageing.undated[customer] = 1;
      else if (late > ageing.oldest[customer]) ageing.oldest[customer] = late;
      ageing.buckets[bucketOf(late)][customer] += amount;
    }
  }
  return ageing;
}

function bucketOf(late: number): number {
  for (let bucket = AGEING_FROM.length - 1; bucket > 0; bucket -= 1) if (late >= AGEING_FROM[bucket]) return bucket;
  return 0;
}

/** Late amounts of one customer: every bucket but the first. */
export function overdueOf(ageing: Ageing, customer: number): number {
  let late = 0;
  for (let bucket = 1; bucket < ageing.buckets.length; bucket += 1) late += ageing.buckets[bucket][customer];
  return late;
}
