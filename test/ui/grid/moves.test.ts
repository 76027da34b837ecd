import { describe, expect, it } from 'vitest';
import { type GridShape, moveFrom, tabFrom } from '~/ui/grid/moves';
import { createTabRun } from '~/ui/grid/tabRun';

/** Two regions with two sellers each, the second row of each with a product below; then the pinned total. */
const LEVELS = [1, 2, 2, 3, 1, 2, 2, 0];
const PARENT = [true, false, true, false, true, false, false, false];
const shape: GridShape = {
  rows: LEVELS.length,
  levelOf: (row) => LEVELS[row],
  isParent: (row) => PARENT[row],
  blocks: ['name', 'year', 'beside', 'beside', 'Q1', 'Q1', 'Q1', 'Q1', 'Q2', 'Q3'],
  pageRows: 3,
  pageColumns: 4,
};
const go = (row: number, column: number, move: Parameters<typeof moveFrom>[1]) => {
  const to = moveFrom({ row, column }, move, shape);
  return [to.row, to.column];
};

describe('moves of the active cell', () => {
  it('stay inside the grid', () => {
    expect(go(0, 0, 'up')).toEqual([0, 0]);
    expect(go(7, 9, 'down')).toEqual([7, 9]);
    expect(go(7, 9, 'right')).toEqual([7, 9]);
    expect(go(6, 0, 'pageDown')).toEqual([7, 0]);
    expect(go(1, 1, 'pageLeft')).toEqual([1, 0]);
  });

  it('keep Home and End in the row, with Ctrl they go to the corners', () => {
    expect(go(3, 5, 'rowStart')).toEqual([3, 0]);
    expect(go(3, 5, 'rowEnd')).toEqual([3, 9]);
    expect(go(3, 5, 'gridStart')).toEqual([0, 0]);
    expect(go(3, 5, 'gridEnd')).toEqual([7, 9]);
  });

  it('leap to the edges of quarters, then to the edge of the row', () => {
    expect(go(0, 3, 'quarterRight')).toEqual([0, 7]);
    expect(go(0, 5, 'quarterRight')).toEqual([0, 7]);
    expect(go(0, 7, 'quarterRight')).toEqual([0, 8]);
    expect(go(0, 9, 'quarterRight')).toEqual([0, 9]);
    expect(go(0, 7, 'quarterLeft')).toEqual([0, 4]);
    expect(go(0, 4, 'quarterLeft')).toEqual([0, 2]);
  });

  it('leap between groups of the same level, from a leaf to the next parent', () => {
    expect(go(0, 0, 'groupDown')).toEqual([4, 0]);
    expect(go(4, 0, 'groupUp')).toEqual([0, 0]);
    expect(go(1, 0, 'groupDown')).toEqual([4, 0]);
    expect(go(3, 0, 'groupUp')).toEqual([2, 0]);
    expect(go(5, 0, 'groupDown')).toEqual([7, 0]);
  });
});

describe('Tab', () => {
  it('walks through the row into the next and leaves the grid at its ends', () => {
    expect(tabFrom({ row: 0, column: 9 }, false, shape)).toEqual({ row: 1, column: 0 });
    expect(tabFrom({ row: 1, column: 0 }, true, shape)).toEqual({ row: 0, column: 9 });
    expect(tabFrom({ row: 0, column: 0 }, true, shape)).toBeNull();
    expect(tabFrom({ row: 7, column: 9 }, false, shape)).toBeNull();
  });

  it('makes Enter return to the column where the run began, once', () => {
    const run = createTabRun();
    run.tab('m1', false);
    run.tab('m2', false);
    expect(run.enter('m3')).toBe('m1');
    expect(run.enter('m1')).toBe('m1');
    run.tab('m1', false);
    run.end();
    expect(run.enter('m5')).toBe('m5');
  });
});
