import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import {
  ALL_ROWS,
  atOfRow,
  CELL_BLANK,
  CELL_DIFFERS,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  type SheetQuery,
} from '~/domain/sheet';
import { HELD, rowCount, rowList, selectionTotals } from '~/engine/cube/index';
import { boundsOf, selectionOf } from '~/plan/resolve';
import { rangeSummary } from '~/plan/views/rangeSummary';
import type { Sheet } from '~/plan/views/sheet';
import { createPivotPlan, type PivotPlan } from '../support/pivotPlan';

const DIMENSIONS = ['region', 'product', 'seller'];
const QUARTER = ['2026-01', '2026-02', '2026-03'];

/** Any order of any dimensions, members across or not, filters or not. */
const anyQuery: fc.Arbitrary<Partial<SheetQuery>> = fc
  .record({
    dimensions: fc.shuffledSubarray(DIMENSIONS, { minLength: 1 }),
    across: fc.option(
      fc.record({
        kind: fc.constant('members' as const),
        dimension: fc.constantFrom(...DIMENSIONS),
        level: fc.constantFrom('region', 'seller', 'category', 'product'),
        periods: fc.constantFrom(QUARTER, ['2026-02', '2026-07'], ['2026-12']),
      }),
      { nil: undefined },
    ),
    filters: fc.array(
      fc.record({
        dimension: fc.constantFrom(...DIMENSIONS),
        members: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ across, ...query }) => (across ? { ...query, across } : query));

const OWN = new Set(['month', 'quarter', 'half', 'year', 'total', 'member']);

/** The cells of a sheet that are its own numbers, each with its address. */
function* ownCells(sheet: Sheet): Generator<{ place: number; cell: CellRef }> {
  for (let row = 0; row < sheet.ids.length; row += 1) {
    for (let f = 0; f < sheet.fields.length; f += 1) {
      const field = sheet.fields[f];
      if (!OWN.has(field.kind)) continue;
      yield {
        place: row * sheet.fields.length + f,
        cell: {
          column: WORKING_TARGET,
          at: { ...atOfRow(sheet.ids[row]), ...field.at },
          periods: field.periods,
          within: sheet.query.filters,
        },
      };
    }
  }
}

const columnOf = ({ document }: PivotPlan) => {
  const column = document.open?.columns.get(columnKey(WORKING_TARGET));
  if (!column) throw new Error('no target');
  return column;
};

/** A plan per seed serves many queries: nothing is changed by looking. */
const plans = new Map<number, PivotPlan>();
function planOf(seed: number): PivotPlan {
  let plan = plans.get(seed);
  if (!plan) {
    plan = createPivotPlan(seed);
    plans.set(seed, plan);
  }
  return plan;
}

const anyPlan = fc.integer({ min: 1, max: 6 }).map(planOf);

describe('a sheet', () => {
  it('shows in every cell the sum of the leaves its address means, whatever stands across and is filtered', () => {
    fc.assert(
      fc.property(anyPlan, anyQuery, (pivot, query) => {
        const sheet = pivot.sheet(query);
        const { values, flags } = pivot.block(sheet);
        for (const { place, cell } of ownCells(sheet)) {
          const totals = selectionTotals(columnOf(pivot), selectionOf(pivot.document, pivot.plan, cell));
          expect((flags[place] & CELL_BLANK) !== 0).toBe(totals.spoken === 0);
          if (totals.spoken > 0) expect(values[place]).toBe(totals.sum);
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('marks a cell as held where leaf bits or freezes hold all or some of it', () => {
    fc.assert(
      fc.property(anyPlan, anyQuery, (pivot, query) => {
        const sheet = pivot.sheet(query);
        const { flags } = pivot.block(sheet);
        const column = columnOf(pivot);
        const { frozen } = boundsOf(pivot.document, pivot.plan, columnKey(WORKING_TARGET));
        for (const { place, cell } of ownCells(sheet)) {
          const { rows, periods } = selectionOf(pivot.document, pivot.plan, cell);
          // Freezes that together cover a cell are told as some: each is looked at by itself.
          const isWhole = (hold: (row: number, period: number) => boolean): boolean =>
            rowCount(rows) > 0 && periods.every((period) => [...rowList(rows)].every((row) => hold(row, period)));
          const isAny = (hold: (row: number, period: number) => boolean): boolean =>
            periods.some((period) => [...rowList(rows)].some((row) => hold(row, period)));
          const byBit = (row: number, period: number): boolean => (column.state[period][row] & HELD) !== 0;
          const byRecord = frozen.map((hold) => {
            const held = new Set(rowList(hold.rows));
            return (row: number, period: number): boolean => held.has(row) && hold.periods.includes(period);
          });
          const holds = [byBit, ...byRecord];
          if (sheet.members === null)
            expect((flags[place] & CELL_HELD_ALL) !== 0).toBe(holds.some((hold) => isWhole(hold)));
          expect((flags[place] & (CELL_HELD_ALL | CELL_HELD_SOME)) !== 0).toBe(holds.some((hold) => isAny(hold)));
        }
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  it('has parents that are the sum of their children, and members across that sum to their total', () => {
    fc.assert(
      fc.property(anyPlan, anyQuery, (pivot, query) => {
        const sheet = pivot.sheet(query);
        const { values } = pivot.block(sheet);
        const width = sheet.fields.length;
        const total = sheet.fields.findIndex(({ kind }) => kind === 'total');
        const own = sheet.fields.flatMap(({ kind }, f) => (OWN.has(kind) ? [f] : []));
        sheet.nodes.forEach((node, row) => {
          if (sheet.view.childCount[node] > 0) {
            for (const f of own) {
              let sum = 0;
              sheet.nodes.forEach((child, r) => {
                if (r > 0 && sheet.view.parent[child] === node) sum += values[r * width + f];
              });
              expect(values[row * width + f]).toBe(sum);
            }
          }
          if (!sheet.members) return;
          const members = own.filter((f) => f !== total).reduce((sum, f) => sum + values[row * width + f], 0);
          expect(values[row * width + total]).toBe(members);
        });
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('counts rows with and without its filters, and never shows one without a line', () => {
    fc.assert(
      fc.property(anyPlan, anyQuery, (pivot, query) => {
        const sheet = pivot.sheet(query);
        expect(sheet.allRows).toBe(pivot.sheet({ ...query, filters: [] }).nodes.length - 1);
        expect(sheet.nodes.length - 1).toBe(sheet.view.count - 1);
        for (const id of sheet.ids.slice(1)) {
          const cell = { column: WORKING_TARGET, at: atOfRow(id), periods: QUARTER, within: query.filters };
          expect(rowCount(selectionOf(pivot.document, pivot.plan, cell).rows)).toBeGreaterThan(0);
        }
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it('shows shares, growth and days that lead back to the amounts', () => {
    fc.assert(
      fc.property(anyPlan, anyQuery, (pivot, query) => {
        const plain = pivot.sheet(query);
        const amounts = pivot.block(plain).values;
        const width = plain.fields.length;
        const shown = (showAs: SheetQuery['showAs']) => pivot.block(pivot.sheet({ ...query, showAs }));
        const [ofTotal, ofParent] = [shown('shareOfTotal'), shown('shareOfParent')];
        for (const { place } of ownCells(plain)) {
          const f = place % width;
          const node = plain.nodes[Math.floor(place / width)];
          const parent = node === 0 ? 0 : plain.nodes.indexOf(plain.view.parent[node]);
          if ((ofTotal.flags[place] & CELL_BLANK) === 0)
            expect(ofTotal.values[place] * amounts[f]).toBeCloseTo(amounts[place], 4);
          else expect(amounts[f] === 0 || amounts[place] === 0).toBe(true);
          if ((ofParent.flags[place] & CELL_BLANK) === 0)
            expect(ofParent.values[place] * amounts[parent * width + f]).toBeCloseTo(amounts[place], 4);
        }
      }),
      { seed: 9, numRuns: 30 },
    );
  });

  it('sums a range as its single cells say, blanks and shares aside', () => {
    fc.assert(
      fc.property(anyPlan, anyQuery, fc.nat(30), fc.nat(12), (pivot, query, from, count) => {
        const sheet = pivot.sheet(query);
        const { values, flags } = pivot.block(sheet);
        const width = sheet.fields.length;
        const fields = sheet.fields.filter((_, f) => (f * 7 + from) % 3 === 0);
        const first = Math.min(from, sheet.nodes.length - 1);
        const context = { plan: pivot.plan, facts: null, revision: -1, inputs: new Map<string, number>() };
        const range = { sheet: 1, first, count, fields: fields.map(({ id }) => id) };
        const summary = rangeSummary(pivot.document, sheet, { range, context });
        const numbers: number[] = [];
        for (let row = first; row < Math.min(first + count, sheet.nodes.length); row += 1) {
          for (const field of fields) {
            const place = row * width + sheet.fields.indexOf(field);
            if (OWN.has(field.kind) && (flags[place] & CELL_BLANK) === 0) numbers.push(values[place]);
          }
        }
        const sum = numbers.reduce((all, value) => all + value, 0);
        expect(summary.numbers).toBe(numbers.length);
        expect(summary.sum).toBe(numbers.length > 0 ? sum : null);
        expect(summary.min).toBe(numbers.length > 0 ? Math.min(...numbers) : null);
        expect(summary.max).toBe(numbers.length > 0 ? Math.max(...numbers) : null);
      }),
      { seed: 10, numRuns: 60 },
    );
  });
});

describe('a comparison', () => {
  it('shows both columns, their difference, and marks every row and period in which a part differs', () => {
    const pivot = createPivotPlan(12);
    const compare = { ...WORKING_TARGET, layer: 'baseline' };
    const sheet = pivot.sheet({ compare, proposal: true });
    const { values, flags } = pivot.block(sheet);
    const width = sheet.fields.length;
    const at = (id: string) => sheet.fields.findIndex((field) => field.id === id);
    const baseline = pivot.document.open?.columns.get(columnKey(compare));
    if (!baseline) throw new Error('no baseline');
    let marked = 0;
    for (const { place, cell } of ownCells(sheet)) {
      const selection = selectionOf(pivot.document, pivot.plan, cell);
      // The deepest rows of this sheet are the lines.
      const differs = selection.periods.some((period) =>
        [...rowList(selection.rows)].some(
          (row) =>
            columnOf(pivot).value[period][row] !== baseline.value[period][row] ||
            (columnOf(pivot).state[period][row] & 1) !== (baseline.state[period][row] & 1),
        ),
      );
      expect((flags[place] & CELL_DIFFERS) !== 0).toBe(differs);
      if (differs) marked += 1;
    }
    expect(marked).toBeGreaterThan(10);
    sheet.ids.forEach((id, row) => {
      const offset = row * width;
      const cell = {
        column: compare,
        at: id === ALL_ROWS ? {} : atOfRow(id),
        periods: sheet.fields[at('compare')].periods,
      };
      const theirs = selectionTotals(baseline, selectionOf(pivot.document, pivot.plan, cell));
      expect(values[offset + at('compare')]).toBe(theirs.sum);
      if ((flags[offset + at('difference')] & CELL_BLANK) === 0)
        expect(values[offset + at('difference')]).toBe(values[offset + at('y:2026')] - theirs.sum);
      expect(flags[offset + at('proposal')] & CELL_BLANK).toBe(CELL_BLANK);
      expect(flags[offset + at('gap')] & CELL_BLANK).toBe(CELL_BLANK);
    });
  });

  it('makes no column by looking at one nobody has spoken in', () => {
    const pivot = createPivotPlan(13);
    const before = [...(pivot.document.open?.columns.keys() ?? [])];
    const sheet = pivot.sheet({ column: { ...WORKING_TARGET, scenario: 'none' }, proposal: true });
    const { flags } = pivot.block(sheet);
    expect(flags[sheet.fields.findIndex(({ id }) => id === 'y:2026')] & CELL_BLANK).toBe(CELL_BLANK);
    expect([...(pivot.document.open?.columns.keys() ?? [])]).toEqual(before);
  });
});
