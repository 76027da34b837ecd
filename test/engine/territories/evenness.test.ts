import { describe, expect, test } from 'vitest';
import { evenness } from '~/engine/territories';

describe('how even amounts are', () => {
  test('all the same is 0, one with everything is (n − 1) ÷ n', () => {
    expect(evenness([5, 5, 5])).toEqual({ mean: 5, variation: 0, gini: 0 });
    const { variation, gini } = evenness([0, 8, 0, 0]);
    expect(gini).toBeCloseTo(3 / 4, 12);
    expect(variation).toBeCloseTo(Math.sqrt(3), 12);
  });

  test('1, 2, 3, 4 have a Gini of a quarter and a variation of √1.25 ÷ 2.5', () => {
    const { mean, variation, gini } = evenness([3, 1, 4, 2]);
    expect(mean).toBe(2.5);
    expect(gini).toBeCloseTo(0.25, 12);
    expect(variation).toBeCloseTo(Math.sqrt(1.25) / 2.5, 12);
  });

  test('nobody, nothing and a debt have no ratio', () => {
    expect(evenness([])).toEqual({ mean: null, variation: null, gini: null });
    expect(evenness([0, 0])).toEqual({ mean: 0, variation: null, gini: null });
    expect(evenness([-1, 3]).gini).toBeNull();
  });
});
