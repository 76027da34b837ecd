import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, monthIndexOf } from '~/domain/period';
import { knownMonths, NO_GROUP, sumByMonth } from '~/engine/kpi';
import { day, type Line, segmentOf } from './segmentOf';

const january = monthIndexOf(dayOf(2026, 1, 1));

const lines: Line[] = [
  { on: '2025-12-31', amount: 1, seller: 1 },
  { on: '2026-01-01', amount: 10, seller: 1, product: 1 },
  { on: '2026-01-31', amount: 20, seller: 2, product: 1 },
  { on: '2026-02-28', amount: -5, seller: 1, product: 2 },
  { on: '2026-03-01', amount: 40, seller: 3, product: 2 },
  { on: '2026-04-01', amount: 80, seller: 1 },
];

describe('sums by month', () => {
  it('add up the whole company without a grouping', () => {
    const { sums } = sumByMonth([segmentOf(lines)], { by: [], firstMonth: january, months: 3 });
    expect([...sums]).toEqual([30, -5, 40]);
  });

  it('add up groups, month fastest, and report what belongs to none', () => {
    const groupOf = Uint32Array.of(NO_GROUP, 0, 1, NO_GROUP);
    const by = [{ dimension: 'seller', groupOf, groups: 2 }];
    const { sums, ungrouped } = sumByMonth([segmentOf(lines)], { by, firstMonth: january, months: 3 });
    expect([...sums]).toEqual([10, -5, 0, 20, 0, 0]);
    expect(ungrouped).toEqual({ rows: 1, amount: 40 });
  });

  it('combine several dimensions', () => {
    const by = [
      { dimension: 'seller', groupOf: Uint32Array.of(0, 0, 1, 1), groups: 2 },
      { dimension: 'product', groupOf: Uint32Array.of(0, 0, 1), groups: 2 },
    ];
    const { sums, groups } = sumByMonth([segmentOf(lines)], { by, firstMonth: january, months: 3 });
    expect(groups).toBe(4);
    expect([...sums]).toEqual([10, 0, 0, 0, -5, 0, 20, 0, 0, 0, 0, 40]);
  });

  it('count a dimension the facts lack as unassigned', () => {
    const by = [{ dimension: 'region', groupOf: Uint32Array.of(1), groups: 2 }];
    const { sums } = sumByMonth([segmentOf(lines)], { by, firstMonth: january, months: 1 });
    expect([...sums]).toEqual([0, 30]);
  });

  it('lose nothing: groups and ungrouped together are the company', () => {
    const lineOf = fc.record({
      on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2026-12-31', '2027-01-01'),
      amount: fc.integer({ min: -1000, max: 1000 }),
      seller: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 50 }), (rows: Line[]) => {
        const span = { firstMonth: january, months: 12 };
        const groupOf = Uint32Array.of(0, 1, 2, NO_GROUP, 1, 0);
        const grouped = sumByMonth([segmentOf(rows)], { by: [{ dimension: 'seller', groupOf, groups: 3 }], ...span });
        const whole = sumByMonth([segmentOf(rows)], { by: [], ...span });
        const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
        expect(total(grouped.sums) + grouped.ungrouped.amount).toBe(total(whole.sums));
      }),
      { seed: 2, numRuns: 100 },
    );
  });
});

describe('known months', () => {
  it('are those covered to the last day, over coverages that touch', () => {
    const coverage = [
      { from: day('2026-02-15'), to: day('2026-04-29') },
      { from: day('2026-01-01'), to: day('2026-02-14') },
    ];
    expect([...knownMonths(coverage, january - 1, 6)]).toEqual([0, 1, 1, 1, 0, 0]);
  });
});
