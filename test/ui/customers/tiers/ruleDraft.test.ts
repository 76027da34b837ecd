import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameRule,
  type RuleDraft,
  ruleFault,
  scaledToWhole,
  weightSum,
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
});
