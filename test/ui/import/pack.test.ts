import { describe, expect, it } from 'vitest';
import { issue } from '~/domain/issue';
import type { ImportReport } from '~/domain/order';
import type { CellError, PackPreview, TablePreview } from '~/domain/packView';
import { dayOfIsoDate, isoDate } from '~/domain/period';
import { tableFiles } from '~/ui/pages/import/droppedFiles';
import { errorGroups } from '~/ui/pages/import/fix/errorGroups';
import { moveBy, pastedLines } from '~/ui/pages/import/fix/gridMoves';
import { orderErrors } from '~/ui/pages/import/fix/orderErrors';
import { changesAnything, packTotals, troubledOf } from '~/ui/pages/import/packTotals';
import { pastedFile } from '~/ui/pages/import/pastedFile';
import { unknownNames } from '~/ui/pages/import/unknownNames';

const table = (part: Partial<TablePreview>): TablePreview => ({
  table: 'a',
  kind: 'visits',
  rowsIn: 0,
  kept: 0,
  reported: 0,
  byReason: {},
  amountIn: null,
  amountKept: null,
  amountReported: null,
  merge: { new: 0, changed: 0, same: 0, gone: 0 },
  before: { rows: 0, amount: null },
  after: { rows: 0, amount: null },
  from: null,
  to: null,
  errors: [],
  unmatched: [],
  ...part,
});

describe('a pack in figures', () => {
  const tables = [
    table({ rowsIn: 10, kept: 8, reported: 2, byReason: { 'import/badDate': 1, 'import/filteredOut': 1 } }),
    table({ rowsIn: 5, kept: 5, merge: { new: 1, changed: 1, same: 3, gone: 2 } }),
  ];

  it('adds up: rows in = kept + reported', () => {
    const totals = packTotals({ tables });
    expect(totals.rowsIn).toBe(totals.kept + totals.reported);
    expect(totals).toMatchObject({ rowsIn: 15, kept: 13, new: 1, changed: 1, same: 3, gone: 2 });
  });

  it('counts no row as trouble that was left out on purpose', () => {
    expect(troubledOf(tables[0])).toBe(1);
    expect(packTotals({ tables }).troubled).toBe(1);
  });

  it('changes nothing where every row is there already, and something where rows only go', () => {
    expect(changesAnything(packTotals({ tables: [table({ merge: { new: 0, changed: 0, same: 9, gone: 0 } })] }))).toBe(
      false,
    );
    expect(changesAnything(packTotals({ tables: [table({ merge: { new: 0, changed: 0, same: 9, gone: 1 } })] }))).toBe(
      true,
    );
  });
});

describe('names that no member bears', () => {
  const name = (one: string, rows: number) => ({ dimension: 'product', name: one, rows });
  const tables = [
    table({ table: 'a', unmatched: [name('GTXPro', 700), name('New', 1)] }),
    table({ table: 'b', kind: 'complaints', unmatched: [name('ＮＥＷ', 5)] }),
    table({ table: 'o', kind: 'orders', unmatched: [name('Other', 9)] }),
  ];

  it('are asked about once, with the rows of all tables', () => {
    expect(unknownNames({ tables, orders: null }, null)).toEqual([name('GTXPro', 700), name('New', 6)]);
    expect(unknownNames({ tables, orders: null }, 'b')).toEqual([name('ＮＥＷ', 5)]);
  });

  it('are left to the orders where those ask about them', () => {
    const orders = { report: { unmatched: [name('gtxpro', 729)] } } as unknown as PackPreview['orders'];
    expect(unknownNames({ tables, orders }, null)).toEqual([name('New', 6)]);
  });
});

