import type { Day } from '~/domain/period';

/** Prices by date, one per row: a product, a tier or '' for everybody, the first day, and the money for one unit in minor units. */
export interface PriceRows {
  product: Uint32Array;
  tier: readonly string[];
  day: Float64Array;
  amount: Float64Array;
  /** Least and most a unit may cost; NaN = nothing was said. */
  lowest: Float64Array;
  highest: Float64Array;
}

export interface Price {
  amount: number;
  /** Null = nothing was said. */
  lowest: number | null;
  highest: number | null;
  /** True where the price is the tier's own, not everybody's. */
  own: boolean;
}

export interface PriceBook {
  /** What a unit costs a tier ('' = nobody in particular) on a day: the newest price up to it, the tier's own before everybody's. */
  at(product: number, tier: string, day: Day): Price | null;
  products: number;
}

/** Prices by date as a book to look up. A row without product or amount does not count; of two on the same day the later row does. */
export function priceBook(rows: PriceRows): PriceBook {
  const lists = new Map<number, Map<string, number[]>>();
  for (let i = 0; i < rows.product.length; i += 1) {
    const product = rows.product[i];
    if (product === 0 || Number.isNaN(rows.amount[i]) || Number.isNaN(rows.day[i])) continue;
    const byTier = lists.get(product) ?? new Map<string, number[]>();
    const list = byTier.get(rows.tier[i]) ?? [];
    list.push(i);
    byTier.set(rows.tier[i], list);
    lists.set(product, byTier);
  }
  for (const byTier of lists.values()) {
    for (const list of byTier.values()) list.sort((a, b) => rows.day[a] - rows.day[b] || a - b);
  }
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const newest = (list: readonly number[] | undefined, day: Day): number => {
    if (!list) return -1;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows.day[list[middle]] <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? -1 : list[low - 1];
  };
  return {
    products: lists.size,
    at(product, tier, day) {
      const byTier = lists.get(product);
      const own = tier === '' ? -1 : newest(byTier?.get(tier), day);
      const row = own >= 0 ? own : newest(byTier?.get(''), day);
      if (row < 0) return null;
      return {
        amount: rows.amount[row],
        lowest: known(rows.lowest[row]),
        highest: known(rows.highest[row]),
        own: own >= 0,
      };
    },
  };
}
