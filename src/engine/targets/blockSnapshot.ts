import {
  type ColumnData,
  isRange,
  type LeafChange,
  type LineTable,
  packRows,
  type Rows,
  type Selection,
} from '../cube';
import { readLeaves, writeLeaves } from './leafAccess';

/** Every leaf of a block as it was before, once, by period. */
export type BlockSnapshot = { period: number; rows: Rows; value: Float64Array; state: Uint8Array }[];

/** Up to this many values a change carries its new values as well. */
const CARRIED = 4096;

/** Takes down the leaves of all selections, however they overlap. */
export function snapshotOf(lines: LineTable, column: ColumnData, selections: Selection[]): BlockSnapshot {
  const marks = new Map<number, Uint8Array>();
  for (const { rows, periods } of selections) {
    for (const period of periods) {
      let marked = marks.get(period);
      if (!marked) {
        marked = new Uint8Array(lines.count);
        marks.set(period, marked);
      }
      if (isRange(rows)) marked.fill(1, rows.first, rows.end);
      else for (let j = 0; j < rows.length; j++) marked[rows[j]] = 1;
    }
  }
  return [...marks.keys()]
    .sort((a, b) => a - b)
    .map((period) => {
      const rows = packRows(listOf(marks.get(period) ?? new Uint8Array(0)));
      return { period, rows, ...readLeaves(column, period, rows) };
    });
}

/** Puts every leaf back. */
export function restore(column: ColumnData, snapshot: BlockSnapshot): void {
  for (const leaves of snapshot) writeLeaves(column, leaves);
}

/** What is different now, one change per period; `edited` are all leaves of the block, moved or not. */
export function unionChanges(
  column: ColumnData,
  snapshot: BlockSnapshot,
): { changes: LeafChange[]; moved: number; edited: Selection[] } {
  const changes: LeafChange[] = [];
  let moved = 0;
  for (const { period, rows, value, state } of snapshot) {
    const now = readLeaves(column, period, rows);
    let different = 0;
    let turned = false;
    for (let j = 0; j < value.length; j++) {
      if (now.state[j] !== state[j]) turned = true;
      if (now.value[j] !== value[j] || now.state[j] !== state[j]) different++;
    }
    if (different === 0) continue;
    moved += different;
    changes.push({
      period,
      rows,
      old: value,
      oldState: state,
      new: value.length > CARRIED ? null : now.value,
      newState: turned ? now.state : state,
    });
  }
  return { changes, moved, edited: snapshot.map(({ period, rows }) => ({ rows, periods: [period] })) };
}

function listOf(marks: Uint8Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < marks.length; i++) count += marks[i];
  const list = new Uint32Array(count);
  for (let i = 0, n = 0; n < count; i++) if (marks[i] === 1) list[n++] = i;
  return list;
}
