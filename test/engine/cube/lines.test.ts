import { describe, expect, it } from 'vitest';
import {
  appendLines,
  columnByLine,
  createLineTable,
  fillColumnByLine,
  findLine,
  mergeTail,
  removeTail,
  SPOKEN,
  selectLines,
} from '~/engine/cube';
import { identity, MAIN, REGION, samplePlan } from '../samplePlan';

const tuplesOf = (lines: ReturnType<typeof samplePlan>['lines']): number[][] =>
  Array.from({ length: lines.count }, (_, i) => lines.codes.map((column) => column[i]));

describe('createLineTable', () => {
  it('sorts lines by the main hierarchy, counts ids in that order and says where each came from', () => {
    const codes = [Uint32Array.of(2, 1, 1), Uint32Array.of(4, 6, 1)];
    const created = createLineTable({ dimensions: ['region', 'product'], codes, order: [REGION] });
    if (!created.ok) throw new Error('refused');
    expect(tuplesOf(created.value.lines)).toEqual([
      [1, 1],
      [1, 6],
      [2, 4],
    ]);
    expect(Array.from(created.value.lines.lineId)).toEqual([0, 1, 2]);
    expect(Array.from(created.value.source)).toEqual([2, 1, 0]);
  });

  it('refuses a tuple that occurs twice', () => {
    const codes = [Uint32Array.of(1, 2, 1), Uint32Array.of(3, 3, 3)];
    const created = createLineTable({ dimensions: ['region', 'product'], codes, order: [REGION] });
    expect(created).toEqual({ ok: false, issues: [{ code: 'plan/duplicateLine', params: { lines: 1 } }] });
  });

  it('takes no lines at all, and codes beyond a byte', () => {
    const none = createLineTable({ dimensions: ['region'], codes: [new Uint32Array(0)], order: [REGION] });
    expect(none.ok && none.value.lines.count).toBe(0);
    const wide = createLineTable({
      dimensions: ['customer'],
      codes: [Uint32Array.of(70_000, 300)],
      order: [{ dimension: 'customer', column: 0, ancestorOf: identity(70_001) }],
    });
    expect(wide.ok && Array.from(wide.value.lines.codes[0])).toEqual([300, 70_000]);
  });
});

describe('lines that come and go', () => {
  it('finds every line by its tuple and no other', () => {
    const { lines } = samplePlan(5);
    expect(tuplesOf(lines).map((tuple) => findLine(lines, tuple))).toEqual([...lines.lineId.subarray(0, lines.count)]);
    expect(findLine(lines, [4, 6, 9])).toBeNull();
  });

  it('append then remove is the state before, byte for byte, and the same ids come again', () => {
    const { lines, column } = samplePlan(6);
    const before = [0, 1, 2].map((p) => columnByLine(lines, column, p));
    const tuples = tuplesOf(lines);
    findLine(lines, [1, 1, 1]);
    const codes = [Uint32Array.of(1, 300), Uint32Array.of(1, 2), Uint32Array.of(0, 0)];
    const first = appendLines(lines, [column], codes);
    expect(first).toBe(tuples.length);
    expect(findLine(lines, [300, 2, 0])).toBe(first + 1);
    column.value[0][lines.positionOf[first]] = 77;
    column.state[0][lines.positionOf[first]] = SPOKEN;
    removeTail(lines, [column], first);
    expect(tuplesOf(lines)).toEqual(tuples);
    expect([0, 1, 2].map((p) => columnByLine(lines, column, p))).toEqual(before);
    expect(findLine(lines, [300, 2, 0])).toBeNull();
    expect(appendLines(lines, [column], codes)).toBe(first);
    expect(column.state[0][lines.positionOf[first]]).toBe(0);
  });

  it('merging the tail moves lines but neither ids nor what is stored, and can still be taken back', () => {
    const { lines, column } = samplePlan(7);
    const before = tuplesOf(lines);
    const first = appendLines(
      lines,
      [column],
      [Uint32Array.of(1, 1, 2), Uint32Array.of(1, 2, 1), Uint32Array.of(0, 0, 0)],
    );
    column.value[1][lines.positionOf[first + 1]] = 5;
    column.state[1][lines.positionOf[first + 1]] = SPOKEN;
    const stored = columnByLine(lines, column, 1);
    mergeTail(lines, [column], MAIN);
    expect(columnByLine(lines, column, 1)).toEqual(stored);
    expect(lines.sorted).toBe(lines.count);
    expect(tuplesOf(lines)[lines.positionOf[first + 1]]).toEqual([1, 2, 0]);
    expect(lines.positionOf[first + 1]).toBeLessThan(first);
    expect(findLine(lines, [2, 1, 0])).toBe(first + 2);
    removeTail(lines, [column], first);
    expect(tuplesOf(lines)).toEqual(before);
    expect(lines.sorted).toBe(lines.count);
  });

  it('stored values of line ids come back to where the lines lie now', () => {
    const plan = samplePlan(8);
    const stored = columnByLine(plan.lines, plan.column, 2);
    plan.column.value[2].fill(0);
    plan.column.state[2].fill(0);
    fillColumnByLine(plan.lines, plan.column, { period: 2, first: 0, ...stored });
    expect(columnByLine(plan.lines, plan.column, 2)).toEqual(stored);
  });
});

describe('selectLines', () => {
  it('gives a range where the lines are contiguous, else a list, and all lines without a filter', () => {
    const { lines } = samplePlan(9);
    const under = (code: number): Uint8Array => Uint8Array.from({ length: 7 }, (_, i) => (i === code ? 1 : 0));
    expect(selectLines(lines, [])).toEqual({ first: 0, end: lines.count });
    const region = selectLines(lines, [{ column: 0, under: under(2) }]);
    const expected = [...tuplesOf(lines).keys()].filter((i) => lines.codes[0][i] === 2);
    expect(region).toEqual({ first: expected[0], end: expected[expected.length - 1] + 1 });
    const both = selectLines(lines, [
      { column: 1, under: under(3) },
      { column: 2, under: under(1) },
    ]);
    const listed = [...tuplesOf(lines).keys()].filter((i) => lines.codes[1][i] === 3 && lines.codes[2][i] === 1);
    expect(both).toEqual(Uint32Array.from(listed));
    expect(selectLines(lines, [{ column: 0, under: new Uint8Array(1) }])).toEqual({ first: 0, end: 0 });
  });
});
