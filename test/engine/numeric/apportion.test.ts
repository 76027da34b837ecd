import { describe, expect, it } from 'vitest';
import { apportion, createRandom, type Random, wholeWeights } from '~/engine/numeric';
import { largestRemainder } from '../largestRemainder';

const below = (random: Random, n: number): number => Math.floor(random() * n);
/** An integer below 2^bits with all its bits random. */
const bitsOf = (random: Random, bits: number): number =>
  Math.floor((Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26)) / 2 ** (52 - bits));

describe('apportion', () => {
  it('equals the BigInt reference in 20,000 random cases, ties, tiny ranges and negative sums among them', {
    timeout: 60_000,
  }, () => {
    const random = createRandom(20_270_401);
    for (let round = 0; round < 20_000; round++) {
      const n = 1 + below(random, round % 50 === 0 ? 200 : 12);
      const bits = 1 + below(random, 47 - Math.ceil(Math.log2(n + 1)));
      const sign = random() < 0.2 ? -1 : 1;
      const weights = Float64Array.from({ length: n }, () => {
        const kind = random();
        const w = kind < 0.1 ? 0 : kind < 0.3 ? 1 + below(random, 3) : bitsOf(random, bits);
        return w === 0 ? 0 : w * sign;
      });
      if (weights.every((w) => w === 0)) weights[0] = sign;
      const total = bitsOf(random, 1 + below(random, 50)) * (random() < 0.3 ? -1 : 1) + 0;
      const ids = Uint32Array.from({ length: n }, (_, i) => (i * 7919 + 13) % 104_729);
      const got = Array.from(apportion({ total, weights, ids }));
      expect(got, `round ${round}`).toEqual(largestRemainder(total, weights, ids));
    }
  });

  it.each([
    { name: 'small integers', total: 3, weights: [17, 23, 30, 30], parts: [0, 1, 1, 1] },
    { name: 'a tie goes to the first', total: 1, weights: [17, 23, 30, 30], parts: [0, 0, 1, 0] },
    { name: '100.00 by 2 and 1', total: 10_000, weights: [2, 1], parts: [6_667, 3_333] },
    { name: 'relative', total: 400, weights: [10, 20, 70], parts: [40, 80, 280] },
    { name: 'all weights zero: equal', total: 1_000, weights: [0, 0, 0, 0], parts: [250, 250, 250, 250] },
    { name: 'negative total', total: -10, weights: [1, 2], parts: [-3, -7] },
    { name: 'nothing to give', total: 0, weights: [5, 6], parts: [0, 0] },
  ])('splits as the golden vector says: $name', ({ total, weights, parts }) => {
    expect(Array.from(apportion({ total, weights: Float64Array.from(weights) }))).toEqual(parts);
  });

  it('splits 10,000,000 yuan by 12 in whole yuan: four get one more', () => {
    const parts = apportion({ total: 1_000_000_000, weights: new Float64Array(12).fill(1), unit: 100 });
    expect(Array.from(parts)).toEqual([...Array(4).fill(83_333_400), ...Array(8).fill(83_333_300)]);
  });

  it('splits 10,000,000 yuan by a season profile in whole yuan', () => {
    const season = [70, 55, 85, 80, 85, 90, 75, 80, 95, 95, 90, 100];
    const parts = apportion({ total: 1_000_000_000, weights: Float64Array.from(season), unit: 100 });
    expect(Array.from(parts)).toEqual(season.map((s) => s * 1_000_000));
  });

  it('gives what is less than a rounding step to the largest weight', () => {
    expect(Array.from(apportion({ total: 1_050, weights: Float64Array.of(1, 3, 1), unit: 100 }))).toEqual([
      200, 650, 200,
    ]);
  });

  it('never writes minus zero', () => {
    const parts = apportion({ total: -1, weights: Float64Array.of(0, 5, 1) });
    expect(parts.some((part) => Object.is(part, -0))).toBe(false);
  });

  it('keeps the proportions of fractional weights', () => {
    const weights = wholeWeights(Float64Array.of(0.1, 0.2, 0.7));
    expect(Array.from(apportion({ total: 1_000_000, weights }))).toEqual([100_000, 200_000, 700_000]);
  });
});
