import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendBy,
  holdsPosition,
  isOneCell,
  rectOf,
  rowsOf,
  walkInside,
  wholeColumns,
  wholeRows,
  wholeSheet,
} from '~/ui/grid/gridRange';
import type { GridShape } from '~/ui/grid/moves';

/** Names, a year, and two quarters of three months each, over two groups. */
const shape: GridShape = {
  rows: 8,
  levelOf: (row) => [1, 2, 2, 1, 2, 2, 0, 0][row],
  isParent: (row) => row === 0 || row === 3,
  blocks: ['name', 'year', 'Q1', 'Q1', 'Q1', 'Q1', 'Q2', 'Q2', 'Q2', 'Q2'],
  pageRows: 5,
  pageColumns: 4,
};

describe('a selection', () => {
  it('grows from where it began, and shrinks through it to the other side', () => {
    const begun = { anchor: { row: 2, column: 3 }, end: { row: 2, column: 3 } };
    const right = extendBy(extendBy(begun, 'right', shape), 'down', shape);
    expect(rectOf(right)).toEqual({ top: 2, left: 3, bottom: 3, right: 4 });
    const back = extendBy(extendBy(extendBy(right, 'left', shape), 'left', shape), 'up', shape);
    expect(rectOf(back)).toEqual({ top: 2, left: 2, bottom: 2, right: 3 });
  });

  it('stops at the edges that the arrows with Ctrl stop at', () => {
    const begun = { anchor: { row: 1, column: 3 }, end: { row: 1, column: 3 } };
    expect(extendBy(begun, 'quarterRight', shape).end).toEqual({ row: 1, column: 5 });
    expect(extendBy(extendBy(begun, 'quarterRight', shape), 'quarterRight', shape).end.column).toBe(9);
    expect(extendBy(begun, 'groupDown', shape).end).toEqual({ row: 3, column: 3 });
    expect(extendBy(begun, 'gridEnd', shape).end).toEqual({ row: 7, column: 9 });
  });

  it('takes whole rows, whole columns and all, and stays where it began', () => {
    const begun = { anchor: { row: 4, column: 6 }, end: { row: 3, column: 7 } };
    expect(rectOf(wholeRows(begun, shape))).toEqual({ top: 3, left: 0, bottom: 4, right: 9 });
    expect(rectOf(wholeColumns(begun, shape))).toEqual({ top: 0, left: 6, bottom: 7, right: 7 });
    expect(rectOf(wholeSheet(shape))).toEqual({ top: 0, left: 0, bottom: 7, right: 9 });
    expect(isOneCell(rectOf({ anchor: begun.end, end: begun.end }))).toBe(true);
  });

  it('is walked through by Tab along the rows and by Enter down the columns, each cell once and then anew', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.nat(5),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.constantFrom('rows' as const, 'columns' as const),
        (top, left, rows, columns, back, along) => {
          const rect = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
          let at = { row: top, column: left };
          const seen = new Set<string>();
          for (let i = 0; i < rows * columns; i++) {
            seen.add(`${at.row} ${at.column}`);
            at = walkInside(rect, at, { along, back });
            expect(holdsPosition(rect, at)).toBe(true);
          }
          expect(seen.size).toBe(rows * columns);
          expect(at).toEqual({ row: top, column: left });
        },
      ),
      { seed: 7, numRuns: 200 },
    );
    const rect = { top: 1, left: 2, bottom: 2, right: 3 };
    expect(rowsOf(rect)).toBe(2);
    expect(walkInside(rect, { row: 1, column: 3 }, { along: 'rows', back: false })).toEqual({ row: 2, column: 2 });
    expect(walkInside(rect, { row: 2, column: 2 }, { along: 'columns', back: false })).toEqual({ row: 1, column: 3 });
    expect(walkInside(rect, { row: 1, column: 2 }, { along: 'rows', back: true })).toEqual({ row: 2, column: 3 });
  });
});
