import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanSheetRow } from '~/exchange/workbook/planSheetModel';
import { planTable } from '~/exchange/workbook/planTable';
import { samplePlanSheet } from './samplePlanSheet';

const model = samplePlanSheet({ fans: [1], seed: 1, withLastYear: false });
const row = (id: string, parentId: string | null, level: number, values: (number | null)[] | null): PlanSheetRow => ({
  id,
  parentId,
  level,
  name: id,
  isLeaf: values !== null,
  heldCells: [],
  values: values ?? [],
});

describe('the table of a plan sheet', () => {
  it('puts each quarter after its months and the year last, from any start month', () => {
    const april = planTable(samplePlanSheet({ fans: [1], startMonth: 4, withLastYear: false }));
    const keys = april.columns.map(({ key }) => key);
    expect(keys.slice(0, 5)).toEqual(['m:2027-04', 'm:2027-05', 'm:2027-06', 'q:2027-Q1', 'm:2027-07']);
    expect(keys.slice(-3)).toEqual(['q:2027-Q4', 'y:2027', 'leaf']);
    expect(april.columns.map(({ column }) => column)).toEqual(keys.map((_, i) => i + 4));
  });

  it('sums leaves of any depth, blank adding nothing and staying blank itself', () => {
    const rows = [
      row('all', null, 0, null),
      row('a', 'all', 1, null),
      row('a/1', 'a', 2, [1, null, 2]),
      row('a/2', 'a', 2, [null, null, 4]),
      row('b', 'all', 1, [8]),
    ];
    const months = planTable({ ...model, rows }).rows.map(({ amounts }) => amounts.slice(0, 4));
    expect(months).toEqual([
      [9, 0, 6, 15],
      [1, 0, 6, 7],
      [1, null, 2, 3],
      [null, null, 4, 4],
      [8, null, null, 8],
    ]);
  });

  it('keeps the given amounts of a node whose parts are not in the sheet', () => {
    const cut = { ...row('a', 'all', 1, [5]), isLeaf: false };
    const { rows } = planTable({ ...model, rows: [row('all', null, 0, null), cut] });
    expect(rows.map(({ kind, amounts }) => [kind, amounts[0]])).toEqual([
      ['sum', 5],
      ['closed', 5],
    ]);
  });

  it('has the year of the top equal the sum of all leaves, exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 12, maxLength: 12 }), {
          minLength: 1,
          maxLength: 30,
        }),
        (leaves) => {
          const rows = [row('all', null, 0, null), ...leaves.map((values, i) => row(`n:${i}`, 'all', 1, values))];
          const total = leaves.flat().reduce((sum, value) => sum + BigInt(value), 0n);
          return BigInt(planTable({ ...model, rows }).rows[0].amounts.at(-2) ?? 0) === total;
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });

  it.each([
    ['a part before its parent', [row('a', 'all', 1, []), row('all', null, 0, null)]],
    ['a wrong level', [row('all', null, 0, null), row('a', 'all', 2, [])]],
    ['an id that stands twice', [row('all', null, 0, null), row('a', 'all', 1, []), row('a', 'all', 1, [])]],
    ['a leaf with parts', [row('all', null, 0, []), row('a', 'all', 1, [])]],
    [
      'parts of a node apart from each other',
      [row('x', null, 0, null), row('a', 'x', 1, []), row('y', null, 0, null), row('b', 'x', 1, [])],
    ],
    ['an amount with a fraction', [row('all', null, 0, [0.5])]],
  ])('refuses %s', (_, rows) => {
    expect(() => planTable({ ...model, rows })).toThrow(RangeError);
  });
});
