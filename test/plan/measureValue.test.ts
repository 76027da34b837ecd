import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '~/domain/plan';
import type { NodeTotals } from '~/engine/cube/index';
import { type MeasureCell, measureValue } from '~/plan/measureValue';

const MEASURES: Measure[] = [
  { id: 'sales', kind: 'additive', scale: 2, unit: 'CNY' },
  { id: 'margin', kind: 'additive', scale: 2, unit: 'CNY' },
  { id: 'units', kind: 'additive', scale: 0, unit: 'pcs' },
  { id: 'receivables', kind: 'balance', scale: 2, unit: 'CNY' },
  { id: 'heads', kind: 'balance', scale: 1, unit: 'head' },
  { id: 'newCustomers', kind: 'distinct', scale: 0, unit: 'pcs' },
  { id: 'marginRate', kind: 'ratio', numerator: 'margin', denominator: 'sales' },
  { id: 'price', kind: 'ratio', numerator: 'sales', denominator: 'units', scale: 2, unit: 'CNY' },
  { id: 'perHead', kind: 'ratio', numerator: 'sales', denominator: 'heads', scale: 0, unit: 'CNY' },
  { id: 'nested', kind: 'ratio', numerator: 'marginRate', denominator: 'sales' },
];

const spoken = (...sums: (number | null)[]): NodeTotals[] =>
  sums.map((sum) => ({ sum: sum ?? 0, spoken: sum === null ? 0 : 1, held: 0, leaves: 1 }));

const cellOf = (columns: Record<string, NodeTotals[]>, goals: Record<string, number> = {}): MeasureCell => ({
  periods: [0, 1, 2],
  totals: (measure) => columns[measure] ?? null,
  goal: (measure) => goals[measure] ?? null,
});

describe('a measure over several periods', () => {
  test('is the sum of what is spoken where it is additive, and blank where nobody spoke', () => {
    const cell = cellOf({ sales: spoken(100, null, -30), margin: spoken(null, null, null) });
    expect(measureValue(MEASURES, 'sales', cell)).toBe(70);
    expect(measureValue(MEASURES, 'margin', cell)).toBeNull();
    expect(measureValue(MEASURES, 'units', cell)).toBeNull();
  });

  test('closes at the last period anybody spoke of where it is a balance, also at zero', () => {
    expect(measureValue(MEASURES, 'receivables', cellOf({ receivables: spoken(500, 800, null) }))).toBe(800);
    expect(measureValue(MEASURES, 'receivables', cellOf({ receivables: spoken(500, 800, 0) }))).toBe(0);
    expect(measureValue(MEASURES, 'receivables', cellOf({ receivables: spoken(null, null, null) }))).toBeNull();
  });

  test('is the goal of the very cell where it is a distinct count, whatever lies below', () => {
    const cell = cellOf({ newCustomers: spoken(5, 5, 5) }, { newCustomers: 12 });
    expect(measureValue(MEASURES, 'newCustomers', cell)).toBe(12);
    expect(measureValue(MEASURES, 'newCustomers', cellOf({ newCustomers: spoken(5, 5, 5) }))).toBeNull();
  });

  test('is taken by its parts where it is a ratio, never as a mean of ratios', () => {
    const cell = cellOf({ sales: spoken(1000, 100, 900), margin: spoken(100, 90, 10), units: spoken(10, 0, 10) });
    // Means of the months would be (0.1 + 0.9 + 0.011) / 3.
    expect(measureValue(MEASURES, 'marginRate', cell)).toBe(0.1);
    // 20.00 yuan over 20 pieces is 1.00 each: 100 fen.
    expect(measureValue(MEASURES, 'price', cell)).toBe(100);
  });

  test('takes both parts of a ratio by their own kinds and decimals', () => {
    // 3,000.00 yuan over a closing 2.5 heads is 1,200 yuan a head.
    const cell = cellOf({ sales: spoken(100_000, 100_000, 100_000), heads: spoken(10, 20, 25) });
    expect(measureValue(MEASURES, 'perHead', cell)).toBe(1200);
  });

  test('has no ratio without a denominator, nor one of ratios, nor of a measure that is not there', () => {
    expect(
      measureValue(MEASURES, 'marginRate', cellOf({ margin: spoken(1, 1, 1), sales: spoken(0, 0, 0) })),
    ).toBeNull();
    expect(measureValue(MEASURES, 'marginRate', cellOf({ margin: spoken(1, 1, 1) }))).toBeNull();
    expect(measureValue(MEASURES, 'marginRate', cellOf({ sales: spoken(1, 1, 1) }))).toBeNull();
    expect(measureValue(MEASURES, 'nested', cellOf({ margin: spoken(1, 1, 1), sales: spoken(1, 1, 1) }))).toBeNull();
    expect(measureValue(MEASURES, 'gone', cellOf({}))).toBeNull();
  });

  test('an additive value of all periods is the sum of those of each, and a balance that of the last', () => {
    const amounts = fc.array(fc.option(fc.integer({ min: -1e9, max: 1e9 })), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(amounts, (values) => {
        const cell = cellOf({ sales: spoken(...values), receivables: spoken(...values) });
        const each = cell.periods.map((p) => measureValue(MEASURES, 'sales', { ...cell, periods: [p] }));
        const known = each.filter((value) => value !== null);
        expect(measureValue(MEASURES, 'sales', cell)).toBe(
          known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
        );
        expect(measureValue(MEASURES, 'receivables', cell)).toBe(known[known.length - 1] ?? null);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
