import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHALLENGE, VERDICTS, type Verdict } from '~/domain/challenge';
import { amountWithChance, chanceOf, type Grounds, judgeTarget, outcomeOf, verdictOf } from '~/engine/challenge';

const outcome = outcomeOf({ middle: 1000, lower: 900, upper: 1120, level: 0.8 });
const plain: Grounds = { outcome, ranges: [], capacity: null, potential: null };
const nothing: Grounds = { outcome: null, ranges: [], capacity: null, potential: null };
const rank = (verdict: Verdict | null): number => (verdict === null ? -1 : VERDICTS.indexOf(verdict));

const anyGrounds: fc.Arbitrary<Grounds> = fc
  .record({
    middle: fc.integer({ min: -1000, max: 100_000 }),
    down: fc.integer({ min: 0, max: 50_000 }),
    up: fc.integer({ min: 0, max: 50_000 }),
    foretold: fc.boolean(),
    capacity: fc.option(fc.integer({ min: 0, max: 150_000 })),
    potential: fc.option(fc.integer({ min: 0, max: 150_000 })),
    ranges: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 90_000 }), fc.nat(20_000), fc.nat(20_000))
        .map(([low, a, b]) => ({ low, mid: low + a, high: low + a + b })),
      { maxLength: 3 },
    ),
  })
  .map(({ middle, down, up, foretold, ...rest }) => ({ ...rest, outcome: foretold ? { middle, down, up } : null }));

describe('the verdict on a target', () => {
  test('follows the chance by the limits of the rule', () => {
    expect(verdictOf(0.8, DEFAULT_CHALLENGE)).toBe('easy');
    expect(verdictOf(0.79, DEFAULT_CHALLENGE)).toBe('fair');
    expect(verdictOf(0.4, DEFAULT_CHALLENGE)).toBe('fair');
    expect(verdictOf(0.39, DEFAULT_CHALLENGE)).toBe('demanding');
    expect(verdictOf(0.15, DEFAULT_CHALLENGE)).toBe('demanding');
    expect(verdictOf(0.14, DEFAULT_CHALLENGE)).toBe('unrealistic');
    // 1,120 is reached one time in ten.
    expect(judgeTarget(1120, plain, DEFAULT_CHALLENGE)).toBe('unrealistic');
    expect(judgeTarget(1060, plain, DEFAULT_CHALLENGE)).toBe('demanding');
    expect(judgeTarget(900, plain, DEFAULT_CHALLENGE)).toBe('easy');
  });

  test('of what is expected is fair, whatever capacity and potential say', () => {
    fc.assert(
      fc.property(anyGrounds, (grounds) => {
        if (!grounds.outcome) return;
        expect(judgeTarget(grounds.outcome.middle, grounds, DEFAULT_CHALLENGE)).toBe('fair');
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  test('never becomes easier when the target rises', () => {
    fc.assert(
      fc.property(anyGrounds, fc.integer({ min: -1000, max: 200_000 }), fc.nat(50_000), (grounds, target, more) => {
        const before = rank(judgeTarget(target, grounds, DEFAULT_CHALLENGE));
        const after = rank(judgeTarget(target + more, grounds, DEFAULT_CHALLENGE));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { seed: 5, numRuns: 600 },
    );
  });

  test('of what is certain is fair, give or take a rounding', () => {
    const certain = { ...plain, outcome: { middle: 12_000, down: 0, up: 0 } };
    const judged = [11_000, 11_999, 12_000, 12_001, 13_000].map((target) =>
      judgeTarget(target, certain, DEFAULT_CHALLENGE),
    );
    expect(judged).toEqual(['easy', 'fair', 'fair', 'fair', 'unrealistic']);
  });

  test('is demanding at least beyond the capacity, unrealistic beyond all that customers could buy', () => {
    expect(judgeTarget(1010, { ...plain, capacity: 1005 }, DEFAULT_CHALLENGE)).toBe('demanding');
    expect(judgeTarget(1004, { ...plain, capacity: 1005 }, DEFAULT_CHALLENGE)).toBe('fair');
    expect(judgeTarget(1010, { ...plain, potential: 1005 }, DEFAULT_CHALLENGE)).toBe('unrealistic');
    expect(judgeTarget(1130, { ...plain, capacity: 1005 }, DEFAULT_CHALLENGE)).toBe('unrealistic');
  });

  test('goes by the other evidence where there is no forecast, and by nothing where there is nothing', () => {
    const ranges = [
      { low: 800, mid: 900, high: 1000 },
      { low: 900, mid: 1000, high: 1100 },
    ];
    expect(judgeTarget(950, { ...nothing, ranges }, DEFAULT_CHALLENGE)).toBe('fair');
    expect(judgeTarget(1300, { ...nothing, ranges }, DEFAULT_CHALLENGE)).toBe('unrealistic');
    expect(judgeTarget(500, { ...nothing, ranges }, DEFAULT_CHALLENGE)).toBe('easy');
    expect(judgeTarget(950, nothing, DEFAULT_CHALLENGE)).toBeNull();
    expect(judgeTarget(0, nothing, DEFAULT_CHALLENGE)).toBeNull();
  });
});

describe('the fair amount', () => {
  test('is a whole amount that is reached with its chance and judged fair', () => {
    fc.assert(
      fc.property(anyGrounds, fc.integer({ min: 41, max: 79 }), (grounds, percent) => {
        const amount = amountWithChance(grounds, percent / 100);
        if (!grounds.outcome) {
          expect(amount).toBeNull();
          return;
        }
        if (amount === null || grounds.outcome.down < 100 || grounds.outcome.up < 100) return;
        expect(Number.isInteger(amount)).toBe(true);
        expect(chanceOf(grounds.outcome, amount)).toBeGreaterThanOrEqual(percent / 100 - 1e-9);
        expect(judgeTarget(amount, grounds, DEFAULT_CHALLENGE)).toMatch(/fair|easy/);
      }),
      { seed: 8, numRuns: 400 },
    );
    expect(amountWithChance(plain, 0.5)).toBe(1000);
  });

  test('is never more than can be carried or bought, unless more is expected anyway', () => {
    const chance = 0.41;
    expect(amountWithChance({ ...plain, capacity: 1003 }, chance)).toBe(1003);
    expect(amountWithChance({ ...plain, potential: 700 }, chance)).toBe(1000);
  });
});
