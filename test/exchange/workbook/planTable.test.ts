import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import { periodsOfYears, planYears } from '~/domain/planYears';
import type { PlanSheetRow, PlanSums } from '~/exchange/workbook/planSheetModel';
import { planTable } from '~/exchange/workbook/planTable';
import { samplePlanSheet } from './samplePlanSheet';

const FOUR_FOUR_FIVE: FiscalCalendar = {
  kind: 'pattern',
  pattern: '445',
  startMonth: 1,
  nameBy: 'end',
  weekRule: { weekday: 7, end: 'nearest' },
};
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

  it('has every year of a plan with its total last, and all years together after them', () => {
    const { columns, rows } = planTable(samplePlanSheet({ fans: [2], years: 2 }));
    const spans = columns.filter(({ kind }) => kind === 'year' || kind === 'total' || kind === 'growth');
    expect(spans.map(({ key }) => key)).toEqual(['y:2027', 'y:2028', 't:all', 'growth']);
    const at = (key: string): number => columns.findIndex((column) => column.key === key);
    const [first, second, all] = ['y:2027', 'y:2028', 't:all'].map((key) => rows[0].amounts[at(key)] ?? 0);
    expect([first > 0, second > 0, first + second]).toEqual([true, true, all]);
    const [base, growth] = [rows[1].amounts[at('lastYear')] ?? 0, rows[1].amounts[at('growth')]];
    const ownFirst = rows[1].amounts[at('y:2027')] ?? 0;
    expect(growth).toBe(base > 0 ? Math.round((ownFirst / base - 1) * 1e6) / 1e6 : null);
  });

  it('cuts by the calendar of the plan: 4-4-5 has twelve periods, 2026 has 53 weeks and 14 of them in its last quarter', () => {
    const pattern = planTable(samplePlanSheet({ fans: [1], calendar: FOUR_FOUR_FIVE }));
    expect(pattern.columns.slice(0, 4).map(({ key }) => key)).toEqual([
      'm:2027-P01',
      'm:2027-P02',
      'm:2027-P03',
      'q:2027-Q1',
    ]);
    const periods = periodsOfYears(ISO_WEEKS, 2026, 1);
    const weeks = planTable({
      ...samplePlanSheet({ fans: [1], withLastYear: false }),
      periods: periods.map(({ id }) => id),
      years: planYears({ calendar: ISO_WEEKS, fiscalYear: 2026, periods }),
      rows: [
        row('all', null, 0, null),
        row(
          'a',
          'all',
          1,
          periods.map((_, week) => week + 1),
        ),
      ],
    });
    const totals = weeks.columns.flatMap(({ key, kind }, i) =>
      kind === 'quarter' || kind === 'year' ? [[key, weeks.rows[0].amounts[i]]] : [],
    );
    expect(totals).toEqual(
      [
        ['2026-Q1', 91],
        ['2026-Q2', 260],
        ['2026-Q3', 429],
        ['2026-Q4', 651],
      ]
        .map(([id, sum]) => [`q:${id}`, sum])
        .concat([['y:2026', 1431]]),
    );
  });

  it('sums a balance over members and never over time, and a ratio nowhere', () => {
    const rows: PlanSheetRow[] = [
      { ...row('all', null, 0, null), values: [9], spans: { 'q:2027-Q1': 5, 'y:2027': 4 } },
      { ...row('a', 'all', 1, [1, 2]), spans: { 'q:2027-Q1': 2, 'y:2027': 2 } },
      { ...row('b', 'all', 1, [3]), spans: { 'q:2027-Q1': 3 } },
    ];
    const shown = (sums: PlanSums) => {
      const { columns, rows: lines } = planTable({ ...model, rows, sums });
      const year = columns.findIndex(({ key }) => key === 'y:2027');
      return lines.map(({ amounts }) => [amounts[0], amounts[3], amounts[year]]);
    };
    expect(shown('members')).toEqual([
      [4, 5, 4],
      [1, 2, 2],
      [3, 3, null],
    ]);
    expect(shown('nothing')[0]).toEqual([9, 5, 4]);
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
