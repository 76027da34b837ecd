import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BalanceMember, balanceTargets, chanceOf, correlation, dispersion } from '~/engine/challenge/index';

const free = (middle: number, spread: number, now: number): BalanceMember => ({
  outcome: { middle, down: spread, up: spread },
  now,
  least: 0,
  most: Number.POSITIVE_INFINITY,
});

const members = fc.array(
  fc
    .record({
      middle: fc.integer({ min: 1_000, max: 10_000_000 }),
      spread: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
      now: fc.integer({ min: 0, max: 20_000_000 }),
      kind: fc.constantFrom('free', 'held', 'limited', 'unknown'),
    })
    .map(({ middle, spread, now, kind }): BalanceMember => {
      const member = free(middle, middle * spread, now);
      if (kind === 'held') return { ...member, least: now, most: now };
      if (kind === 'limited') return { ...member, least: Math.floor(now * 0.9), most: Math.ceil(now * 1.1) };
      return kind === 'unknown' ? { ...member, outcome: null } : member;
    }),
  { minLength: 1, maxLength: 40 },
);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a fixed total that is laid out anew', () => {
  it('asks the same multiple of the expectation of all', () => {
    const { amounts, level } = balanceTargets([free(100, 10, 200), free(300, 90, 200)], 'stretch');
    expect(amounts).toEqual([100, 300]);
    expect(level).toBeCloseTo(1, 9);
  });

  it('gives all the same chance, so that the uncertain take more of what is asked beyond the expectation', () => {
    const { amounts, level } = balanceTargets([free(1_000, 100, 1_300), free(1_000, 300, 1_100)], 'chance');
    expect(amounts).toEqual([1_100, 1_300]);
    expect(level).toBeCloseTo(chanceOf({ middle: 1_000, down: 100, up: 100 }, 1_100), 3);
  });

  it('keeps what is held, what is limited within its limits, and whoever nobody can foretell', () => {
    const held = { ...free(100, 10, 500), least: 500, most: 500 };
    const limited = { ...free(100, 10, 100), least: 90, most: 110 };
    const unknown = { ...free(1, 1, 77), outcome: null };
    const { amounts, bound } = balanceTargets(
      [held, limited, unknown, free(100, 10, 50), free(100, 10, 250)],
      'stretch',
    );
    expect(amounts).toEqual([500, 110, 77, 145, 145]);
    expect(bound).toEqual(['least', 'most', null, null, null]);
  });

  it('keeps the total to the minor unit, every end, and leaves nobody free harder off than another', () => {
    fc.assert(
      fc.property(members, fc.constantFrom('chance' as const, 'stretch' as const), (all, by) => {
        const { amounts, bound, level } = balanceTargets(all, by);
        expect(sum(amounts)).toBe(sum(all.map(({ now }) => now)));
        amounts.forEach((amount, i) => {
          expect(Number.isInteger(amount)).toBe(true);
          const { outcome, now, least, most } = all[i];
          if (outcome === null) expect(amount).toBe(now);
          expect(amount).toBeGreaterThanOrEqual(Math.min(now, least));
          expect(amount).toBeLessThanOrEqual(Math.max(now, most));
          if (bound[i] !== null || outcome === null || level === null) return;
          if (by === 'stretch')
            expect(Math.abs(amount - outcome.middle * level)).toBeLessThanOrEqual(1 + 1e-6 * amount);
        });
      }),
      { seed: 602, numRuns: 300 },
    );
  });

  it('is left as it is where it is equally hard already', () => {
    const all = [free(1_000, 100, 1_100), free(2_000, 200, 2_200)];
    expect(balanceTargets(all, 'stretch').amounts).toEqual([1_100, 2_200]);
    expect(balanceTargets(all, 'chance').amounts).toEqual([1_100, 2_200]);
  });

  it('shows less dispersion than before', () => {
    const all = [free(100, 10, 300), free(200, 20, 250), free(300, 30, 150)];
    const before = dispersion(all.map(({ now, outcome }) => now / (outcome?.middle ?? 1)));
    const { amounts } = balanceTargets(all, 'stretch');
    const after = dispersion(amounts.map((amount, i) => amount / (all[i].outcome?.middle ?? 1)));
    expect(before.ratio).toBe(6);
    expect(after.variation).toBeLessThan(0.01);
    expect(after.gini).toBeLessThan(before.gini ?? 0);
  });
});

describe('correlation', () => {
  it('is 1 for what goes together, −1 for what goes apart, and unknown without three pairs or any spread', () => {
    expect(correlation([1, 2, 3], [2, 4, 6]).r).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3, null], [6, 4, 2, 9])).toEqual({ r: -1, count: 3 });
    expect(correlation([1, 2], [1, 2]).r).toBeNull();
    expect(correlation([1, 1, 1], [1, 2, 3]).r).toBeNull();
  });
});
