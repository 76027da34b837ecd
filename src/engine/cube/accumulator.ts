import type { ColumnData } from './columnData';
import type { LeafEdit } from './leafEdit';
import type { View } from './view';

/** What an open view keeps of one column: per period, by view cell. Exact, as all values are integers. */
export interface Accumulator {
  view: View;
  sum: Float64Array[];
  spoken: Uint32Array[];
  held: Uint32Array[];
}

/** Sums a column into the cells of a view, from scratch. */
export function accumulate(_view: View, _column: ColumnData): Accumulator {
  throw new RangeError('not built yet');
}

/**
 * Brings an accumulator up to date after an edit was made in (or taken back from) the column, at the cost of the edited
 * leaves only. Guarantee: bit for bit the same as `accumulate` from scratch.
 */
export function updateAccumulator(_accumulator: Accumulator, _column: ColumnData, _edit: LeafEdit): void {
  throw new RangeError('not built yet');
}
