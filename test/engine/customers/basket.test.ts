import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  basketAdvice,
  basketLists,
  basketRules,
  basketWorth,
  NO_ITEM,
  type RuleOptions,
} from '~/engine/customers/index';
import { createRandom } from '~/engine/numeric/index';

const OPTIONS: RuleOptions = { least: 2, minConfidence: 0.1, minLift: 1.05, mostShare: 0.8, pairs: 50 };

/** Baskets written as lists of items. */
const listsOf = (baskets: number[][], items: number) =>
  basketLists({
    basket: baskets.flatMap((own, b) => own.map(() => b)),
    item: baskets.flat(),
    baskets: baskets.length,
    items,
  });

const repeated = (count: number, own: number[]): number[][] => Array.from({ length: count }, () => own);

describe('baskets', () => {
  test('the same item twice is one, and lines come in any order', () => {
    const { start, item } = basketLists({ basket: [1, 0, 1, 1, 0], item: [3, 2, 0, 3, 1], baskets: 3, items: 4 });
    expect(Array.from(start)).toEqual([0, 2, 4, 4]);
    expect(Array.from(item)).toEqual([1, 2, 0, 3]);
  });
});

describe('rules', () => {
  test('support, confidence and lift can be counted by hand', () => {
    // 100 baskets: A in 40, B in 35, both in 30.
    const lists = listsOf(
      [...repeated(30, [0, 1]), ...repeated(10, [0]), ...repeated(5, [1]), ...repeated(55, [2])],
      3,
    );
    const rules = basketRules(lists, 3, OPTIONS);
    const at = Array.from({ length: rules.count }, (_, k) => k).find((k) => rules.left[k] === 0) ?? -1;
    expect(rules.right[at]).toBe(1);
    expect(rules.also[at]).toBe(NO_ITEM);
    expect(rules.of[at]).toBe(40);
    expect(rules.together[at]).toBe(30);
    expect(rules.support[at]).toBeCloseTo(0.3, 12);
    expect(rules.confidence[at]).toBeCloseTo(0.75, 12);
    expect(rules.lift[at]).toBeCloseTo(0.75 / 0.35, 12);
    expect(rules.sure[at]).toBeGreaterThan(0.59);
    expect(rules.sure[at]).toBeLessThan(0.61);
  });

  test('what nearly everybody buys is no advice, nor what a handful did together', () => {
    const lists = listsOf([...repeated(95, [0, 1]), ...repeated(3, [2, 3]), ...repeated(2, [0])], 4);
    const rules = basketRules(lists, 4, { ...OPTIONS, least: 5 });
    expect(rules.count).toBe(0);
    // Everybody with A has B, which 72 of 100 have: a rule by its numbers, and no advice where 70 % is the limit.
    const common = listsOf([...repeated(50, [0, 1]), ...repeated(22, [1]), ...repeated(28, [2])], 3);
    const rightsAt = (mostShare: number) => Array.from(basketRules(common, 3, { ...OPTIONS, mostShare }).right);
    expect(rightsAt(0.7)).toEqual([0]);
    expect(rightsAt(0.8).sort()).toEqual([0, 1]);
  });

  test('two items on the left stand only where they say more than one', () => {
    const both = [...repeated(30, [0, 1, 2]), ...repeated(30, [0]), ...repeated(30, [1]), ...repeated(60, [3])];
    const rules = basketRules(listsOf(both, 4), 4, OPTIONS);
    const pair = Array.from({ length: rules.count }, (_, k) => k).filter((k) => rules.also[k] !== NO_ITEM);
    expect(pair.map((k) => [rules.left[k], rules.also[k], rules.right[k], rules.of[k], rules.together[k]])).toEqual([
      [0, 1, 2, 30, 30],
    ]);
    expect(pair.map((k) => rules.confidence[k])).toEqual([1]);
  });

  test('agree with counting every basket, whatever the baskets', () => {
    const basket = fc.uniqueArray(fc.nat(7), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(basket, { minLength: 1, maxLength: 60 }), (baskets) => {
        const rules = basketRules(listsOf(baskets, 8), 8, OPTIONS);
        for (let k = 0; k < rules.count; k++) {
          const left = [rules.left[k], rules.also[k]].filter((item) => item !== NO_ITEM);
          const of = baskets.filter((own) => left.every((item) => own.includes(item)));
          expect(rules.of[k]).toBe(of.length);
          expect(rules.together[k]).toBe(of.filter((own) => own.includes(rules.right[k])).length);
          expect(rules.lift[k]).toBeGreaterThanOrEqual(OPTIONS.minLift);
          if (k > 0) expect(rules.sure[k]).toBeLessThanOrEqual(rules.sure[k - 1]);
        }
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  test('do not depend on the order of baskets', () => {
    const baskets = Array.from({ length: 90 }, (_, b) => [b % 5, 5 + (b % 3), 8 + ((b * b) % 4)]);
    expect(basketRules(listsOf([...baskets].reverse(), 12), 12, OPTIONS)).toEqual(
      basketRules(listsOf(baskets, 12), 12, OPTIONS),
    );
  });

  test('none come of nothing', () => {
    expect(basketRules(listsOf([], 3), 3, OPTIONS).count).toBe(0);
    expect(basketRules(listsOf([[], []], 0), 0, OPTIONS).count).toBe(0);
    expect(() => basketRules(listsOf([], 5000), 5000, OPTIONS)).toThrow(RangeError);
  });
});

describe('advice', () => {
  const baskets = [...repeated(30, [0, 1]), ...repeated(10, [0]), ...repeated(5, [1]), ...repeated(55, [2]), [0, 2]];
  const lists = listsOf(baskets, 3);
  const rules = basketRules(lists, 3, OPTIONS);

  test('names what is not bought yet, with its reason and the money to expect', () => {
    const advice = basketAdvice(lists, rules, { items: 3, worth: [100, 1000, 5], most: 3 });
    const first = Array.from(advice.customer).indexOf(30);
    expect(advice.item[first]).toBe(1);
    expect(advice.expected[first]).toBeCloseTo(rules.confidence[advice.rule[first]] * 1000, 9);
    for (let k = 0; k < advice.count; k++) {
      const own = baskets[advice.customer[k]];
      expect(own).not.toContain(advice.item[k]);
      expect(own).toContain(rules.left[advice.rule[k]]);
    }
    // Who has both is asked for nothing.
    expect(Array.from(advice.customer)).not.toContain(0);
  });

  test('keeps the best of each customer, best first, as sorting all would', () => {
    const random = createRandom(3);
    const baskets = Array.from({ length: 200 }, () => {
      const group = 6 * Math.floor(random() * 3);
      return [0, 1, 2, 3, 4, 5].filter(() => random() < 0.5).map((item) => group + item);
    });
    const own = listsOf(baskets, 19);
    const all = basketRules(own, 19, { ...OPTIONS, minConfidence: 0, minLift: 1.01 });
    const worth = Array.from({ length: 19 }, (_, item) => 100 + ((item * 37) % 11));
    const wide = basketAdvice(own, all, { items: 19, worth, most: 19 });
    const few = basketAdvice(own, all, { items: 19, worth, most: 2 });
    const of = (advice: typeof wide, c: number) =>
      Array.from({ length: advice.count }, (_, k) => k)
        .filter((k) => advice.customer[k] === c)
        .map((k) => [advice.item[k], advice.expected[k]]);
    for (let c = 0; c < 200; c++) {
      const sorted = of(wide, c).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      expect(of(wide, c)).toEqual(sorted);
      expect(of(few, c)).toEqual(sorted.slice(0, 2));
    }
    expect(few.count).toBeGreaterThan(100);
  });

  test('keeps silent where nobody knows what the item is worth', () => {
    const advice = basketAdvice(lists, rules, { items: 3, worth: [Number.NaN, Number.NaN, 5], most: 3 });
    expect(Array.from(advice.item)).not.toContain(1);
  });

  test('an item is worth the median of what its buyers spend, returns taken off', () => {
    const worth = basketWorth({
      customer: [0, 0, 1, 2, 2, 1],
      item: [0, 0, 0, 0, 1, 1],
      amount: [10, 20, 50, 9000, -5, 5],
      customers: 3,
      items: 3,
    });
    expect(worth[0]).toBe(50);
    expect(worth[1]).toBe(5);
    expect(worth[2]).toBeNaN();
  });
});
