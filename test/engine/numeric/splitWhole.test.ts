import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWhole } from '~/engine/numeric';
import { largestRemainder } from '../largestRemainder';

function split(total: number, weights: readonly number[]): number[] {
  const n = weights.length + 1;
  const weight = Float64Array.from([7, ...weights]);
  const out = new Float64Array(n).fill(99);
  splitWhole(total, { weight, first: 1, end: n, out, rest: new Float64Array(n) });
  expect(out[0]).toBe(99);
  return [...out.subarray(1)];
}

describe('cutting a number into whole parts', () => {
  it('is what largest remainder by unbounded whole numbers gives, up to 2^51 and for few and many parts', () => {
    const weights = fc.oneof(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 2 ** 45 }), { minLength: 1, maxLength: 24 }),
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (any, given) => {
        const total = any % 2 ** 51;
        expect(split(total, given)).toEqual(largestRemainder(total, given, [...given.keys()]));
      }),
      { numRuns: 2000, seed: 4 },
    );
  });

  it('gives ties to the first and never a minus zero', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(-1, [1, 1])).toEqual([-1, 0]);
    expect(Object.is(split(-1, [1, 1])[1], 0)).toBe(true);
    expect(split(5, [3])).toEqual([5]);
  });

  it('weights that sum to nothing are a programmer’s error', () => {
    expect(() => split(5, [0, 0])).toThrow(RangeError);
  });
});
