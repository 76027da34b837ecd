import type { OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import type { PriceBook } from './priceBook';

/** From list to what is left, summed over order lines; minor units. */
export interface LadderSums {
  lines: number;
  /** Lines that have a quantity and a list price: only these are in the three sums. */
  priced: number;
  list: number;
  tier: number;
  invoice: number;
  /** Net sales of all lines: what the priced ones cover of it says how far the ladder speaks. */
  sales: number;
}

export interface Violation {
  day: Day;
  customer: number;
  product: number;
  seller: number;
  quantity: number;
  /** Per unit. */
  price: number;
  list: number;
  lowest: number | null;
  highest: number | null;
  /** Money under the least (negative) or over the most, for the whole line. */
  difference: number;
}

export interface LadderOptions {
  from: Day;
  to: Day;
  book: PriceBook;
  /** Tier of each customer, '' = none. */
  tierOf: (customer: number) => string;
  /** Share of list that a tier pays on a day, where it has no price of its own. */
  shareOf: (tier: string, day: Day) => number;
  /** Least and most share of list, where the price list says nothing; null = no band. */
  bandOf: (product: number) => { lowest: number; highest: number } | null;
  products: number;
  customers: number;
}

export interface Ladder {
  total: LadderSums;
  byProduct: Map<number, LadderSums>;
  byCustomer: Map<number, LadderSums>;
  violations: Violation[];
  /** Lines that a band was known for: what the violations are out of. */
  checked: number;
}

const empty = (): LadderSums => ({ lines: 0, priced: 0, list: 0, tier: 0, invoice: 0, sales: 0 });

/**
 * What goods should have cost and what was billed, by order line between two days (both inside). A line without quantity or
 * without a list price on its day counts in the sales alone. Returns (quantity below 0) lower every sum and break no band.
 * A unit price within half a minor unit of a limit keeps it: lines are rounded.
 */
export function priceLadder(segments: readonly OrderSegment[], options: LadderOptions): Ladder {
  const total = empty();
  const byProduct = new Map<number, LadderSums>();
  const byCustomer = new Map<number, LadderSums>();
  const violations: Violation[] = [];
  let checked = 0;
  for (const { count, day, codes, amount, quantity } of segments) {
    const { customer, product, seller } = codes;
    for (let i = 0; i < count; i += 1) {
      if (day[i] < options.from || day[i] > options.to) continue;
      const who = customer?.[i] ?? 0;
      const what = product?.[i] ?? 0;
      const sums = [total, sumsOf(byProduct, what), sumsOf(byCustomer, who)];
      for (const sum of sums) {
        sum.lines += 1;
        sum.sales += amount[i];
      }
      const pieces = quantity?.[i] ?? 0;
      const tier = options.tierOf(who);
      const price = pieces === 0 || what === 0 ? null : options.book.at(what, tier, day[i]);
      if (!price) continue;
      const list = options.book.at(what, '', day[i])?.amount ?? price.amount;
      const own = price.own ? price.amount : list * options.shareOf(tier, day[i]);
      for (const sum of sums) {
        sum.priced += 1;
        sum.list += Math.round(list * pieces);
        sum.tier += Math.round(own * pieces);
        sum.invoice += amount[i];
      }
      if (pieces < 0) continue;
      const band = options.bandOf(what);
      const lowest = price.lowest ?? (band ? list * band.lowest : null);
      const highest = price.highest ?? (band ? list * band.highest : null);
      if (lowest === null && highest === null) continue;
      checked += 1;
      const under = lowest === null ? 0 : Math.min(0, amount[i] - Math.round(lowest * pieces));
      const over = highest === null ? 0 : Math.max(0, amount[i] - Math.round(highest * pieces));
      if (Math.abs(under + over) <= pieces / 2) continue;
      violations.push({
        day: day[i],
        customer: who,
        product: what,
        seller: seller?.[i] ?? 0,
        quantity: pieces,
        price: amount[i] / pieces,
        list,
        lowest,
        highest,
        difference: under + over,
      });
    }
  }
  violations.sort(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.day - b.day || a.customer - b.customer,
  );
  return { total, byProduct, byCustomer, violations, checked };
}

function sumsOf(sums: Map<number, LadderSums>, key: number): LadderSums {
  const known = sums.get(key);
  if (known) return known;
  const fresh = empty();
  sums.set(key, fresh);
  return fresh;
}
