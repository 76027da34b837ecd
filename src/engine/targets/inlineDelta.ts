import type { Runs } from '~/domain/change';
import {
  type ColumnData,
  GONE,
  isRange,
  type LeafChange,
  type LeafEdit,
  type LineTable,
  newValues,
  ownPeriod,
} from '../cube';

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
export function inlineDeltas(lines: LineTable, column: ColumnData, edit: LeafEdit): InlineDelta[] {
  return edit.changes.map((change) => inlineDelta(lines, column, change)).filter((delta) => delta.lines.length > 0);
}

function inlineDelta(lines: LineTable, column: ColumnData, change: LeafChange): InlineDelta {
  const { rows, old, oldState, newState } = change;
  const value = newValues(column, change);
  const lineAt = (j: number): number => lines.lineId[isRange(rows) ? rows.first + j : rows[j]];
  const places: number[] = [];
  for (let j = 0; j < old.length; j++) if (value[j] !== old[j] || newState[j] !== oldState[j]) places.push(j);
  places.sort((a, b) => lineAt(a) - lineAt(b));
  return {
    period: change.period,
    lines: runsOf(places.map(lineAt)),
    old: Float64Array.from(places, (j) => old[j]),
    new: Float64Array.from(places, (j) => value[j]),
    oldState: Uint8Array.from(places, (j) => oldState[j]),
    newState: Uint8Array.from(places, (j) => newState[j]),
  };
}

/** Pairs of first and length; the ids ascend. */
function runsOf(ids: number[]): Runs {
  const runs: number[] = [];
  for (const id of ids) {
    const last = runs.length - 2;
    if (last >= 0 && runs[last] + runs[last + 1] === id) runs[last + 1]++;
    else runs.push(id, 1);
  }
  return Uint32Array.from(runs);
}

/** The line ids of runs, one by one. */
export function lineIdsOf(runs: Runs): Uint32Array {
  let count = 0;
  for (let r = 1; r < runs.length; r += 2) count += runs[r];
  const ids = new Uint32Array(count);
  for (let r = 0, n = 0; r < runs.length; r += 2) for (let k = 0; k < runs[r + 1]; k++) ids[n++] = runs[r] + k;
  return ids;
}

/** Writes stored deltas into a column, forward or back, wherever the lines lie now. Lines that are gone are an error. */
export function applyInline(options: {
  lines: LineTable;
  column: ColumnData;
  deltas: InlineDelta[];
  direction: 'forward' | 'back';
}): LeafEdit {
  const { lines, column, deltas, direction } = options;
  const edit: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  for (const delta of direction === 'back' ? deltas.toReversed() : deltas) {
    const ids = lineIdsOf(delta.lines);
    const to = direction === 'forward' ? delta.new : delta.old;
    const toState = direction === 'forward' ? delta.newState : delta.oldState;
    const change = writeLines(lines, column, { period: delta.period, ids, to, toState });
    edit.changes.push(change);
    edit.moved += ids.length;
  }
  return edit;
}

function writeLines(
  lines: LineTable,
  column: ColumnData,
  { period, ids, to, toState }: { period: number; ids: Uint32Array; to: Float64Array; toState: Uint8Array },
): LeafChange {
  ownPeriod(column, period);
  const value = column.value[period];
  const state = column.state[period];
  const places = Uint32Array.from(ids.keys()).sort((a, b) => lines.positionOf[ids[a]] - lines.positionOf[ids[b]]);
  const rows = places.map((j) => lines.positionOf[ids[j]]);
  if (rows.length > 0 && rows[rows.length - 1] === GONE) throw new RangeError('a change names a line that is gone');
  const change: LeafChange = {
    period,
    rows,
    old: Float64Array.from(rows, (position) => value[position]),
    oldState: Uint8Array.from(rows, (position) => state[position]),
    new: Float64Array.from(places, (j) => to[j]),
    newState: Uint8Array.from(places, (j) => toState[j]),
  };
  for (let j = 0; j < rows.length; j++) {
    value[rows[j]] = to[places[j]];
    state[rows[j]] = toState[places[j]];
  }
  return change;
}
