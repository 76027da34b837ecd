/** How much hangs on few customers. Shares of the whole, 0 … 1. */
export interface Concentration {
  customers: number;
  /** Sum over customers with sales above 0. */
  total: number;
  top1: number;
  top5: number;
  top10: number;
  /** Herfindahl-Hirschman index: the sum of squared shares, 1 = a single customer. */
  hhi: number;
  /** Indexes of the largest, largest first, ten at most. */
  largest: number[];
}

const LARGEST = 10;

/**
 * The concentration of sales by customer (kpi.md, concentration). Customers that brought nothing or less count neither in the
 * total nor in the shares. Null where nobody bought.
 */
export function concentrationOf(sales: ArrayLike<number>): Concentration | null {
  const bought: number[] = [];
  let total = 0;
  let squares = 0;
  for (let i = 0; i < sales.length; i += 1) {
    if (!(sales[i] > 0)) continue;
    bought.push(i);
    total += sales[i];
    squares += sales[i] ** 2;
  }
  if (bought.length === 0) return null;
  bought.sort((a, b) => sales[b] - sales[a] || a - b);
  const shareOf = (count: number): number => bought.slice(0, count).reduce((sum, i) => sum + sales[i], 0) / total;
  return {
    customers: bought.length,
    total,
    top1: shareOf(1),
    top5: shareOf(5),
    top10: shareOf(LARGEST),
    hhi: squares / total ** 2,
    largest: bought.slice(0, LARGEST),
  };
}
