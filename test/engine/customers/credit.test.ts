import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abilityScore, ageingOf, overdueOf, paidOnTime, proposedLimit } from '~/engine/customers';

const NAN = Number.NaN;

describe('ageing', () => {
  const rows = {
    customer: Uint32Array.of(1, 1, 1, 1, 1, 2, 2, 1, 1),
    amount: Float64Array.of(100, 200, 400, 800, 1600, 50, -30, 3200, 7),
    due: Float64Array.of(1000, 999, 970, 939, 909, 1001, 900, 1, NAN),
    disputed: Float64Array.of(0, 0, 0, 0, 0, NAN, 0, 1, 0),
  };
  const ageing = ageingOf(rows, { customers: 3, asOf: 1000 });

  test('an amount is late from the day after its due day, by the days of each bucket', () => {
    expect(ageing.buckets.map((bucket) => bucket[1])).toEqual([107, 600, 0, 800, 1600]);
    expect(overdueOf(ageing, 1)).toBe(3000);
    expect(ageing.oldest[1]).toBe(91);
  });

  test('keeps disputed amounts and credit balances apart, and both in the balance', () => {
    expect(ageing.disputed[1]).toBe(3200);
    expect(ageing.credit[2]).toBe(-30);
    expect(Array.from(ageing.balance)).toEqual([0, 6307, 20]);
    expect(overdueOf(ageing, 2)).toBe(0);
  });

  test('marks what has no due day, and does not call it late', () => {
    expect(Array.from(ageing.undated)).toEqual([0, 1, 0]);
  });

  test('the buckets, disputed and credit sum to the balance, whatever the rows', () => {
    const row = fc.record({
      customer: fc.integer({ min: 0, max: 3 }),
      amount: fc.integer({ min: -1000, max: 1000 }),
      due: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: NAN }),
      disputed: fc.constantFrom(0, 1, NAN),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (list) => {
        const made = ageingOf(
          {
            customer: Uint32Array.from(list, ({ customer }) => customer),
            amount: Float64Array.from(list, ({ amount }) => amount),
            due: Float64Array.from(list, ({ due }) => due),
            disputed: Float64Array.from(list, ({ disputed }) => disputed),
          },
          { customers: 4, asOf: 1000 },
        );
        for (let c = 0; c < 4; c += 1) {
          const parts = made.buckets.reduce((sum, bucket) => sum + bucket[c], made.disputed[c] + made.credit[c]);
          expect(parts).toBe(made.balance[c]);
        }
      }),
      { seed: 41, numRuns: 200 },
    );
  });
});

describe('paid on time', () => {
  test('cash pays the oldest sale first, and counts where it comes by the due day', () => {
    const of = { saleDay: [10, 20], sale: [100, 100], cashDay: [40, 55], cash: [100, 100] };
    expect(paidOnTime(of, { termsDays: 30, asOf: 100 })).toBe(0.5);
    expect(paidOnTime(of, { termsDays: 35, asOf: 100 })).toBe(1);
  });

  test('what is due and unpaid is late, what is not due yet does not count', () => {
    const of = { saleDay: [10, 90], sale: [100, 900], cashDay: [], cash: [] };
    expect(paidOnTime(of, { termsDays: 30, asOf: 100 })).toBe(0);
    expect(paidOnTime(of, { termsDays: 30, asOf: 39 })).toBeNull();
  });

  test('an advance pays the sales that follow', () => {
    const of = { saleDay: [10, 20], sale: [60, 60], cashDay: [1], cash: [100] };
    expect(paidOnTime(of, { termsDays: 0, asOf: 100 })).toBeCloseTo(100 / 120, 12);
  });

  test('a return lowers what is due and pays nothing', () => {
    const of = { saleDay: [10, 15], sale: [100, -40], cashDay: [20], cash: [60] };
    expect(paidOnTime(of, { termsDays: 30, asOf: 100 })).toBe(1);
  });

  test('stays between 0 and 1 whatever is sold, returned and paid', () => {
    const flow = (min: number) => fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min, max: 500 })));
    fc.assert(
      fc.property(flow(-300), flow(0), fc.integer({ min: 0, max: 60 }), (sales, cash, termsDays) => {
        const byDay = (a: [number, number], b: [number, number]) => a[0] - b[0];
        sales.sort(byDay);
        cash.sort(byDay);
        const share = paidOnTime(
          {
            saleDay: sales.map(([day]) => day),
            sale: sales.map(([, amount]) => amount),
            cashDay: cash.map(([day]) => day),
            cash: cash.map(([, amount]) => amount),
          },
          { termsDays, asOf: 150 },
        );
        if (share !== null) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe('credit limit and ability', () => {
  test('monthly sales with tax, times terms in months, times the factor of the rating', () => {
    expect(proposedLimit({ monthlySales: 1_000_000, taxRate: 0.13, termsDays: 60, factor: 1.5 })).toBe(3_390_000);
  });

  test('without sales there is nothing to go by', () => {
    expect(proposedLimit({ monthlySales: 0, taxRate: 0.13, termsDays: 60, factor: 1 })).toBeNull();
    expect(proposedLimit({ monthlySales: null, taxRate: 0.13, termsDays: 60, factor: 1 })).toBeNull();
  });

  test('parts that are not known give their weight to the rest, and sales alone say nothing about paying', () => {
    expect(abilityScore({ onTime: 1, current: 0.5, trend: 0.5, relation: 1 }).score).toBeCloseTo(77.5, 12);
    expect(abilityScore({ onTime: 0.5, current: null, trend: null, relation: null })).toEqual({
      score: 50,
      missing: ['current', 'trend', 'relation'],
    });
    expect(abilityScore({ onTime: null, current: null, trend: 1, relation: 1 }).score).toBeNull();
  });
});
