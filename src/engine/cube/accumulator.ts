import { type ColumnData, HELD, SPOKEN } from './columnData';
import type { LeafChange, LeafEdit } from './leafEdit';
import { NONE, type View } from './view';

/** What an open view keeps of one column: per period, by view cell. Exact, as all values are integers. */
export interface Accumulator {
  view: View;
  sum: Float64Array[];
  spoken: Uint32Array[];
  held: Uint32Array[];
}

/** Sums a column into the cells of a view, from scratch. */
export function accumulate(view: View, column: ColumnData): Accumulator {
  const accumulator: Accumulator = { view, sum: [], spoken: [], held: [] };
  for (let p = 0; p < column.value.length; p++) {
    const sum = new Float64Array(view.cells);
    const spoken = new Uint32Array(view.cells);
    const held = new Uint32Array(view.cells);
    const value = column.value[p];
    const state = column.state[p];
    for (let i = 0; i < view.cellOf.length; i++) {
      const cell = view.cellOf[i];
      if (cell === NONE) continue;
      sum[cell] += value[i];
      spoken[cell] += state[i] & SPOKEN;
      held[cell] += (state[i] & HELD) >>> 1;
    }
    accumulator.sum.push(sum);
    accumulator.spoken.push(spoken);
    accumulator.held.push(held);
  }
  return accumulator;
}

/**
 * Brings an accumulator up to date after an edit was made in (or taken back from) the column, at the cost of the edited
 * leaves only. Guarantee: bit for bit the same as `accumulate` from scratch.
 */
export function updateAccumulator(accumulator: Accumulator, column: ColumnData, edit: LeafEdit): void {
  for (const change of edit.changes) {
    const { period, rows } = change;
    const sum = accumulator.sum[period];
    const value = column.value[period];
    if (rows instanceof Uint32Array) addListed(sum, value, { view: accumulator.view, rows, old: change.old });
    else if (accumulator.view.perm) addScattered(sum, value, { view: accumulator.view, rows, old: change.old });
    else addStreaming(sum, value, { view: accumulator.view, rows, old: change.old });
    if (change.newState !== change.oldState) addStates(accumulator, change);
  }
}

type Range = { first: number; end: number };

/** The main view: a cell is a stretch. A cell that was edited whole is summed again, which reads half as much. */
function addStreaming(
  sum: Float64Array,
  value: Float64Array,
  { view, rows, old }: { view: View; rows: Range; old: Float64Array },
): void {
  const { cellStart, cellOf } = view;
  const { first, end } = rows;
  if (first >= end) return;
  const lastCell = cellOf[end - 1];
  for (let cell = cellOf[first]; cell <= lastCell; cell++) {
    const from = cellStart[cell];
    const to = cellStart[cell + 1];
    let total = 0;
    if (from >= first && to <= end) {
      for (let i = from; i < to; i++) total += value[i];
      sum[cell] = total;
    } else {
      const stop = Math.min(to, end);
      for (let i = Math.max(from, first); i < stop; i++) total += value[i] - old[i - first];
      sum[cell] += total;
    }
  }
}

function addScattered(
  sum: Float64Array,
  value: Float64Array,
  { view, rows, old }: { view: View; rows: Range; old: Float64Array },
): void {
  const { cellOf } = view;
  const { first, end } = rows;
  for (let i = first; i < end; i++) {
    const cell = cellOf[i];
    if (cell !== NONE) sum[cell] += value[i] - old[i - first];
  }
}

function addListed(
  sum: Float64Array,
  value: Float64Array,
  { view, rows, old }: { view: View; rows: Uint32Array; old: Float64Array },
): void {
  const { cellOf } = view;
  for (let j = 0; j < rows.length; j++) {
    const cell = cellOf[rows[j]];
    if (cell !== NONE) sum[cell] += value[rows[j]] - old[j];
  }
}

function addStates(accumulator: Accumulator, { period, rows, oldState, newState }: LeafChange): void {
  const spoken = accumulator.spoken[period];
  const held = accumulator.held[period];
  const { cellOf } = accumulator.view;
  for (let j = 0; j < oldState.length; j++) {
    if (oldState[j] === newState[j]) continue;
    const cell = cellOf[rows instanceof Uint32Array ? rows[j] : rows.first + j];
    if (cell === NONE) continue;
    spoken[cell] += (newState[j] & SPOKEN) - (oldState[j] & SPOKEN);
    held[cell] += ((newState[j] & HELD) - (oldState[j] & HELD)) / HELD;
  }
}
