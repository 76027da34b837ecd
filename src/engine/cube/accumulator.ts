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
  const accumulator = blankAccumulator(view, column.value.length);
  accumulateInto(accumulator, column);
  return accumulator;
}

/** What a view keeps of a column in which nobody has spoken. */
export const blankAccumulator = (view: View, periods: number): Accumulator => ({
  view,
  sum: Array.from({ length: periods }, () => new Float64Array(view.cells)),
  spoken: Array.from({ length: periods }, () => new Uint32Array(view.cells)),
  held: Array.from({ length: periods }, () => new Uint32Array(view.cells)),
});

/** Sums a column again into arrays that are there; null = the column is gone, all blank. */
export function accumulateInto(accumulator: Accumulator, column: ColumnData | null): void {
  const { view } = accumulator;
  for (let p = 0; p < accumulator.sum.length; p++) {
    const into: Sums = { sum: accumulator.sum[p], spoken: accumulator.spoken[p], held: accumulator.held[p] };
    if (!column || view.perm) for (const array of [into.sum, into.spoken, into.held]) array.fill(0);
    if (!column) continue;
    const leaves = { value: column.value[p], state: column.state[p] };
    if (view.perm) sumScattered(view, leaves, into);
    else sumStretches(view, leaves, into);
  }
}

interface Leaves {
  value: Float64Array;
  state: Uint8Array;
}

interface Sums {
  sum: Float64Array;
  spoken: Uint32Array;
  held: Uint32Array;
}

/** The main view: each cell is a stretch of positions. */
function sumStretches(view: View, { value, state }: Leaves, into: Sums): void {
  const { cellStart } = view;
  for (let cell = 0; cell < view.cells; cell++) {
    const end = cellStart[cell + 1];
    let sum = 0;
    let spoken = 0;
    let held = 0;
    for (let i = cellStart[cell]; i < end; i++) {
      const bits = state[i];
      sum += value[i];
      spoken += bits & SPOKEN;
      held += bits & HELD;
    }
    into.sum[cell] = sum;
    into.spoken[cell] = spoken;
    into.held[cell] = held / HELD;
  }
}

/** Values are read in their physical order and scattered to the cells, which are fewer and stay near. */
function sumScattered(view: View, { value, state }: Leaves, { sum, spoken, held }: Sums): void {
  const { cellOf } = view;
  for (let i = 0; i < cellOf.length; i++) {
    const cell = cellOf[i];
    if (cell === NONE) continue;
    const bits = state[i];
    sum[cell] += value[i];
    spoken[cell] += bits & SPOKEN;
    held[cell] += (bits & HELD) >>> 1;
  }
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
