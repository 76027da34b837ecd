import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameRule,
  mayAdd,
  type RuleDraft,
  ruleFault,
  scaledToWhole,
  weightSum,
  withCutsBy,
  withMore,
  withWeight,
} from '~/ui/pages/customers/tiers/ruleDraft';

const RULE: RuleDraft = {
  plan: null,
  weights: { spend: 50, frequency: 20, recency: 10, influence: 20 },
  by: 'customers',
  cutA: 0.2,
  cutB: 0.5,
};

describe('a tier rule being tried out', () => {
  it('scales any weights to exactly 100 and leaves 100 alone', () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(weight, weight, weight, weight, (spend, frequency, recency, influence) => {
        const rule = { ...RULE, weights: { spend, frequency, recency, influence } };
        const scaled = scaledToWhole(rule);
        expect(weightSum(scaled)).toBe(100);
        expect(Object.values(scaled.weights).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        expect(scaledToWhole(scaled).weights).toEqual(scaled.weights);
      }),
      { seed: 7, numRuns: 200 },
    );
    expect(scaledToWhole(withWeight(RULE, 'influence', 0)).weights).toEqual({
      spend: 63,
      frequency: 25,
      recency: 12,
      influence: 0,
    });
    expect(scaledToWhole(RULE).weights).toEqual(RULE.weights);
  });

  it('says what stands in the way of applying it', () => {
    expect(ruleFault(RULE)).toBeNull();
    expect(ruleFault(withWeight(RULE, 'spend', 49))).toBe('notWhole');
    expect(ruleFault({ ...RULE, weights: { spend: 0, frequency: 0, recency: 0, influence: 0 } })).toBe('noWeight');
    expect(ruleFault({ ...RULE, cutA: 0.6 })).toBe('cutsCrossed');
  });

  it('is the same rule only with the same weights and cuts', () => {
    expect(isSameRule(RULE, { ...RULE, weights: { ...RULE.weights } })).toBe(true);
    expect(isSameRule(RULE, withWeight(RULE, 'spend', 51))).toBe(false);
    expect(isSameRule(RULE, { ...RULE, by: 'sales' })).toBe(false);
    expect(isSameRule(RULE, { ...RULE, cutB: 0.4 })).toBe(false);
  });

  it('takes further columns into the sum, the scaling and the comparison', () => {
    const column = {
      column: { kind: 'figure', figure: 'growth' },
      weight: 50,
      direction: 'high',
      scale: 'rank',
    } as const;
    const wider = withMore(RULE, 0, column);
    expect(weightSum(wider)).toBe(150);
    expect(isSameRule(RULE, wider)).toBe(false);
    const scaled = scaledToWhole(wider);
    expect(weightSum(scaled)).toBe(100);
    expect([scaled.weights.spend, scaled.more?.[0].weight]).toEqual([34, 33]);
    expect(withMore(wider, 0, null)).toEqual(RULE);
    expect(mayAdd(wider, column.column)).toBe(false);
    expect(mayAdd(RULE, column.column)).toBe(true);
    expect(mayAdd(RULE, { kind: 'figure', figure: 'sales12' })).toBe(false);
  });

  it('has cuts that run down by score and by value, and up by shares', () => {
    const byScore = withCutsBy(RULE, 'score', { a: 9, b: 3 });
    expect(ruleFault(byScore)).toBeNull();
    expect(ruleFault({ ...byScore, cutA: 30 })).toBe('cutsCrossed');
    expect(withCutsBy(RULE, 'value', { a: 9, b: 3 })).toMatchObject({ cutA: 9, cutB: 3 });
    expect(withCutsBy(byScore, 'sales', { a: 9, b: 3 })).toMatchObject({ cutA: 0.7, cutB: 0.9 });
  });
});
