import { describe, expect, it } from 'vitest';
import {
  createRandom,
  kthSmallest,
  productError,
  quantileOf,
  shareQuotient,
  shareReaching,
  shareRemainder,
  stableSum,
} from '~/engine/numeric';

const big = (random: () => number, bits: number): number =>
  Math.floor((Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26)) / 2 ** (52 - bits));

describe('exact products', () => {
  it('the product and its error are the exact product', () => {
    const random = createRandom(1);
    for (let i = 0; i < 5_000; i++) {
      const a = big(random, 52);
      const b = big(random, 52);
      expect(BigInt(a * b) + BigInt(productError(a, b, a * b))).toBe(BigInt(a) * BigInt(b));
    }
  });

  it('quotient and remainder of a share are those of whole numbers up to 2^51', () => {
    const random = createRandom(2);
    for (let i = 0; i < 5_000; i++) {
      const sum = big(random, 1 + Math.floor(random() * 51)) + 1;
      const w = Math.floor(random() * (sum + 1));
      const total = big(random, 51);
      const quotient = shareQuotient(w, total, sum);
      expect(BigInt(quotient)).toBe((BigInt(w) * BigInt(total)) / BigInt(sum));
      expect(BigInt(shareRemainder(w, total, quotient, sum))).toBe((BigInt(w) * BigInt(total)) % BigInt(sum));
    }
  });
});

describe('kthSmallest', () => {
  it('is what sorting would put at that place, many equal values included', () => {
    const random = createRandom(3);
    for (let round = 0; round < 500; round++) {
      const values = Float64Array.from({ length: 1 + Math.floor(random() * 40) }, () => Math.floor(random() * 12));
      const k = Math.floor(random() * values.length);
      expect(kthSmallest(values.slice(), values.length, k)).toBe(values.toSorted()[k]);
    }
  });
});

describe('createRandom', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed));
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  it('is even: mean and spread of 100,000 draws are those of [0, 1)', () => {
    const random = createRandom(4);
    const draws = Array.from({ length: 100_000 }, random);
    const mean = stableSum(draws) / draws.length;
    const variance = stableSum(draws.map((x) => (x - mean) ** 2)) / draws.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws.slice(0, 1000))).toBeLessThan(1);
  });
});

describe('stableSum', () => {
  it('keeps what plain addition loses', () => {
    expect(stableSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(stableSum([])).toBe(0);
  });
});

describe('sorted draws', () => {
  it('a quantile lies straight between the two nearest, as in a spreadsheet', () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantileOf(sorted, share))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantileOf(Float64Array.of(7), 0.9)).toBe(7);
    expect(quantileOf(new Float64Array(0), 0.5)).toBeNull();
    expect(() => quantileOf(sorted, 1.1)).toThrow(RangeError);
  });

  it('the share that reaches an amount counts those that are equal to it', () => {
    const sorted = Float64Array.of(10, 12, 12, 14);
    expect([9, 10, 12, 12.5, 15].map((amount) => shareReaching(sorted, amount))).toEqual([1, 1, 0.75, 0.25, 0]);
    expect(shareReaching(new Float64Array(0), 1)).toBeNull();
  });
});
