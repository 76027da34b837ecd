/** State bits of a leaf value. Not spoken (blank) means the value is +0; −0 and NaN never occur. */
export const SPOKEN = 1;
export const HELD = 2;

/**
 * One column (scenario, layer, measure): per period one array by physical position. Arrays may be longer than the line
 * count. Copies of a column read the same arrays until one is edited: `ownPeriod` comes before every write.
 */
export interface ColumnData {
  value: Float64Array[];
  state: Uint8Array[];
  /** By period: 1 = another column may read these arrays as well. Absent: none. */
  shared?: Uint8Array;
}

/** A blank column: nothing spoken anywhere. `capacity` is the length of the line table's arrays (`lines.lineId.length`). */
export function createColumn(capacity: number, periods: number): ColumnData {
  return {
    value: Array.from({ length: periods }, () => new Float64Array(capacity)),
    state: Array.from({ length: periods }, () => new Uint8Array(capacity)),
  };
}

/** An independent copy: a new scenario or a frozen layer. */
export const copyColumn = (column: ColumnData): ColumnData => ({
  value: column.value.map((array) => array.slice()),
  state: column.state.map((array) => array.slice()),
});
