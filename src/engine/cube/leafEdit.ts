import type { ColumnData } from './columnData';
import type { Rows } from './rows';

/** What happened to the lines `rows` of one period; old and new are by place within `rows`. */
export interface LeafChange {
  period: number;
  rows: Rows;
  old: Float64Array;
  oldState: Uint8Array;
  /** Null in big edits: the new values are the column's own until its next edit (`newValues` reads either). */
  new: Float64Array | null;
  /** The same array as `oldState` where no state changed. */
  newState: Uint8Array;
}

/**
 * An edit that was made in place, with everything that undoes it. It speaks in positions, so it is good until lines
 * are appended, removed or merged; what must last longer is turned into runs of line ids (`inlineDeltas`).
 */
export interface LeafEdit {
  changes: LeafChange[];
  /** Leaf values that are different now (value or state). */
  moved: number;
  /** Leaf values of the edited cell that did not move because they are held, frozen or closed. */
  held: number;
  /** True where nothing was there to be proportional to, so the amount was spread equally. */
  equalSpread: boolean;
}

/** The values after a change, by place within its rows. Exact as long as the column has had no later edit. */
export function newValues(column: ColumnData, change: LeafChange): Float64Array {
  if (change.new) return change.new;
  const value = column.value[change.period];
  const { rows } = change;
  if (rows instanceof Uint32Array) {
    const out = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) out[i] = value[rows[i]];
    return out;
  }
  return value.slice(rows.first, rows.end);
}
