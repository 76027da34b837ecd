import { describe, expect, it } from 'vitest';
import {
  appendLines,
  blankColumn,
  createColumn,
  createLineTable,
  mergeTail,
  ownPeriod,
  removeTail,
  SPOKEN,
  sharePeriod,
} from '~/engine/cube/index';
import { clearLeaves, editTotal, setHeld } from '~/engine/targets/index';

const order = [{ dimension: 'product', column: 0, ancestorOf: Uint32Array.from({ length: 40 }, (_, i) => i) }];

/** Three lines with 1, 2, 3 in both periods, and a column that shares them. */
function shared() {
  const made = createLineTable({ dimensions: ['product'], codes: [Uint32Array.of(5, 10, 15)], order });
  if (!made.ok) throw new RangeError('lines repeat');
  const lines = made.value.lines;
  const column = createColumn(lines.lineId.length, 2);
  for (const p of [0, 1]) {
    column.value[p].set([1, 2, 3]);
    column.state[p].fill(SPOKEN, 0, 3);
  }
  const copy = blankColumn(lines.lineId.length, 2);
  sharePeriod(column, copy, 0);
  sharePeriod(column, copy, 1);
  return { lines, column, copy };
}

const seen = (array: ArrayLike<number>, count = 3) => Array.from(array).slice(0, count);

describe('columns that share arrays', () => {
  it('part, for one period only, when either is edited, cleared or held', () => {
    for (const which of ['column', 'copy'] as const) {
      const made = shared();
      const other = which === 'column' ? made.copy : made.column;
      const { lines } = made;
      const all = { rows: { first: 0, end: 3 }, periods: [0] };
      editTotal({ lines, column: made[which], edit: all, total: 60 });
      expect(seen(made[which].value[0])).toEqual([10, 20, 30]);
      expect(seen(other.value[0])).toEqual([1, 2, 3]);
      expect(made.column.value[1]).toBe(made.copy.value[1]);
      setHeld(made[which], { rows: Uint32Array.of(1), periods: [1] }, true);
      expect(seen(other.state[1])).toEqual([1, 1, 1]);
      clearLeaves({ lines, column: other, edit: all });
      expect(seen(made[which].value[0])).toEqual([10, 20, 30]);
      expect(seen(other.state[0])).toEqual([0, 0, 0]);
    }
  });

  it('stay one and right when lines come, are sorted in, and go', () => {
    const { lines, column, copy } = shared();
    appendLines(lines, [column, copy], [Uint32Array.from({ length: 17 }, (_, i) => 20 + i)]);
    const first = lines.nextLine;
    appendLines(lines, [column, copy], [Uint32Array.of(7)]);
    expect(copy.value[0]).toBe(column.value[0]);
    mergeTail(lines, [column, copy], order);
    expect(seen(column.value[0], 4)).toEqual([1, 0, 2, 3]);
    removeTail(lines, [column, copy], first);
    expect(seen(copy.value[0])).toEqual([1, 2, 3]);
    expect(seen(copy.state[1], 4)).toEqual([1, 1, 1, 0]);
    expect(copy.state[1]).toBe(column.state[1]);
  });

  it('a blank column takes the memory of one period until months are written', () => {
    const blank = blankColumn(100, 12);
    expect(new Set(blank.value).size).toBe(1);
    ownPeriod(blank, 3);
    blank.value[3][0] = 9;
    expect(blank.value[4][0]).toBe(0);
    expect(new Set(blank.value).size).toBe(2);
  });
});
