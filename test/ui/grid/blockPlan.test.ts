import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { CELL_BLANK, CELL_CLOSED, CELL_FROZEN, type SheetField } from '~/domain/sheet';
import type { CellNumber } from '~/ui/grid/blockCache';
import { type BlockEntry, type BlockOptions, liesWithin, planBlock } from '~/ui/grid/blockPlan';
import { pasteArea } from '~/ui/grid/pasteArea';
import type { RowStub } from '~/ui/grid/rowStub';
import { sizeJump } from '~/ui/grid/sizeJump';

const month = (no: number): SheetField => ({
  id: `m:${no}`,
  kind: 'month',
  periods: [`2027-0${no}`],
  editable: true,
});
const quarter: SheetField = { id: 'q', kind: 'quarter', periods: ['2027-01', '2027-02', '2027-03'], editable: true };
const growth: SheetField = { id: 'growth', kind: 'growth', periods: quarter.periods, editable: false };
const goal: SheetField = { id: 'goal', kind: 'goal', periods: quarter.periods, editable: true };

const stub = (id: string, level: number, more: Partial<RowStub> = {}): RowStub => ({
  ...{ id, label: id, level, parent: false, open: false, row: 0, role: 'row', position: 1, siblings: 2 },
  ...more,
});
const EAST = stub('region:1', 1);
const LI = stub('region:1/seller:1', 2);
const WU = stub('region:1/seller:2', 2);
const TOTAL = stub('all', 1, { role: 'total' });

const plan = (options: Partial<BlockOptions>) =>
  planBlock({
    rows: [EAST],
    fields: [month(1)],
    read: () => ({ value: 100, flags: 0 }),
    entry: () => ({ kind: 'value', amount: 5 }),
    readOnly: false,
    readOnlyWhy: null,
    ...options,
  });
const kinds = (found: ReturnType<typeof planBlock>) =>
  found.problems.map(({ row, column, ...problem }) => [
    row,
    column,
    problem.kind === 'refused' ? problem.issue.code : problem.kind,
  ]);
const places = (found: ReturnType<typeof planBlock>) => found.changes.map(({ row, column }) => [row, column]);

describe('a block that is written', () => {
  it('leaves held, closed and computed cells alone and says why', () => {
    const flags = [0, CELL_FROZEN, CELL_CLOSED, 0];
    const found = plan({
      fields: [month(1), month(2), month(3), growth],
      read: (_, column): CellNumber => ({ value: 100, flags: flags[column] }),
    });
    expect(places(found)).toEqual([[0, 0]]);
    expect(kinds(found)).toEqual([
      [0, 1, 'target/nothingFree'],
      [0, 2, 'target/periodClosed'],
      [0, 3, 'cell/computed'],
    ]);
  });

  it('lets a sum follow from parts of it that are in it', () => {
    expect(kinds(plan({ fields: [quarter, month(1), month(2), month(3)] }))).toEqual([[0, 0, 'total']]);
    expect(kinds(plan({ rows: [EAST, LI, WU] }))).toEqual([[0, 0, 'total']]);
    expect(kinds(plan({ rows: [stub('a', 1), stub('b', 1), TOTAL] }))).toEqual([[2, 0, 'total']]);
    // April alone decides too: else the rest of the quarter would have to make up for it.
    expect(kinds(plan({ fields: [month(1), quarter] }))).toEqual([[0, 1, 'total']]);
    expect(kinds(plan({ rows: [EAST, LI] }))).toEqual([[0, 0, 'total']]);
  });

  it('writes a sum that has no part in it', () => {
    expect(places(plan({ fields: [quarter] }))).toHaveLength(1);
    expect(places(plan({ rows: [LI, EAST] }))).toHaveLength(2);
    expect(places(plan({ rows: [TOTAL] }))).toHaveLength(1);
  });

  it('counts what is as wanted already, and tells blank from 0', () => {
    const cells: CellNumber[] = [
      { value: 0, flags: CELL_BLANK },
      { value: 0, flags: 0 },
      { value: 7, flags: 0 },
    ];
    const wanted: BlockEntry[] = [{ kind: 'value', amount: 0 }, { kind: 'blank' }, { kind: 'value', amount: 7 }];
    const found = plan({
      fields: [month(1), month(2), month(3)],
      read: (_, column) => cells[column],
      entry: (_, column) => wanted[column],
    });
    expect(found.changes).toEqual([
      { row: 0, column: 0, before: null, amount: 0 },
      { row: 0, column: 1, before: 0, amount: null },
    ]);
    expect(found.same).toBe(1);
  });

  it('keeps names, goals and the row of what is left out of it', () => {
    expect(kinds(plan({ fields: [null, goal] })).map(([, , code]) => code)).toEqual([
      'target/notEditable',
      'target/notEditable',
    ]);
    expect(kinds(plan({ rows: [stub('unallocated', 1, { role: 'unallocated' })] }))).toHaveLength(1);
    expect(kinds(plan({ readOnly: true }))).toEqual([[0, 0, 'plan/readOnly']]);
  });

  it('asks nothing of cells for which nothing was given', () => {
    const found = plan({ fields: [month(1), growth], entry: () => ({ kind: 'none' }) });
    expect([found.changes, found.problems]).toEqual([[], []]);
  });
});