describe('groups of wrong cells', () => {
  const error = (row: number, column: string, value: string, reported = true): CellError => ({
    row,
    column,
    value,
    issue: issue('import/badNumber'),
    reported,
  });

  it('tell the same mistake once with all its cells, the most frequent first', () => {
    const groups = errorGroups([error(1, 'x', 'a'), error(2, 'x', 'b'), error(3, 'x', 'b'), error(4, 'y', 'b')]);
    expect(groups.map(({ column, value, cells }) => [column, value, cells])).toEqual([
      ['x', 'b', 2],
      ['x', 'a', 1],
      ['y', 'b', 1],
    ]);
  });

  it('lose no cell, and name a few rows only', () => {
    const errors = Array.from({ length: 12 }, (_, row) => error(row + 2, '行业', 'technolgy'));
    const [group] = errorGroups(errors);
    expect(group.cells).toBe(12);
    expect(group.rows).toEqual([2, 3, 4, 5, 6]);
  });

  it('put what is left out before what is kept, and keep names like __proto__ apart', () => {
    const groups = errorGroups([
      error(1, '__proto__', 'a', false),
      error(2, '__proto__', 'a', false),
      error(3, 'x', 'a'),
    ]);
    expect(groups.map(({ column }) => column)).toEqual(['x', '__proto__']);
  });

  it('of orders are the cells of the reported rows of that file, not those left out on purpose', () => {
    const place = { row: 3, column: 'day', file: 'a.csv' };
    const report = {
      source: 'a.csv',
      headers: ['day', 'amount'],
      rows: [
        { row: 3, issue: issue('import/badDate', undefined, place), cells: ['13/13', '1'] },
        { row: 4, issue: issue('import/filteredOut', undefined, { ...place, row: 4 }), cells: ['1/1', '1'] },
        { row: 5, issue: issue('import/badDate', undefined, { ...place, file: 'b.csv' }), cells: ['0', '1'] },
      ],
    } as unknown as ImportReport;
    expect(orderErrors({ report }, 'a.csv').map(({ row, value }) => [row, value])).toEqual([[3, '13/13']]);
    expect(orderErrors(null, 'a.csv')).toEqual([]);
  });
});

describe('moving in the table of rows', () => {
  const size = { rows: 100, columns: 5, page: 10 };
  const at = { row: 5, column: 2 };

  it('goes by one, by a page and to the ends, and never leaves the table', () => {
    const go = (key: string, ctrl = false) => moveBy({ key, ctrl }, at, size);
    expect(go('ArrowDown')).toEqual({ row: 6, column: 2 });
    expect(go('ArrowUp', true)).toEqual({ row: 0, column: 2 });
    expect(go('End', true)).toEqual({ row: 99, column: 4 });
    expect(go('PageUp')).toEqual({ row: 0, column: 2 });
    expect(go('PageDown')).toEqual({ row: 15, column: 2 });
    expect(go('a')).toBeNull();
    expect(moveBy({ key: 'ArrowRight', ctrl: false }, { row: 0, column: 4 }, size)).toEqual({ row: 0, column: 4 });
    expect(moveBy({ key: 'ArrowDown', ctrl: false }, at, { rows: 0, columns: 0, page: 1 })).toEqual({
      row: 0,
      column: 0,
    });
  });

  it('pastes a block line by line; exactly one line break at its end is no line', () => {
    expect(pastedLines('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(pastedLines('a\n\n')).toEqual([['a'], ['']]);
    expect(pastedLines('x')).toEqual([['x']]);
  });
});

describe('what is brought', () => {
  it('by pasting is a table where it has lines and columns, else a word for somewhere else', async () => {
    const file = pastedFile('客户\t金额\n甲\t100\n', 'p.txt');
    expect(await file?.text()).toBe('客户\t金额\n甲\t100\n');
    expect(pastedFile('hello', 'p.txt')).toBeNull();
    expect(pastedFile('two\nlines', 'p.txt')).toBeNull();
    expect(pastedFile('', 'p.txt')).toBeNull();
  });

  it('by a folder are the files that can hold tables, without what systems leave behind', () => {
    const names = ['b.xlsx', '~$b.xlsx', '.DS_Store', 'a.CSV', 'photo.png', 'Thumbs.db', 'c.txt'];
    expect(tableFiles(names.map((name) => new File([''], name))).map(({ name }) => name)).toEqual([
      'a.CSV',
      'b.xlsx',
      'c.txt',
    ]);
  });
});

describe('the day of a date field', () => {
  it('is read back as it was written; what is no day is none', () => {
    const day = dayOfIsoDate('2026-02-28');
    expect(day === null ? '' : isoDate(day)).toBe('2026-02-28');
    for (const text of ['', '2026-02-30', '28.2.2026']) expect(dayOfIsoDate(text)).toBeNull();
  });
});
