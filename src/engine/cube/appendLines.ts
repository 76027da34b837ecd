import type { ColumnData } from './columnData';
import type { LineTable } from './lineTable';

/**
 * Adds lines (tuples that are not there yet: ask `findLine` first) to the unsorted tail, blank in every column, with the
 * next line ids; returns the first of them. `columns` must be all columns that live on these lines: their arrays grow
 * with the table's. Views, accumulators and edits made before are stale afterwards.
 */
export function appendLines(_lines: LineTable, _columns: ColumnData[], _codes: Uint32Array[]): number {
  throw new RangeError('not built yet');
}

/**
 * Takes back the newest lines, from line id `first` on: the undo of an append. Their line ids are given again only
 * because the state is the one before the append.
 */
export function removeTail(_lines: LineTable, _columns: ColumnData[], _first: number): void {
  throw new RangeError('not built yet');
}
