import type { LineTable } from './lineTable';

/** The line id of a tuple of leaf codes (in the order of `lines.dimensions`), or null. Constant time after the first call. */
export function findLine(_lines: LineTable, _tuple: ArrayLike<number>): number | null {
  throw new RangeError('not built yet');
}
