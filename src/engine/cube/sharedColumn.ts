import type { ColumnData } from './columnData';

/**
 * Lets one column read another's arrays in a period until either is edited: a copied scenario costs memory only for
 * what was changed in it. Both are marked; whoever writes first takes a copy of its own (`ownPeriod`).
 */
export function sharePeriod(from: ColumnData, to: ColumnData, period: number | { from: number; to: number }): void {
  const [source, goal] = typeof period === 'number' ? [period, period] : [period.from, period.to];
  to.value[goal] = from.value[source];
  to.state[goal] = from.state[source];
  mark(from, source, 1);
  mark(to, goal, 1);
}

/**
 * Makes sure that what is written to a period of this column reaches no other one. Every function that edits leaf values
 * in place calls it first; it costs one look where nothing is shared.
 */
export function ownPeriod(column: ColumnData, period: number): void {
  if (column.shared?.[period] !== 1) return;
  column.value[period] = column.value[period].slice();
  column.state[period] = column.state[period].slice();
  mark(column, period, 0);
}

/** Arrays in which nobody has spoken, for all periods of a column together; `capacity` as for `createColumn`. */
export function blankColumn(capacity: number, periods: number): ColumnData {
  const value = new Float64Array(capacity);
  const state = new Uint8Array(capacity);
  return {
    value: Array.from({ length: periods }, () => value),
    state: Array.from({ length: periods }, () => state),
    shared: new Uint8Array(periods).fill(1),
  };
}

/** The arrays of all columns, each once, however many columns read it. */
export function eachArray(columns: readonly ColumnData[], use: (array: Float64Array | Uint8Array) => void): void {
  for (const array of new Set(columns.flatMap(({ value, state }) => [...value, ...state]))) use(array);
}

function mark(column: ColumnData, period: number, bit: 0 | 1): void {
  column.shared ??= new Uint8Array(column.value.length);
  column.shared[period] = bit;
}
