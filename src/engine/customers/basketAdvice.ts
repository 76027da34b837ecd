import type { BasketLists } from './basketLists';
import { type BasketRules, NO_ITEM } from './basketRules';

/** What customers may buy next, in columns: the most expected money of a customer first. */
export interface BasketAdvice {
  count: number;
  /** Number of the customer in the lists. */
  customer: Uint32Array;
  item: Uint32Array;
  /** The rule that speaks for it: the surest of those that apply. */
  rule: Uint32Array;
  /** Confidence × what the item is worth, in the unit of `worth`. */
  expected: Float64Array;
}

export interface AdviceOptions {
  items: number;
  /** What a buyer of each item usually spends on it; NaN = unknown: no advice. */
  worth: ArrayLike<number>;
  /** Items per customer, the best ones. */
  most: number;
}

/**
 * For every customer the items not bought yet which those who bought the same things buy too. One reason per item: the
 * surest rule. Nothing for customers without an item, or to whom no rule applies.
 */
export function basketAdvice(owned: BasketLists, rules: BasketRules, options: AdviceOptions): BasketAdvice {
  const { items, worth, most } = options;
  const byLeft = rulesByLeft(rules, items);
  const customers = owned.start.length - 1;
  const has = new Uint32Array(items);
  const ruleOf = new Uint32Array(items);
  const asked = new Uint32Array(items);
  const open = new Uint32Array(items);
  const best = new Uint32Array(most);
  const money = new Float64Array(most);
  const columns = { customer: [] as number[], item: [] as number[], rule: [] as number[], expected: [] as number[] };
  for (let c = 0; c < customers; c++) {
    const stamp = c + 1;
    let candidates = 0;
    for (let i = owned.start[c]; i < owned.start[c + 1]; i++) has[owned.item[i]] = stamp;
    for (let i = owned.start[c]; i < owned.start[c + 1]; i++) {
      const left = owned.item[i];
      for (let k = byLeft.start[left]; k < byLeft.start[left + 1]; k++) {
        const rule = byLeft.item[k];
        const right = rules.right[rule];
        if (has[right] === stamp || !(worth[right] > 0)) continue;
        if (rules.also[rule] !== NO_ITEM && has[rules.also[rule]] !== stamp) continue;
        if (asked[right] !== stamp) {
          asked[right] = stamp;
          ruleOf[right] = rule;
          open[candidates++] = right;
          // Rules come surest first, so the smaller number is the surer one.
        } else if (rule < ruleOf[right]) ruleOf[right] = rule;
      }
    }
    let kept = 0;
    for (let n = 0; n < candidates; n++) {
      const item = open[n];
      const expected = rules.confidence[ruleOf[item]] * worth[item];
      let place = kept;
      // A handful is kept in order: cheaper than sorting all, and equal money goes by item.
      while (place > 0 && (money[place - 1] < expected || (money[place - 1] === expected && best[place - 1] > item))) {
        place--;
      }
      if (place === most) continue;
      if (kept < most) kept++;
      best.copyWithin(place + 1, place, kept - 1);
      money.copyWithin(place + 1, place, kept - 1);
      best[place] = item;
      money[place] = expected;
    }
    for (let n = 0; n < kept; n++) {
      columns.customer.push(c);
      columns.item.push(best[n]);
      columns.rule.push(ruleOf[best[n]]);
      columns.expected.push(money[n]);
    }
  }
  return {
    count: columns.customer.length,
    customer: Uint32Array.from(columns.customer),
    item: Uint32Array.from(columns.item),
    rule: Uint32Array.from(columns.rule),
    expected: Float64Array.from(columns.expected),
  };
}

/** Numbers of the rules per first item, rising. */
function rulesByLeft({ count, left }: BasketRules, items: number): BasketLists {
  const start = new Uint32Array(items + 1);
  for (let k = 0; k < count; k++) start[left[k] + 1]++;
  for (let i = 0; i < items; i++) start[i + 1] += start[i];
  const next = start.slice(0, items);
  const item = new Uint32Array(count);
  for (let k = 0; k < count; k++) item[next[left[k]]++] = k;
  return { start, item };
}
