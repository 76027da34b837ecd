import { type ColumnData, type LeafChange, type Rows, unionRows } from '../cube';
import { readLeaves, undoChanges, writeLeaves } from './leafAccess';

/**
 * One change per period out of several that may have touched the same leaves one after the other, with the number of
 * leaves that are different in the end. Periods in which nothing is different are left out.
 */
export function mergeChanges(column: ColumnData, changes: LeafChange[]): { changes: LeafChange[]; moved: number } {
  const rowsOf = new Map<number, Rows>();
  for (const { period, rows } of changes) {
    const known = rowsOf.get(period);
    rowsOf.set(period, known ? unionRows(known, rows) : rows);
  }
  const after = [...rowsOf].map(([period, rows]) => ({ period, rows, ...readLeaves(column, period, rows) }));
  undoChanges(column, changes);
  let moved = 0;
  const merged: LeafChange[] = [];
  for (const { period, rows, value, state } of after) {
    const old = readLeaves(column, period, rows);
    writeLeaves(column, { period, rows, value, state });
    let different = 0;
    for (let i = 0; i < value.length; i++) if (value[i] !== old.value[i] || state[i] !== old.state[i]) different++;
    moved += different;
    if (different > 0) merged.push({ period, rows, old: old.value, oldState: old.state, new: value, newState: state });
  }
  return { changes: merged, moved };
}
