import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountAt, chanceOf, outcomeOf } from '~/engine/challenge/index';
import { normalQuantile, normalShare } from '~/engine/numeric';

const outcomes = fc
  .record({
    middle: fc.integer({ min: -1e9, max: 1e9 }),
    down: fc.integer({ min: 1000, max: 1e11 }),
    up: fc.integer({ min: 1000, max: 1e11 }),
  })
  .map(({ middle, down, up }) => outcomeOf({ middle, lower: middle - down, upper: middle + up, level: 0.8 }));

describe('an outcome', () => {
  it('is reached half the time at its middle, and one time in ten at the end of its 80 % range', () => {
    const outcome = outcomeOf({ middle: 1000, lower: 800, upper: 1500, level: 0.8 });
    expect(chanceOf(outcome, 1000)).toBeCloseTo(0.5, 14);
    expect(chanceOf(outcome, 1500)).toBeCloseTo(0.1, 8);
    expect(chanceOf(outcome, 800)).toBeCloseTo(0.9, 8);
  });

  it('is certain without a range', () => {
    const outcome = outcomeOf({ middle: 1000, lower: 1000, upper: 1000, level: 0.8 });
    expect([999, 1000, 1001].map((amount) => chanceOf(outcome, amount))).toEqual([1, 1, 0]);
    expect(amountAt(outcome, 0.3)).toBe(1000);
  });

  it('gives back the chance of the amount it is asked for, and never a greater chance for a greater amount', () => {
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (outcome, chance) => {
        expect(chanceOf(outcome, amountAt(outcome, chance))).toBeCloseTo(chance, 7);
        expect(amountAt(outcome, chance)).toBeGreaterThanOrEqual(amountAt(outcome, Math.min(0.9999, chance + 0.0005)));
      }),
      { seed: 501 },
    );
  });
});

describe('the normal distribution', () => {
  it('has its published shares', () => {
    const table: [number, number][] = [
      [0, 0.5],
      [1, 0.841344746068543],
      [1.959963984540054, 0.975],
      [-3, 0.00134989803163],
    ];
    for (const [z, share] of table) expect(normalShare(z) / share).toBeCloseTo(1, 10);
    expect(normalShare(-8) / 6.22096057427e-16).toBeCloseTo(1, 7);
  });

  it('and its quantiles are inverse to each other', () => {
    for (const share of [1e-9, 0.01, 0.3, 0.5, 0.9, 0.9999])
      expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 9);
  });
});
