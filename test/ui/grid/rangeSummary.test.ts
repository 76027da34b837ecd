import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_BLANK, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import type { CellNumber } from '~/ui/grid/blockCache';
import { joinSummaries, NO_NUMBERS, summarise } from '~/ui/grid/rangeSummary';

const target: SheetField = { id: 'm', kind: 'month', periods: ['2027-01'], editable: true };
const growth: SheetField = { id: 'g', kind: 'growth', periods: ['2027-01'], editable: false };
const of = (values: (number | null)[]) =>
  summarise(
    [target],
    values.length,
    (row): CellNumber => ({ value: values[row] ?? 0, flags: values[row] === null ? CELL_BLANK : 0 }),
  );

describe('the figures of a selection', () => {
  it('count numbers and not blanks, unknowns, names or cells still on their way', () => {
    expect(of([100, null, 0, -40])).toEqual({
      ...{ cells: 4, numbers: 3, sum: 60, average: 20, min: -40, max: 100, share: null },
    });
    const flags = [0, CELL_UNKNOWN];
    expect(summarise([null, target], 2, (row) => ({ value: 5, flags: flags[row] }))).toMatchObject({
      ...{ cells: 4, numbers: 1, sum: 5 },
    });
    expect(summarise([target], 3, () => null)).toEqual({ ...NO_NUMBERS, cells: 3 });
  });

  it('have no ratio in any sum', () => {
    expect(summarise([target, growth], 1, () => ({ value: 7, flags: 0 }))).toMatchObject({
      cells: 2,
      numbers: 1,
      sum: 7,
    });
  });

  it('of two parts are those of the whole', () => {
    const values = fc.array(fc.option(fc.integer({ min: -1e9, max: 1e9 }), { nil: null }), { maxLength: 8 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(joinSummaries(of(a), of(b))).toEqual(of([...a, ...b]));
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
