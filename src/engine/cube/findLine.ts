import { GONE, type LineTable } from './lineTable';

/** The line id of a tuple of leaf codes (in the order of `lines.dimensions`), or null. Constant time after the first call. */
export function findLine(lines: LineTable, tuple: ArrayLike<number>): number | null {
  const index = lines.index ?? indexLines(lines);
  const mask = index.length - 1;
  for (let slot = hashOf(tuple) & mask; index[slot] !== 0; slot = (slot + 1) & mask) {
    const line = index[slot] - 1;
    const position = lines.positionOf[line];
    if (position !== GONE && lines.codes.every((column, d) => column[position] === tuple[d])) return line;
  }
  return null;
}

/** Builds the index with room for as many lines again. */
function indexLines(lines: LineTable): Uint32Array {
  let size = 16;
  while (size < lines.count * 4) size *= 2;
  const index = new Uint32Array(size);
  lines.index = index;
  for (let position = 0; position < lines.count; position++) indexLine(lines, index, position);
  return index;
}

/** Adds the line at a position to the index. */
export function indexLine(lines: LineTable, index: Uint32Array, position: number): void {
  const mask = index.length - 1;
  let slot = hashOf(lines.codes.map((column) => column[position])) & mask;
  while (index[slot] !== 0) slot = (slot + 1) & mask;
  index[slot] = lines.lineId[position] + 1;
}

function hashOf(tuple: ArrayLike<number>): number {
  let hash = 0x811c_9dc5;
  for (let d = 0; d < tuple.length; d++) {
    hash = Math.imul(hash ^ tuple[d], 0x85eb_ca6b);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
