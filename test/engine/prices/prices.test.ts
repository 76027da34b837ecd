import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderSegment } from '~/domain/order';
import { DAYS_AFTER, priceBook, priceLadder, rebateMoney, rebateStep, salesAtEnd, upliftOf } from '~/engine/prices';

const NAN = Number.NaN;

const book = priceBook({
  product: Uint32Array.of(1, 1, 1, 2, 0),
  tier: ['', '', 'A', '', ''],
  day: Float64Array.of(100, 200, 150, 100, 100),
  amount: Float64Array.of(1000, 1200, 900, 500, 1),
  lowest: Float64Array.of(NAN, NAN, NAN, 400, NAN),
  highest: Float64Array.of(NAN, NAN, NAN, 550, NAN),
});

describe('a price book', () => {
  test('answers the newest price up to the day, the own one of a tier before the general', () => {
    expect(book.at(1, '', 199)?.amount).toBe(1000);
    expect(book.at(1, '', 200)?.amount).toBe(1200);
    expect(book.at(1, 'A', 149)).toMatchObject({ amount: 1000, own: false });
    expect(book.at(1, 'A', 300)).toMatchObject({ amount: 900, own: true });
    expect(book.at(1, 'B', 300)).toMatchObject({ amount: 1200, own: false });
  });

  test('knows nothing before the first day, and nothing of other products', () => {
    expect(book.at(1, '', 99)).toBeNull();
    expect(book.at(3, '', 300)).toBeNull();
    expect(book.products).toBe(2);
  });
});

const segment = (rows: [day: number, customer: number, product: number, quantity: number, amount: number][]) =>
  ({
    count: rows.length,
    day: Int32Array.from(rows, ([day]) => day),
    codes: {
      customer: Uint32Array.from(rows, ([, customer]) => customer),
      product: Uint32Array.from(rows, ([, , product]) => product),
    },
    amount: Float64Array.from(rows, ([, , , , amount]) => amount),
    quantity: Float64Array.from(rows, ([, , , quantity]) => quantity),
    order: new Float64Array(rows.length),
    row: new Float64Array(rows.length),
  }) satisfies OrderSegment;

const options = {
  from: 0,
  to: 1000,
  book,
  tierOf: (customer: number) => (customer === 1 ? 'A' : ''),
  shareOf: (tier: string) => (tier === 'A' ? 0.95 : 1),
  bandOf: (product: number) => (product === 1 ? { lowest: 0.8, highest: 1.1 } : null),
  products: 3,
  customers: 3,
};

describe('the price ladder', () => {
  test('sums list, tier price and invoice of the lines that have a price, and the sales of all', () => {
    const ladder = priceLadder(
      [
        segment([
          [120, 1, 1, 10, 9000],
          [300, 1, 1, 10, 8500],
          [300, 2, 3, 5, 700],
        ]),
      ],
      options,
    );
    expect(ladder.total).toEqual({ lines: 3, priced: 2, list: 22_000, tier: 18_500, invoice: 17_500, sales: 18_200 });
    expect(ladder.byProduct.get(3)).toMatchObject({ priced: 0, sales: 700 });
  });

  test('lists what was billed under or over its band, the most money first', () => {
    const { violations, checked } = priceLadder(
      [
        segment([
          [120, 2, 1, 10, 7999],
          [120, 2, 1, 10, 7990],
          [120, 2, 1, 1, 800],
          [120, 2, 2, 10, 6000],
          [120, 2, 2, -10, -100],
        ]),
      ],
      options,
    );
    expect(checked).toBe(4);
    expect(violations.map(({ difference, lowest, highest }) => [difference, lowest, highest])).toEqual([
      [500, 400, 550],
      [-10, 800, 1100],
    ]);
  });

  test('a unit price within half a minor unit of its limit keeps it', () => {
    const { violations } = priceLadder([segment([[120, 2, 1, 10, 7995]])], options);
    expect(violations).toEqual([]);
  });
});

describe('rebates', () => {
  const steps = [
    { at: 100, rate: 0.01 },
    { at: 200, rate: 0.02 },
  ];

  test('a step is reached at its very figure', () => {
    expect(rebateStep(steps, 99)).toEqual({ step: -1, rate: 0, toNext: 1, nextRate: 0.01 });
    expect(rebateStep(steps, 100)).toEqual({ step: 0, rate: 0.01, toNext: 100, nextRate: 0.02 });
    expect(rebateStep(steps, 250)).toEqual({ step: 1, rate: 0.02, toNext: null, nextRate: null });
    expect(rebateStep(steps, null).rate).toBe(0);
  });

  test('more sales never earn a lower rate', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(rebateStep(steps, more).rate).toBeGreaterThanOrEqual(rebateStep(steps, less).rate);
      }),
      { seed: 43 },
    );
  });

  test('is paid on positive sales only', () => {
    expect(rebateMoney(10_050, 0.01)).toBe(101);
    expect(rebateMoney(-5, 0.01)).toBe(0);
  });

  test('the rest of a year is last year’s at the growth so far, else at the pace so far', () => {
    expect(salesAtEnd({ soFar: 120, soFarBefore: 100, restBefore: 200, daysPassed: 120, days: 360 })).toBe(360);
    expect(salesAtEnd({ soFar: 120, soFarBefore: null, restBefore: null, daysPassed: 120, days: 360 })).toBe(360);
    expect(salesAtEnd({ soFar: 120, soFarBefore: 1, restBefore: 1, daysPassed: 360, days: 360 })).toBe(120);
    expect(salesAtEnd({ soFar: 0, soFarBefore: 1, restBefore: 1, daysPassed: 0, days: 360 })).toBeNull();
  });
});

describe('uplift of a promotion', () => {
  const perDay = (daily: (day: number) => number) => (from: number, to: number) => {
    let sum = 0;
    for (let day = from; day <= to; day += 1) sum += daily(day);
    return sum;
  };

  test('an injected lift is found, over the promotion and four weeks after', () => {
    const salesBetween = perDay((day) => (day >= 1000 && day < 1014 ? 30 : 10));
    const found = upliftOf({ from: 1000, to: 1013 }, { salesBetween, asOf: 1100 });
    expect(found).toEqual({ actual: 14 * 30 + DAYS_AFTER * 10, expected: 420, uplift: 280, by: 'lastYear' });
  });

  test('buying ahead is no uplift', () => {
    const salesBetween = perDay((day) => (day >= 1000 && day < 1014 ? 20 : day >= 1014 && day < 1028 ? 0 : 10));
    expect(upliftOf({ from: 1000, to: 1013 }, { salesBetween, asOf: 1100 }).uplift).toBe(0);
  });

  test('without a year before, the eight weeks before are the measure', () => {
    const salesBetween = (from: number, to: number) => (from < 900 ? null : (to - from + 1) * 10);
    expect(upliftOf({ from: 1000, to: 1013 }, { salesBetween, asOf: 1100 })).toMatchObject({ uplift: 0, by: 'before' });
  });

  test('is not told before it is over', () => {
    const salesBetween = perDay(() => 10);
    expect(upliftOf({ from: 1000, to: 1013 }, { salesBetween, asOf: 1020 })).toMatchObject({ uplift: null, by: null });
  });
});