describe('a column', () => {
  it('is a part of another where it covers less of the same numbers', () => {
    const product: SheetField = {
      id: 'p',
      kind: 'member',
      periods: quarter.periods,
      editable: true,
      at: { product: 1 },
    };
    const total: SheetField = { id: 't', kind: 'total', periods: quarter.periods, editable: true };
    const other: SheetField = { ...month(1), id: 'x', column: { ...WORKING_TARGET, layer: 'stretch' } };
    expect(liesWithin(month(1), quarter)).toBe(true);
    expect(liesWithin(quarter, month(1))).toBe(false);
    expect(liesWithin(quarter, quarter)).toBe(false);
    expect(liesWithin(product, total)).toBe(true);
    expect(liesWithin(other, quarter)).toBe(false);
    expect(liesWithin(growth, quarter)).toBe(false);
  });
});

describe('the place of a paste', () => {
  const sheet = { rows: 10, columns: 8 };
  const at = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

  it('is the whole selection for one value, and every tile of a whole multiple', () => {
    expect(pasteArea({ rows: 1, columns: 1 }, at(2, 2, 5, 4), sheet).rect).toEqual(at(2, 2, 5, 4));
    expect(pasteArea({ rows: 2, columns: 1 }, at(2, 2, 5, 4), sheet).rect).toEqual(at(2, 2, 5, 4));
  });

  it('is one block from the corner otherwise, cut at the edge of the sheet', () => {
    expect(pasteArea({ rows: 2, columns: 2 }, at(2, 2, 4, 4), sheet).rect).toEqual(at(2, 2, 3, 3));
    expect(pasteArea({ rows: 3, columns: 4 }, at(8, 6, 8, 6), sheet)).toEqual({
      rect: at(8, 6, 9, 7),
      lostRows: 1,
      lostColumns: 2,
    });
  });
});

describe('a jump of size', () => {
  const changes = (...ratios: number[]) =>
    ratios.map((ratio) => ({ row: 0, column: 0, before: 200, amount: 200 * ratio }));

  it('is seen by the median and names the unit that fits', () => {
    expect(sizeJump(changes(10_000, 9_000, 12_000, 1), 'tenThousand')?.unit).toBe('one');
    expect(sizeJump(changes(0.0001, 0.00012), 'tenThousand')?.unit).toBe('hundredMillion');
    expect(sizeJump(changes(1_000, 1_100), 'thousand')?.unit).toBe('one');
  });

  it('is none below a thousand, or where nothing can be compared', () => {
    expect(sizeJump(changes(999, 2, 50), 'tenThousand')).toBeNull();
    expect(sizeJump([{ row: 0, column: 0, before: null, amount: 9e9 }], 'one')).toBeNull();
    expect(sizeJump([{ row: 0, column: 0, before: -5, amount: 9e9 }], 'one')).toBeNull();
  });

  it('names no unit where none brings the numbers near', () => {
    expect(sizeJump(changes(5_000_000), 'one')).toMatchObject({ unit: null });
  });
});
