import { describe, expect, it } from 'vitest';
import { assignTiers, RFM_GROUPS, rfmGroups, scoreRfm, tierBasis, tierPoints, weighTiers } from '~/engine/customers';
import { factsOf } from './factsOf';

const members = Uint32Array.of(1, 2, 3, 4);

describe('RFM groups', () => {
  const facts = factsOf(
    [1, 2, 3].flatMap((r) =>
      [1, 2, 3].flatMap((f) => [1, 2, 3].map((m) => ({ recency: 100 - r * 30, frequency: f, monetary: m * 1000 }))),
    ),
  );
  const scores = scoreRfm(facts);
  const groups = rfmGroups(scores, facts.monetary);

  it('name recent, often and much apart from quiet, seldom and little', () => {
    const named = (r: number, f: number, m: number) => RFM_GROUPS[groups.of[(r - 1) * 9 + (f - 1) * 3 + m] - 1];
    expect([named(3, 3, 3), named(3, 1, 3), named(1, 3, 3), named(1, 1, 3)]).toEqual([
      'champions',
      'promising',
      'keep',
      'winBack',
    ]);
    expect([named(3, 3, 1), named(3, 2, 2), named(2, 3, 1), named(1, 1, 1)]).toEqual([
      'loyal',
      'new',
      'fading',
      'lapsing',
    ]);
  });

  it('add up to those that are scored', () => {
    expect(groups.counts.reduce((sum, n) => sum + n, 0)).toBe(scores.scored);
    expect(groups.revenue.reduce((sum, n) => sum + n, 0)).toBe(54_000);
    expect(groups.of[0]).toBe(0);
  });
});

describe('points of a column', () => {
  const values = Float64Array.of(9, 1, 10, Number.NaN, 100);

  it('are percentiles, places between the ends, or places by logarithm', () => {
    const points = (scale: 'rank' | 'linear' | 'log') => [...tierPoints(values, { members, scale })].slice(1);
    expect(points('rank').map((p) => Math.round(p))).toEqual([17, 50, Number.NaN, 83]);
    expect(points('linear')).toEqual([0, (100 * 9) / 99, Number.NaN, 100]);
    expect(points('log')[1]).toBeCloseTo((100 * Math.log(11 / 2)) / Math.log(101 / 2), 9);
  });

  it('turn round where little is good, and give everybody 50 where all are equal', () => {
    expect([...tierPoints(values, { members, scale: 'linear', direction: 'low' })].slice(1)).toEqual([
      100,
      100 - (100 * 9) / 99,
      Number.NaN,
      0,
    ]);
    expect([...tierPoints(Float64Array.of(0, 7, 7), { members: Uint32Array.of(1, 2), scale: 'log' })].slice(1)).toEqual(
      [50, 50],
    );
  });

  it('of a further column count with their weight, and give it away where they are missing', () => {
    const facts = factsOf([
      { recency: 1, frequency: 1, monetary: 100 },
      { recency: 1, frequency: 1, monetary: 200 },
    ]);
    const column = { values: Float64Array.of(0, 10, Number.NaN), direction: 'high', scale: 'linear' } as const;
    const basis = tierBasis(facts, { columns: [column] });
    const { score, missing, missingColumns } = weighTiers(basis, [1, 0, 0, 0, 3]);
    expect(score[1]).toBe((25 + 3 * 50) / 4);
    expect(score[2]).toBe(75);
    expect([...missing]).toEqual([0, 0, 16]);
    expect(missingColumns).toEqual([]);
    const none = tierBasis(facts, { columns: [{ ...column, values: new Float64Array(3).fill(Number.NaN) }] });
    expect(weighTiers(none, [1, 0, 0, 0, 3]).missingColumns).toEqual([0]);
  });
});

describe('tiers by given cuts', () => {
  const score = Float64Array.of(Number.NaN, 90, 72, 40, 72);
  const revenue = Float64Array.of(0, 10, 5000, 900, 100);

  it('take the score itself, or what is sold', () => {
    expect([...assignTiers(score, revenue, { by: 'score', cutA: 72, cutB: 41 }).tier]).toEqual([0, 1, 1, 3, 1]);
    expect([...assignTiers(score, revenue, { by: 'value', cutA: 1000, cutB: 100 }).tier]).toEqual([0, 3, 1, 2, 2]);
  });

  it('keep who sells less than five percent under a cut of value', () => {
    const previous = { tier: Uint8Array.of(0, 3, 1, 1, 1) };
    const near = Float64Array.of(0, 10, 5000, 960, 900);
    const { tier, waiting } = assignTiers(score, near, { by: 'value', cutA: 1000, cutB: 100, hysteresis: 5, previous });
    expect([...tier]).toEqual([0, 3, 1, 1, 2]);
    expect([...waiting]).toEqual([0, 0, 0, 1, 0]);
  });

  it('refuse a cut for A below that for B', () => {
    expect(() => assignTiers(score, revenue, { by: 'score', cutA: 10, cutB: 20 })).toThrow(RangeError);
  });
});
