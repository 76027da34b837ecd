import type { ColumnData } from './columnData';
import { indexLine } from './findLine';
import { codeArray, GONE, type LineTable, largestCode } from './lineTable';
import { eachArray } from './sharedColumn';

/**
 * Adds lines (tuples that are not there yet: ask `findLine` first) to the unsorted tail, blank in every column, with the
 * next line ids; returns the first of them. `columns` must be all columns that live on these lines: their arrays grow
 * with the table's. Views, accumulators and edits made before are stale afterwards.
 */
export function appendLines(lines: LineTable, columns: ColumnData[], codes: Uint32Array[]): number {
  if (codes.length !== lines.dimensions.length)
    throw new RangeError(`${codes.length} columns, ${lines.dimensions.length} dimensions`);
  const added = codes.length === 0 ? 0 : codes[0].length;
  const first = lines.nextLine;
  reserve(lines, columns, lines.count + added);

  codes.forEach((column, d) => {
    const most = largestCode(column, added);
    const old = lines.codes[d];
    if (most >= 2 ** (8 * old.BYTES_PER_ELEMENT)) {
      lines.codes[d] = codeArray(old.length, most);
      lines.codes[d].set(old);
    }
    lines.codes[d].set(column, lines.count);
  });
  for (let i = 0; i < added; i++) {
    lines.lineId[lines.count + i] = first + i;
    lines.positionOf[first + i] = lines.count + i;
  }
  if (lines.index && (lines.count + added) * 2 > lines.index.length) lines.index = null;
  if (lines.index) for (let i = 0; i < added; i++) indexLine(lines, lines.index, lines.count + i);
  lines.count += added;
  lines.nextLine += added;
  return first;
}

/** Makes all arrays long enough, with an eighth to spare so that adding lines one by one stays linear. */
function reserve(lines: LineTable, columns: ColumnData[], count: number): void {
  const added = count - lines.count;
  const roomy = (need: number): number => need + (need >>> 3) + 16;
  if (lines.positionOf.length < lines.nextLine + added)
    lines.positionOf = grown(lines.positionOf, new Uint32Array(roomy(lines.nextLine + added)));
  if (lines.lineId.length < count) {
    const capacity = roomy(count);
    lines.lineId = grown(lines.lineId, new Uint32Array(capacity));
    lines.codes = lines.codes.map((column) =>
      grown(column, codeArray(capacity, 2 ** (8 * column.BYTES_PER_ELEMENT) - 1)),
    );
  }
  const capacity = lines.lineId.length;
  // Arrays that columns share stay shared.
  const values = new Map<Float64Array, Float64Array>();
  const states = new Map<Uint8Array, Uint8Array>();
  for (const { value, state } of columns) {
    for (let p = 0; p < value.length; p++) {
      if (value[p].length >= capacity) continue;
      const more = values.get(value[p]) ?? grown(value[p], new Float64Array(capacity));
      const bits = states.get(state[p]) ?? grown(state[p], new Uint8Array(capacity));
      values.set(value[p], more);
      states.set(state[p], bits);
      value[p] = more;
      state[p] = bits;
    }
  }
}

function grown<A extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, to: A): A {
  to.set(from);
  return to;
}

/**
 * Takes back the newest lines, from line id `first` on, wherever they lie: the undo of an append. The state is then the
 * one before it, so the next append gives the same line ids again. Views, accumulators and edits are stale afterwards.
 */
export function removeTail(lines: LineTable, columns: ColumnData[], first: number): void {
  const keep: number[] = [];
  let sorted = 0;
  for (let position = 0; position < lines.count; position++) {
    if (lines.lineId[position] >= first) continue;
    if (position < lines.sorted) sorted++;
    keep.push(position);
  }
  const pack = (array: { [i: number]: number }): void => {
    for (let i = 0; i < keep.length; i++) array[i] = array[keep[i]];
  };
  for (const column of lines.codes) pack(column);
  pack(lines.lineId);
  eachArray(columns, (array) => {
    pack(array);
    array.fill(0, keep.length);
  });
  for (let i = 0; i < keep.length; i++) lines.positionOf[lines.lineId[i]] = i;
  lines.positionOf.fill(GONE, first);
  lines.count = keep.length;
  lines.sorted = sorted;
  lines.nextLine = Math.min(lines.nextLine, first);
  lines.index = null;
}
