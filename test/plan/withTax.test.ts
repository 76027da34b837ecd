import { expect, test } from 'vitest';
import { scaledProduct } from '~/plan/scaledProduct';
import { withTax } from '~/plan/withTax';

test('sales without tax are lifted by the rate, rounded once half away from zero', () => {
  const sales = { taxIncluded: false, percent: 13 };
  expect([10_000, 50, -50, 1, 0].map((amount) => withTax(amount, sales))).toEqual([11_300, 57, -57, 1, 0]);
  expect(withTax(10_000, { taxIncluded: false, percent: 6.25 })).toBe(10_625);
  // 2^50 × 1.13 passes 2^53 before it is divided.
  expect(withTax(2 ** 50, sales)).toBe(Number((2n ** 50n * 113n + 50n) / 100n));
});

test('sales with tax stay, and so does a blank', () => {
  expect(withTax(10_000, { taxIncluded: true, percent: 13 })).toBe(10_000);
  expect(withTax(null, { taxIncluded: false, percent: 13 })).toBeNull();
  expect(() => withTax(1, { taxIncluded: false, percent: -1 })).toThrow(RangeError);
});

test('a scaled product rounds half away from zero on both sides', () => {
  expect([15, 25, -15, -25, 14, -14].map((a) => scaledProduct(a, 1, -1))).toEqual([2, 3, -2, -3, 1, -1]);
  expect(scaledProduct(3, 4, 2)).toBe(1200);
});
