import type { ColumnData, LeafEdit } from '../cube/index';

/** Takes an edit back by its old values and returns the inverse edit (reverting that one is redo). */
export function revertEdit(_column: ColumnData, _edit: LeafEdit): LeafEdit {
  throw new RangeError('not built yet');
}

/** Makes an edit again by its stored new values, never by spreading again. Needs `new` in every change. */
export function applyEdit(_column: ColumnData, _edit: LeafEdit): LeafEdit {
  throw new RangeError('not built yet');
}
