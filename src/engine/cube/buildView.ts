import type { LineTable } from './lineTable';
import type { Rows } from './rows';
import type { View, ViewLevel } from './view';

/**
 * The tree of lines by these levels, siblings by rank; `mask` (1 = shown, by position) leaves lines out. Counting sorts,
 * linear in lines × levels. No levels gives one cell with all lines, no lines a lone root without cells.
 */
export function buildView(_lines: LineTable, _levels: ViewLevel[], _mask?: Uint8Array): View {
  throw new RangeError('not built yet');
}

/** The lines under a node: a range in the main view, else an ascending list. */
export function nodeRows(_view: View, _node: number): Rows {
  throw new RangeError('not built yet');
}
