/** Repeat purchases per customer, in columns; times in any unit, but all in the same one. */
export interface PurchaseHistory {
  /** Days with a purchase after the first one. */
  frequency: ArrayLike<number>;
  /** From the first to the last purchase: 0 where there is one only. */
  recency: ArrayLike<number>;
  /** From the first purchase to the day the history is known to. */
  age: ArrayLike<number>;
}

/**
 * Why nothing was fitted. `noCustomers`: no rows. `noRepeaters`: nobody bought twice. `tooFew`: fewer than three repeat buyers.
 * `alike`: they do not differ, so nothing can be told apart. `badHistory`: a value is missing, negative, a last purchase lies
 * after the end, or repeat purchases have no time between them. `badMoney`: an amount is missing or not a number.
 */
export const FIT_REFUSALS = ['noCustomers', 'noRepeaters', 'tooFew', 'alike', 'badHistory', 'badMoney'] as const;
export type FitRefusal = { reason: (typeof FIT_REFUSALS)[number] };

const FEWEST_REPEATERS = 3;

/** Why no model can be fitted to a history; null where one can. Columns of different lengths are the caller's mistake. */
export function historyRefusal({ frequency, recency, age }: PurchaseHistory): FitRefusal | null {
  if (recency.length !== frequency.length || age.length !== frequency.length) {
    throw new RangeError(`columns of ${frequency.length}, ${recency.length} and ${age.length} customers`);
  }
  if (frequency.length === 0) return { reason: 'noCustomers' };
  let repeaters = 0;
  let isAlike = true;
  for (let i = 0; i < frequency.length; i++) {
    const [x, last, end] = [frequency[i], recency[i], age[i]];
    const isTold = x >= 0 && last >= 0 && end >= last && Number.isFinite(x + end);
    if (!isTold || x > 0 !== last > 0) return { reason: 'badHistory' };
    if (x > 0) repeaters++;
    isAlike &&= x === frequency[0] && last === recency[0] && end === age[0];
  }
  if (repeaters === 0) return { reason: 'noRepeaters' };
  if (repeaters < FEWEST_REPEATERS) return { reason: 'tooFew' };
  return isAlike ? { reason: 'alike' } : null;
}
