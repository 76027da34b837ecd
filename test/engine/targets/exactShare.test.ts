import { describe, expect, it } from 'vitest';
import { columnByLine, createColumn, createLineTable, HELD, type LineTable, SPOKEN } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { editTotal, exactShare, type SpreadMethod } from '~/engine/targets';

function lineTable(count: number): LineTable {
  const order = [{ dimension: 'a', column: 0, ancestorOf: Uint32Array.from({ length: count + 1 }, (_, i) => i) }];
  const made = createLineTable({
    dimensions: ['a'],
    codes: [Uint32Array.from({ length: count }, (_, i) => i + 1)],
    order,
  });
  if (!made.ok) throw new Error('no lines');
  return made.value.lines;
}

function columnOf(lines: LineTable, values: number[][], held: number[] = []) {
  const column = createColumn(lines.lineId.length, values.length);
  values.forEach((row, p) => {
    row.forEach((value, i) => {
      column.value[p][i] = value;
      column.state[p][i] = SPOKEN | (held.includes(i) ? HELD : 0);
    });
  });
  return column;
}

/** Spreads, and asks about one leaf after the other. */
function askAll(
  values: number[][],
  options: { total: number; method?: SpreadMethod; unit?: number; held?: number[]; asked?: number[] },
) {
  const lines = lineTable(values[0].length);
  const { total, method = { kind: 'proportional' }, unit = 1, held } = options;
  const all = { rows: { first: 0, end: lines.count }, periods: values.map((_, p) => p) };
  const before = columnOf(lines, values, held);
  const after = columnOf(lines, values, held);
  const edited = editTotal({ lines, column: after, edit: all, total, method, unit });
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues));
  const stored = values.map((_, p) => columnByLine(lines, after, p).value);
  const ask = (rows: Uint32Array, periods: number[]) =>
    exactShare({
      lines,
      column: before,
      edit: all,
      total,
      method,
      unit,
      asked: { rows, periods },
      after: (period, line) => stored[period][line],
    });
  return { ask, after };
}

describe('where the rounding of a spread went', () => {
  it('says the exact share, the unit that was added, and the place among the remainders', () => {
    const { ask } = askAll([[1, 1, 1]], { total: 100, method: { kind: 'equal' } });
    const of = (line: number) => ask(Uint32Array.of(line), [0]);
    expect(of(0)).toEqual({ exact: '33.3333', added: 1, unit: 1, place: 1 });
    expect(of(1)).toEqual({ exact: '33.3333', added: 0, unit: 1, place: 2 });
    expect(of(2)).toEqual({ exact: '33.3333', added: 0, unit: 1, place: 3 });
  });

  it('goes by remainder first: 10 by 1, 2 and 4 is 1.43, 2.86 and 5.71', () => {
    const { ask, after } = askAll([[1, 2, 4]], { total: 10 });
    expect([...after.value[0].subarray(0, 3)]).toEqual([1, 3, 6]);
    expect([0, 1, 2].map((line) => ask(Uint32Array.of(line), [0]))).toEqual([
      { exact: '1.4286', added: 0, unit: 1, place: 3 },
      { exact: '2.8571', added: 1, unit: 1, place: 1 },
      { exact: '5.7143', added: 1, unit: 1, place: 2 },
    ]);
  });

  it('speaks in rounding steps where the spread did', () => {
    const { ask } = askAll([[1, 1, 1]], { total: 100_000, method: { kind: 'equal' }, unit: 1000 });
    expect(ask(Uint32Array.of(0), [0])).toEqual({ exact: '33333.3333', added: 1000, unit: 1000, place: 1 });
  });

  it('adds up over a part of several leaves, held ones as they are', () => {
    const { ask } = askAll([[10, 10, 10, 10]], { total: 41, held: [3] });
    expect(ask(Uint32Array.of(3), [0])).toBeNull();
    expect(ask(Uint32Array.of(0, 3), [0])).toEqual({ exact: '20.3333', added: 1, unit: 1, place: 0 });
  });

  it('turns with the sign of the total', () => {
    const { ask } = askAll([[-1, -1, -1]], { total: -100 });
    expect(ask(Uint32Array.of(0), [0])).toEqual({ exact: '-33.3333', added: -1, unit: 1, place: 1 });
  });

  it('says nothing where the values after it are not those of this spread', () => {
    const lines = lineTable(3);
    const all = { rows: { first: 0, end: 3 }, periods: [0] };
    const share = exactShare({
      lines,
      column: columnOf(lines, [[1, 1, 1]]),
      edit: all,
      total: 90,
      method: { kind: 'proportional' },
      unit: 1,
      asked: { rows: Uint32Array.of(0), periods: [0] },
      after: (_, line) => [40, 25, 25][line],
    });
    expect(share).toBeNull();
  });

  it('has exactly the best places rounded up, in 200 random spreads over two periods', () => {
    const random = createRandom(7);
    for (let round = 0; round < 200; round += 1) {
      const count = 2 + Math.floor(random() * 6);
      const values = [0, 1].map(() => Array.from({ length: count }, () => Math.floor(random() * 1e6)));
      values[0][0] += 1;
      const weight = values.map((row) => Float64Array.from(row, () => random()));
      const method: SpreadMethod = round % 2 === 0 ? { kind: 'proportional' } : { kind: 'weights', weight };
      const unit = round % 3 === 0 ? 100 : 1;
      const total = Math.floor(random() * 1e8) * unit;
      const { ask, after } = askAll(values, { total, method, unit });
      const shares = values.flatMap((row, p) =>
        row.map((_, line) => ({ share: ask(Uint32Array.of(line), [p]), p, line })),
      );
      const places = shares.map(({ share }) => share?.place ?? 0).sort((a, b) => a - b);
      expect(places).toEqual(places.map((_, i) => i + 1));
      const winners = shares.filter(({ share }) => share?.added !== 0).length;
      for (const { share, p, line } of shares) {
        if (!share) throw new Error('nothing told');
        expect(share.added).toBe(share.place <= winners ? unit : 0);
        expect(after.value[p][line] - share.added).toBe(Math.floor(Number(share.exact) / unit) * unit);
      }
    }
  });
});
