/** Limits of Syntetos, Boylan & Croston 2005: mean periods from one sale to the next, squared variation of their sizes. */
export const SPARSE_INTERVAL = 1.32;
const UNEVEN_SIZES = 0.49;

export interface DemandPattern {
  /** Regular or now and then, of like or unlike sizes; null where nothing was ever sold. */
  kind: 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | null;
  /** Mean periods from one sale to the next, 1 = every period; null where nothing was ever sold. */
  interval: number | null;
  /** Squared coefficient of variation of the sizes of sales; null as above. */
  variation: number | null;
  /** Some value is negative. */
  returns: boolean;
}

/**
 * How a series sells: in every period or now and then, in like or unlike amounts. Values are sales per period, missing ones
 * bridged before. Source: Syntetos, Boylan & Croston 2005.
 */
export function demandPattern(values: ArrayLike<number>): DemandPattern {
  let sales = 0;
  let sum = 0;
  let squares = 0;
  let returns = false;
  let largest = 0;
  for (let t = 0; t < values.length; t++) largest = Math.max(largest, values[t]);
  for (let t = 0; t < values.length; t++) {
    if (values[t] < 0) returns = true;
    if (!(values[t] > 0)) continue;
    const value = values[t] / largest;
    sales++;
    sum += value;
    squares += value * value;
  }
  if (sales === 0) return { kind: null, interval: null, variation: null, returns };
  const interval = values.length / sales;
  const variation = Math.max(0, (squares * sales) / (sum * sum) - 1);
  const sparse = interval > SPARSE_INTERVAL;
  const uneven = variation > UNEVEN_SIZES;
  const kind = sparse ? (uneven ? 'lumpy' : 'intermittent') : uneven ? 'erratic' : 'smooth';
  return { kind, interval, variation, returns };
}
