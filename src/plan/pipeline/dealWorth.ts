import { DEAL_WON } from '~/engine/pipeline/index';

/** What deals are worth, with what was put in where nobody said. */
export interface DealWorth {
  worth: Float64Array;
  /**
   * Place of the pool its worth was taken from: 0 all won deals, else of its product; −1 = its own amount, or unknown.
   */
  pool: Int32Array;
  /** Amounts of won deals: pool p is `amounts[start[p]]` … `amounts[start[p + 1] − 1]`. */
  start: Uint32Array;
  amounts: Float64Array;
}

/** Won deals that a mean is taken of. */
const ENOUGH = 5;

/**
 * What each deal is worth in minor units: its amount; where an open or lost deal has none (blank, or 0 as many systems
 * write for lost ones), the mean of won deals of its product, else of all won deals. Negative amounts are worth nothing
 * that is known, and a won deal keeps the amount that stands there. NaN where too few were won.
 */
export function dealWorth({
  amount,
  result,
  product,
}: {
  amount: ArrayLike<number>;
  result: Uint8Array;
  product: Uint32Array;
}): DealWorth {
  const size = result.length;
  const wonOf = new Map<number, number[]>([[0, []]]);
  for (let row = 0; row < size; row += 1) {
    if (result[row] !== DEAL_WON || !(amount[row] > 0)) continue;
    wonOf.get(0)?.push(amount[row]);
    if (product[row] === 0) continue;
    const own = wonOf.get(product[row]);
    if (own) own.push(amount[row]);
    else wonOf.set(product[row], [amount[row]]);
  }
  const pools = [...wonOf].filter(([code, amounts]) => code === 0 || amounts.length >= ENOUGH);
  const placeOf = new Map(pools.map(([code], place) => [code, place]));
  const means = pools.map(([, amounts]) =>
    amounts.length >= ENOUGH ? Math.round(amounts.reduce((sum, one) => sum + one, 0) / amounts.length) : Number.NaN,
  );
  const start = new Uint32Array(pools.length + 1);
  pools.forEach(([, amounts], place) => {
    start[place + 1] = start[place] + amounts.length;
  });
  const worth = new Float64Array(size).fill(Number.NaN);
  const pool = new Int32Array(size).fill(-1);
  for (let row = 0; row < size; row += 1) {
    const own = amount[row];
    if (own < 0) continue;
    if (own > 0 || (own === 0 && result[row] === DEAL_WON)) worth[row] = own;
    else if (result[row] !== DEAL_WON) {
      const place = placeOf.get(product[row]) ?? 0;
      worth[row] = means[place];
      pool[row] = Number.isNaN(worth[row]) ? -1 : place;
    }
  }
  return { worth, pool, start, amounts: Float64Array.from(pools.flatMap(([, amounts]) => amounts)) };
}
