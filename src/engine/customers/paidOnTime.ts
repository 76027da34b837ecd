import type { Day } from '~/domain/period';

/** What one customer was sold and paid, each rising by day; amounts in minor units, tax included on both sides. */
export interface SalesAndCash {
  saleDay: ArrayLike<Day>;
  sale: ArrayLike<number>;
  cashDay: ArrayLike<Day>;
  cash: ArrayLike<number>;
}

/**
 * Share of what fell due up to a day that was paid by its due day, 0 … 1. Cash that names no invoice pays the oldest sale
 * first, as bookkeepers do; a sale is due `termsDays` after its day. Returns lower the oldest open sale. Null where nothing
 * was due yet. What is due and unpaid counts as late.
 */
export function paidOnTime(
  { saleDay, sale, cashDay, cash }: SalesAndCash,
  { termsDays, asOf }: { termsDays: number; asOf: Day },
): number | null {
  const open: { due: Day; left: number }[] = [];
  let first = 0;
  let due = 0;
  let onTime = 0;
  let next = 0;
  let ahead = 0;
  const take = (amount: number, day: Day, isReturn: boolean): void => {
    let left = amount;
    while (first < open.length && left > 0) {
      const part = Math.min(left, open[first].left);
      if (open[first].due <= asOf) {
        if (isReturn) due -= part;
        else if (day <= open[first].due) onTime += part;
      }
      open[first].left -= part;
      left -= part;
      if (open[first].left === 0) first += 1;
    }
    // Paid before it was sold: an advance, taken by the next sales.
    if (!isReturn) ahead += left;
  };
  for (let i = 0; i < saleDay.length; i += 1) {
    if (saleDay[i] > asOf) break;
    for (; next < cashDay.length && cashDay[next] < saleDay[i]; next += 1) take(cash[next], cashDay[next], false);
    const amount = sale[i];
    if (amount < 0) {
      take(-amount, saleDay[i], true);
      continue;
    }
    const dueDay = saleDay[i] + termsDays;
    if (dueDay <= asOf) due += amount;
    open.push({ due: dueDay, left: amount });
    if (ahead > 0) {
      const advance = ahead;
      ahead = 0;
      take(advance, saleDay[i], false);
    }
  }
  for (; next < cashDay.length && cashDay[next] <= asOf; next += 1) take(cash[next], cashDay[next], false);
  return due > 0 ? Math.min(1, onTime / due) : null;
}
