import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampAt, sellerCapacity, sellersNeeded } from '~/engine/capacity/index';

const even = new Float64Array(12).fill(1 / 12);
const always = new Float64Array(12).fill(1);
const months = Float64Array.from({ length: 12 }, (_, i) => i + 1);
const terms = { season: even, ramp: [0.25, 0.5, 0.75, 1], keepRate: 0.9, retention: 1 };
const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

describe('capacity', () => {
  it('of seven full sellers at 85 % and three at 40 % of 150 is 1,072.5, as published', () => {
    const of = (share: number): number =>
      sum(
        sellerCapacity(
          { base: 0, takenOver: 0, productivity: 150, present: [1], available: [1], monthsInRole: [1] },
          { season: [1], ramp: [share], keepRate: 1, retention: 1 },
        ).total,
      );
    expect(7 * of(0.85) + 3 * of(0.4)).toBeCloseTo(1072.5, 9);
  });

  it('ramps new business, never customers that were taken over', () => {
    const load = {
      base: 0,
      takenOver: 1200,
      productivity: 100,
      present: always,
      available: always,
      monthsInRole: months,
    };
    const path = sellerCapacity(load, terms);
    expect([...path.fresh.slice(0, 5)]).toEqual([25, 50, 75, 100, 100]);
    expect(path.takenOver[0]).toBeCloseTo(90, 12);
    expect(sum(path.takenOver)).toBeCloseTo(1080, 9);
  });

  it('ends with the role; leave takes days from new business only', () => {
    const left = Float64Array.from({ length: 12 }, (_, i) => (i < 6 ? 1 : 0));
    const away = always.map((_, i) => (i === 0 ? 0.5 : 1));
    const load = {
      base: 1200,
      takenOver: 0,
      productivity: 100,
      present: left,
      available: left,
      monthsInRole: always.map(() => 99),
    };
    expect(sum(sellerCapacity(load, terms).total)).toBeCloseTo(600 + 600, 9);
    const onLeave = sellerCapacity({ ...load, present: always, available: away }, terms);
    expect(sum(onLeave.base)).toBeCloseTo(1200, 9);
    expect(sum(onLeave.fresh)).toBeCloseTo(1150, 9);
  });

  it('grows with every part of it', () => {
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, (base, takenOver, productivity) => {
        const load = { base, takenOver, productivity, present: always, available: always, monthsInRole: months };
        const all = sum(sellerCapacity(load, terms).total);
        expect(all).toBeGreaterThanOrEqual(sum(sellerCapacity({ ...load, takenOver: takenOver / 2 }, terms).total));
        expect(all).toBeGreaterThanOrEqual(sum(sellerCapacity({ ...load, productivity: null }, terms).total));
      }),
      { seed: 601 },
    );
  });

  it('has nothing before the first month in role, and all at once without a ramp', () => {
    expect([rampAt([0.5, 1], 0), rampAt([0.5, 1], 1), rampAt([0.5, 1], 7), rampAt([], 1)]).toEqual([0, 0.5, 1, 1]);
  });

  it('that is missing is a number of full sellers, or unknown', () => {
    expect(sellersNeeded({ gap: 1000, productivity: 50, periods: 10, attainment: 0.8 })).toBe(2.5);
    expect(sellersNeeded({ gap: 0, productivity: null, periods: 10, attainment: 1 })).toBe(0);
    expect(sellersNeeded({ gap: 1, productivity: null, periods: 10, attainment: 1 })).toBeNull();
  });
});
