import type { Runs } from '~/domain/change';
import type { ColumnData, LeafEdit, LineTable } from '../cube/index';

/** The part of an inline `CellDelta` that the engine knows; values are in order of line id, only what is different. */
export interface InlineDelta {
  period: number;
  lines: Runs;
  old: Float64Array;
  new: Float64Array;
  oldState: Uint8Array;
  newState: Uint8Array;
}

/** An edit by line ids, one delta per period that changed; leaves that came out the same are left out. */
export function inlineDeltas(_lines: LineTable, _column: ColumnData, _edit: LeafEdit): InlineDelta[] {
  throw new RangeError('not built yet');
}

/** Writes stored deltas into a column, forward or back, wherever the lines lie now. */
export function applyInline(_options: {
  lines: LineTable;
  column: ColumnData;
  deltas: InlineDelta[];
  direction: 'forward' | 'back';
}): LeafEdit {
  throw new RangeError('not built yet');
}
