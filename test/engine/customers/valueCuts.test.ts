import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreByCuts, valueCuts } from '~/engine/customers';

describe('cuts of a population', () => {
  it('are the values at its k-th parts, whole numbers or not, whatever the order', () => {
    const values = fc.oneof(
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 }),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 7 }), (all, classes) => {
        const sorted = [...all].sort((a, b) => a - b);
        const cuts = valueCuts(Float64Array.from(all), classes);
        expect(cuts).toHaveLength(classes - 1);
        cuts.forEach((cut, k) => {
          expect(cut === sorted[Math.ceil(((k + 1) * all.length) / classes) - 1]).toBe(true);
        });
        expect(cuts).toEqual(valueCuts(Float64Array.from(all).reverse(), classes));
        for (const own of all) expect(scoreByCuts(own, cuts)).toBeLessThanOrEqual(classes);
      }),
      { seed: 61, numRuns: 300 },
    );
  });

  it('do not exist where nobody is', () => {
    expect(valueCuts(new Float64Array(0), 5)).toHaveLength(0);
  });
});
