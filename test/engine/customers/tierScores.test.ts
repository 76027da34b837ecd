import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRankPercentiles, tierScores } from '~/engine/customers';
import { factsOf } from './factsOf';

const spendOnly = { spend: 1, frequency: 0, recency: 0, influence: 0 };

describe('mid-rank percentiles', () => {
  it('puts half of the equal ones below', () => {
    expect([...midRankPercentiles(Float64Array.of(10, 20, 20, 40))]).toEqual([12.5, 50, 50, 87.5]);
    expect([...midRankPercentiles(Float64Array.of(7))]).toEqual([50]);
  });

  it('say the same whether values are counted or sorted', () => {
    const whole = [3, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 9, 9];
    const counted = midRankPercentiles(Float64Array.from(whole));
    const sorted = midRankPercentiles(Float64Array.from(whole, (value) => value + 0.5));
    expect(counted).toEqual(sorted);
    expect(midRankPercentiles(Float64Array.of())).toHaveLength(0);
  });

  it('always have the mean 50', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 50 }), (values) => {
        const percentiles = midRankPercentiles(Float64Array.from(values));
        expect(percentiles.reduce((sum, p) => sum + p, 0) / values.length).toBeCloseTo(50, 9);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('tier scores', () => {
  const facts = factsOf([
    { recency: 10, frequency: 4, monetary: 1000 },
    { recency: 20, frequency: 8, monetary: 3000 },
    { recency: 30, frequency: 2, monetary: 2000, first: '2026-10-01' },
  ]);

  it('weigh the percentiles', () => {
    const { score } = tierScores(facts, { weights: { spend: 50, frequency: 30, recency: 20, influence: 0 } });
    const [low, middle, high] = [100 / 6, 50, 500 / 6];
    expect(score[1]).toBeCloseTo(0.5 * low + 0.3 * middle + 0.2 * high, 9);
    expect(score[2]).toBeCloseTo(0.5 * high + 0.3 * high + 0.2 * middle, 9);
    expect(score[3]).toBeCloseTo(0.5 * middle + 0.3 * low + 0.2 * low, 9);
  });

  it('give the weight of a missing influence to the rest and mark it', () => {
    const weights = { spend: 60, frequency: 0, recency: 0, influence: 40 };
    const rated = tierScores(facts, { weights, influence: Float64Array.of(0, 5, Number.NaN, 1) });
    expect([...rated.missing]).toEqual([0, 0, 8, 0]);
    expect(rated.score[2]).toBeCloseTo(500 / 6, 9);
    expect(rated.score[1]).toBeCloseTo(0.6 * (100 / 6) + 0.4 * 75, 9);
    expect(rated.missingParts).toEqual([]);
    const without = tierScores(facts, { weights });
    expect(without.missingParts).toEqual(['influence']);
    expect([...without.score]).toEqual([...tierScores(facts, { weights: spendOnly }).score]);
  });

  it('leave customers without orders without a score, and mark young ones', () => {
    const { score, young, scored } = tierScores(facts, { weights: spendOnly });
    expect(score[0]).toBeNaN();
    expect([...young]).toEqual([0, 0, 0, 1]);
    expect(scored).toBe(3);
  });

  it('have nothing to say when no weighted part has a value', () => {
    const weights = { spend: 0, frequency: 0, recency: 0, influence: 1 };
    expect(tierScores(facts, { weights }).scored).toBe(0);
    expect(() => tierScores(facts, { weights: { ...weights, spend: -1 } })).toThrow(RangeError);
  });
});

describe('percentiles of money', () => {
  it('are those that counting smaller and equal values gives, over any range and sign', () => {
    const value = fc.oneof(
      fc.integer({ min: -1000, max: 1000 }),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.constantFrom(0, -0, 1, -1, 1e12),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
        const percentiles = midRankPercentiles(Float64Array.from(values));
        values.forEach((own, i) => {
          const below = values.filter((other) => other < own).length;
          const equal = values.filter((other) => other === own).length;
          expect(percentiles[i]).toBe((50 * (below + below + equal)) / values.length);
        });
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
