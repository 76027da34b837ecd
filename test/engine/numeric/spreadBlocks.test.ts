import { describe, expect, it } from 'vitest';
import { apportion, createRandom } from '~/engine/numeric';
import { largestRemainder } from '../largestRemainder';

const COUNT = 20_000;
const random = createRandom(41);
const whole = (most: number): number => Math.floor(random() * most);
const ids = Uint32Array.from({ length: COUNT }, (_, i) => (i * 7919 + 13) % 104_729);
const weightsOf = (weight: (i: number) => number): Float64Array =>
  Float64Array.from({ length: COUNT }, (_, i) => weight(i));
const sumOf = (weights: Float64Array): number => weights.reduce((a, b) => a + b, 0);

/** Long enough for the sampled guess, and each bad for it in its own way. */
const CASES: { name: string; weights: Float64Array; total: (sum: number) => number }[] = [
  { name: 'uneven weights', weights: weightsOf(() => 1 + whole(2_000_000)), total: (sum) => Math.round(sum * 1.07) },
  { name: 'a total that is smaller than the count', weights: weightsOf(() => 1 + whole(900)), total: () => 777 },
  { name: 'round numbers grown by 10 %', weights: weightsOf(() => 100 * whole(9_000)), total: (sum) => sum * 1.1 },
  { name: 'the double', weights: weightsOf(() => whole(9_000)), total: (sum) => sum * 2 },
  { name: 'one weight', weights: weightsOf(() => 1_000), total: (sum) => sum + 12_345 },
  { name: 'one weight, nothing left over', weights: weightsOf(() => 7), total: () => COUNT * 3 },
  {
    name: 'one weight but for the last entry',
    weights: weightsOf((i) => (i === COUNT - 1 ? 9 : 8)),
    total: () => 54_321,
  },
  { name: 'one negative weight', weights: weightsOf(() => -5), total: (sum) => sum - 17 },
  { name: 'twelve weights', weights: weightsOf((i) => 1_000 + 37 * (i % 12)), total: (sum) => sum + 5_001 },
  { name: 'three weights', weights: weightsOf((i) => 1 + (i % 3)), total: (sum) => sum * 7 + 4_444 },
  { name: 'nearly all zero', weights: weightsOf((i) => (i % 97 === 0 ? 1 + whole(500) : 0)), total: () => 123_457 },
  { name: 'shares beyond 2^38', weights: weightsOf(() => 1 + whole(9)), total: () => 2 ** 51 - 1 },
  {
    name: 'one share beyond 2^38',
    weights: weightsOf((i) => (i === 77 ? 2 ** 48 : 1 + whole(99))),
    total: (s) => s + 9,
  },
  { name: 'negative weights and total', weights: weightsOf(() => -1 - whole(9_999)), total: (sum) => sum - 999 },
  {
    name: 'weights that a sample of stretches cannot see',
    weights: weightsOf((i) => (i % 16 < 8 ? 1_000 : 1_000 + whole(999))),
    total: (sum) => Math.round(sum * 1.0371),
  },
  {
    name: 'a sample that looks like one weight',
    weights: weightsOf((i) => (i % 16 < 8 ? 1_000 : 1_001)),
    total: (sum) => sum + 7_777,
  },
];

describe('a spread over many entries', () => {
  it.each(CASES)('is the largest remainder whatever the sample guessed: $name', ({ weights, total }) => {
    const amount = total(sumOf(weights));
    const got = apportion({ total: amount, weights, ids });
    expect(got.some((part) => Object.is(part, -0))).toBe(false);
    expect(Array.from(got)).toEqual(largestRemainder(amount, weights, ids));
  });

  it('counts what moved against the values before', () => {
    const weights = weightsOf(() => 3 + whole(4));
    const once = apportion({ total: sumOf(weights), weights });
    expect(Array.from(once)).toEqual(Array.from(weights));
  });
});
