import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTiers } from '~/engine/customers';

const byCustomers = { by: 'customers', cutA: 0.2, cutB: 0.5 } as const;
const bySales = { by: 'sales', cutA: 0.7, cutB: 0.9 } as const;
const none = Number.NaN;

describe('tiers', () => {
  const score = Float64Array.of(none, 95, 85, 75, 65, 55, 45, 35, 25, 15, 5);
  const revenue = Float64Array.of(0, 500, 300, 100, 40, 20, 10, 10, 10, 5, 5);

  it('take the best fifth as A and the next three tenths as B', () => {
    const { tier, cuts, counts, revenue: sums } = assignTiers(score, revenue, byCustomers);
    expect([...tier]).toEqual([0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]);
    expect(cuts).toEqual({ a: 85, b: 55 });
    expect(counts).toEqual([2, 3, 5]);
    expect(sums).toEqual([800, 160, 40]);
  });

  it('take sales until 70 and 90 % are reached, the one that reaches it included', () => {
    expect([...assignTiers(score, revenue, bySales).tier]).toEqual([0, 1, 1, 2, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('stop at the share exactly, not one customer later', () => {
    const three = assignTiers(Float64Array.of(90, 50, 10), Float64Array.of(70, 20, 10), bySales);
    expect([...three.tier]).toEqual([1, 2, 3]);
  });

  it('put a customer that is most of the sales into A', () => {
    expect([...assignTiers(Float64Array.of(none, 90, 10), Float64Array.of(0, 99, 1), bySales).tier]).toEqual([0, 1, 3]);
  });

  it('make everyone C when nobody sells', () => {
    expect([...assignTiers(Float64Array.of(none, 90, 10), Float64Array.of(0, 0, -5), bySales).tier]).toEqual([0, 3, 3]);
  });

  it('hold nobody when there is nobody', () => {
    const empty = assignTiers(Float64Array.of(none), Float64Array.of(0), byCustomers);
    expect(empty.counts).toEqual([0, 0, 0]);
    expect(empty.cuts).toEqual({ a: null, b: null });
  });

  it('never overwrite a pin, not even for a customer without orders', () => {
    const pins = [
      { id: 'a', customer: 10, tier: 'A' as const, reason: 'reference' },
      { id: 'b', customer: 0, tier: 'B' as const, reason: 'promise' },
    ];
    const { tier, ruleTier, pinned, counts } = assignTiers(score, revenue, {
      ...byCustomers,
      pins,
      capAtB: new Uint8Array(11).fill(1),
    });
    expect(tier[10]).toBe(1);
    expect(ruleTier[10]).toBe(3);
    expect(tier[0]).toBe(2);
    expect([...pinned].filter(Boolean)).toHaveLength(2);
    expect(tier[1]).toBe(2);
    expect(counts).toEqual([1, 6, 4]);
  });

  it('keep a customer that is less than five points under the cut, once', () => {
    const previous = { tier: Uint8Array.of(0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3) };
    const close = Float64Array.of(none, 95, 85, 81, 65, 55, 45, 35, 25, 15, 5);
    const first = assignTiers(close, revenue, { ...byCustomers, hysteresis: 5, previous });
    expect(first.tier[3]).toBe(1);
    expect(first.waiting[3]).toBe(1);
    expect(first.tier[6]).toBe(3);
    const second = assignTiers(close, revenue, { ...byCustomers, hysteresis: 5, previous: first });
    expect(second.tier[3]).toBe(2);
    expect(second.moves?.[1][2]).toBe(1);
  });

  it('move up at once', () => {
    const previous = { tier: new Uint8Array(11).fill(3) };
    expect(assignTiers(score, revenue, { ...byCustomers, hysteresis: 5, previous }).tier[1]).toBe(1);
  });

  it('refuse cuts that are not shares in order', () => {
    expect(() => assignTiers(score, revenue, { ...byCustomers, cutA: 0.6 })).toThrow(RangeError);
  });

  const population = fc.array(
    fc.record({ score: fc.integer({ min: 0, max: 20 }), sales: fc.integer({ min: -50, max: 500 }) }),
    {
      minLength: 1,
      maxLength: 80,
    },
  );

  it('share a tier between equal scores, add up, and do not care for the order of customers', () => {
    fc.assert(
      fc.property(population, fc.constantFrom(byCustomers, bySales), (rows, rule) => {
        const scores = Float64Array.from(rows, (row) => row.score);
        const sales = Float64Array.from(rows, (row) => row.sales);
        const there = assignTiers(scores, sales, rule);
        const back = assignTiers(scores.slice().reverse(), sales.slice().reverse(), rule);
        expect([...back.tier].reverse()).toEqual([...there.tier]);
        expect(there.counts.reduce((sum, n) => sum + n, 0)).toBe(rows.length);
        expect(there.revenue.reduce((sum, n) => sum + n, 0)).toBe(sales.reduce((sum, n) => sum + n, 0));
        const byScore = new Map<number, number>();
        rows.forEach((row, i) => {
          expect(byScore.get(row.score) ?? there.tier[i]).toBe(there.tier[i]);
          byScore.set(row.score, there.tier[i]);
        });
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('cover at least the asked share of sales with A when cut by sales', () => {
    fc.assert(
      fc.property(population, (rows) => {
        const sales = Float64Array.from(rows, (row) => Math.max(0, row.sales));
        const total = sales.reduce((sum, n) => sum + n, 0);
        const { revenue: sums } = assignTiers(
          Float64Array.from(rows, (row) => row.score),
          sales,
          bySales,
        );
        if (total > 0) expect(sums[0] / total).toBeGreaterThanOrEqual(0.7 - 1e-9);
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});
