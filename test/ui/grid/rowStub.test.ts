import { describe, expect, it } from 'vitest';
import { ROW_OPEN, ROW_PARENT, type SheetRows } from '~/domain/sheet';
import { bodyStubs, pinnedStubs } from '~/ui/grid/rowStub';

const rows: SheetRows = {
  sheet: 1,
  version: 1,
  fields: [],
  ids: ['all', 'r:1', 'r:1/s:1', 'r:1/s:2', 'r:2', 'r:2/s:3'],
  labels: ['', 'East', 'Li', 'Wang', 'West', 'Sun'],
  level: Uint8Array.from([0, 1, 2, 2, 1, 2]),
  flags: Uint8Array.from([ROW_PARENT, ROW_PARENT | ROW_OPEN, 0, 0, ROW_PARENT | ROW_OPEN, 0]),
  totalRows: 6,
};

describe('rows for the grid', () => {
  it('carry level, state and place among their siblings', () => {
    const stubs = bodyStubs(rows);
    expect(stubs.map(({ id, position, siblings }) => [id, position, siblings])).toEqual([
      ['r:1', 1, 2],
      ['r:1/s:1', 1, 2],
      ['r:1/s:2', 2, 2],
      ['r:2', 2, 2],
      ['r:2/s:3', 1, 1],
    ]);
    expect(stubs[0]).toMatchObject({ parent: true, open: true, level: 1, row: 1 });
  });

  it('pin the total, and what is left only where there is a goal', () => {
    const labels = { total: 'Total', unallocated: 'Unallocated' };
    expect(pinnedStubs(rows, { unallocated: false, labels }).map((stub) => stub.role)).toEqual(['total']);
    expect(pinnedStubs(rows, { unallocated: true, labels }).map((stub) => stub.role)).toEqual(['unallocated', 'total']);
  });
});
