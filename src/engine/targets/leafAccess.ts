import { type ColumnData, isRange, type LeafChange, ownPeriod, type Rows, rowList } from '../cube';

/** Copies of the values and states of some lines in one period. */
export function readLeaves(column: ColumnData, period: number, rows: Rows): { value: Float64Array; state: Uint8Array } {
  if (isRange(rows))
    return {
      value: column.value[period].slice(rows.first, rows.end),
      state: column.state[period].slice(rows.first, rows.end),
    };
  const list = rowList(rows);
  const value = new Float64Array(list.length);
  const state = new Uint8Array(list.length);
  for (let j = 0; j < list.length; j++) {
    value[j] = column.value[period][list[j]];
    state[j] = column.state[period][list[j]];
  }
  return { value, state };
}

/** The way back. */
export function writeLeaves(
  column: ColumnData,
  { period, rows, value, state }: { period: number; rows: Rows; value: Float64Array; state: Uint8Array },
): void {
  ownPeriod(column, period);
  if (isRange(rows)) {
    column.value[period].set(value, rows.first);
    column.state[period].set(state, rows.first);
    return;
  }
  const toValue = column.value[period];
  const toState = column.state[period];
  for (let j = 0; j < rows.length; j++) {
    toValue[rows[j]] = value[j];
    toState[rows[j]] = state[j];
  }
}

/** Puts back what changes wrote, the last one first. */
export function undoChanges(column: ColumnData, changes: LeafChange[]): void {
  for (let c = changes.length - 1; c >= 0; c--) {
    const { rows, period, old, oldState } = changes[c];
    writeLeaves(column, { period, rows, value: old, state: oldState });
  }
}
