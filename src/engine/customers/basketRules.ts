import { wilsonInterval } from '../kpi/wilson';
import { type BasketLists, basketsByItem } from './basketLists';

/** No second item on the left of a rule. */
export const NO_ITEM = 0xffff_ffff;

/** Who bought `left` (and `also`) buys `right` too: rules in columns, the surest first. */
export interface BasketRules {
  count: number;
  left: Uint32Array;
  /** `NO_ITEM` for rules of one item. */
  also: Uint32Array;
  right: Uint32Array;
  /** Baskets with the left side, and with both sides. */
  of: Uint32Array;
  together: Uint32Array;
  /** together ÷ all baskets, together ÷ of, and that against how many buy `right` anyway. */
  support: Float64Array;
  confidence: Float64Array;
  lift: Float64Array;
  /** Lower end of the 95 % interval of the confidence: what few baskets can be trusted for. */
  sure: Float64Array;
}

export interface RuleOptions {
  /** Baskets that must have both sides. */
  least: number;
  minConfidence: number;
  minLift: number;
  /** Items that more than this share of all baskets have are no advice. */
  mostShare: number;
  /** Left sides of two items that are tried, the most frequent first; 0 = none. */
  pairs: number;
}

/** Above this the table of pairs would not fit: look at categories instead. */
export const MOST_ITEMS = 3000;

/** A second item on the left must make it this much surer, or it says nothing new. */
const BETTER = 1.1;

/**
 * Bought-together rules: support, confidence and lift of one and of two items. A rule counts only where enough baskets carry it,
 * where it is surer than chance (the lower end of its interval lies above the share that buys `right` anyway) and where
 * `right` is not what everybody buys. No baskets or no rule gives an empty table.
 * Source: Agrawal, Imieliński & Swami 1993; the interval is Wilson's.
 */
export function basketRules(lists: BasketLists, items: number, options: RuleOptions): BasketRules {
  if (items > MOST_ITEMS) throw new RangeError(`${items} items, at most ${MOST_ITEMS}`);
  const baskets = lists.start.length - 1;
  const byItem = basketsByItem(lists, items);
  const having = Float64Array.from({ length: items }, (_, i) => byItem.start[i + 1] - byItem.start[i]);
  const both = countPairs(lists, items);
  const togetherOf = (a: number, b: number): number => (a < b ? both[a * items + b] : both[b * items + a]);
  const found: Found[] = [];
  const keep = (left: number, also: number, right: number, of: number, together: number): void => {
    const { least, minConfidence, minLift, mostShare } = options;
    if (together < least || having[right] > mostShare * baskets) return;
    const confidence = together / of;
    const lift = (confidence * baskets) / having[right];
    const sure = wilsonInterval(together, of)?.lower ?? 0;
    if (confidence < minConfidence || lift < minLift || sure <= having[right] / baskets) return;
    found.push({ left, also, right, of, together, support: together / baskets, confidence, lift, sure });
  };
  for (let left = 0; left < items; left++) {
    for (let right = 0; right < items; right++) {
      if (left !== right) keep(left, NO_ITEM, right, having[left], togetherOf(left, right));
    }
  }
  const counts = new Uint32Array(items);
  for (const [a, b] of frequentPairs(both, { items, having, baskets, options })) {
    countThird(lists, byItem, { a, b, counts });
    const of = togetherOf(a, b);
    for (let right = 0; right < items; right++) {
      if (right === a || right === b || counts[right] < options.least) continue;
      const alone = Math.max(togetherOf(a, right) / having[a], togetherOf(b, right) / having[b]);
      if (counts[right] / of >= alone * BETTER) keep(a, b, right, of, counts[right]);
    }
  }
  found.sort((x, y) => y.sure - x.sure || x.left - y.left || x.also - y.also || x.right - y.right);
  return inColumns(found);
}

interface Found {
  left: number;
  also: number;
  right: number;
  of: number;
  together: number;
  support: number;
  confidence: number;
  lift: number;
  sure: number;
}

/** Baskets with both items, for a < b at a × items + b. */
function countPairs({ start, item }: BasketLists, items: number): Uint32Array {
  const both = new Uint32Array(items * items);
  for (let b = 0; b + 1 < start.length; b++) {
    for (let i = start[b]; i < start[b + 1]; i++) {
      const row = item[i] * items;
      for (let j = i + 1; j < start[b + 1]; j++) both[row + item[j]]++;
    }
  }
  return both;
}

/** Pairs that are bought together more than by chance and often enough to tell of a third, the most frequent first. */
function frequentPairs(
  both: Uint32Array,
  { items, having, baskets, options }: { items: number; having: Float64Array; baskets: number; options: RuleOptions },
): [number, number][] {
  if (options.pairs === 0) return [];
  const pairs: [number, number, number][] = [];
  for (let a = 0; a < items; a++) {
    for (let b = a + 1; b < items; b++) {
      const count = both[a * items + b];
      if (count >= 2 * options.least && count * baskets > having[a] * having[b]) pairs.push([a, b, count]);
    }
  }
  pairs.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1]);
  return pairs.slice(0, options.pairs).map(([a, b]) => [a, b]);
}

/** How many baskets that have a and b have each other item. */
function countThird(
  lists: BasketLists,
  byItem: BasketLists,
  { a, b, counts }: { a: number; b: number; counts: Uint32Array },
): void {
  counts.fill(0);
  let i = byItem.start[a];
  let j = byItem.start[b];
  while (i < byItem.start[a + 1] && j < byItem.start[b + 1]) {
    const [first, second] = [byItem.item[i], byItem.item[j]];
    if (first === second) for (let k = lists.start[first]; k < lists.start[first + 1]; k++) counts[lists.item[k]]++;
    if (first <= second) i++;
    if (second <= first) j++;
  }
}

const inColumns = (found: Found[]): BasketRules => ({
  count: found.length,
  left: Uint32Array.from(found, ({ left }) => left),
  also: Uint32Array.from(found, ({ also }) => also),
  right: Uint32Array.from(found, ({ right }) => right),
  of: Uint32Array.from(found, ({ of }) => of),
  together: Uint32Array.from(found, ({ together }) => together),
  support: Float64Array.from(found, ({ support }) => support),
  confidence: Float64Array.from(found, ({ confidence }) => confidence),
  lift: Float64Array.from(found, ({ lift }) => lift),
  sure: Float64Array.from(found, ({ sure }) => sure),
});
