import { type ColumnData, type LeafEdit, newValues } from '../cube';
import { readLeaves, writeLeaves } from './leafAccess';

/** Takes an edit back by its old values and returns the inverse edit: reverting that one is redo. Byte for byte. */
export function revertEdit(column: ColumnData, edit: LeafEdit): LeafEdit {
  const changes = edit.changes.map(({ period, rows, old, oldState, newState }) => {
    const before = readLeaves(column, period, rows);
    writeLeaves(column, { period, rows, value: old, state: oldState });
    return {
      period,
      rows,
      old: before.value,
      oldState: newState === oldState ? oldState : before.state,
      new: old,
      newState: oldState,
    };
  });
  return { ...edit, changes };
}

/** Makes an edit again by its stored new values, never by spreading again. Needs the `new` of every change. */
export function applyEdit(column: ColumnData, edit: LeafEdit): LeafEdit {
  const inverse = edit.changes.map((change) => {
    if (!change.new) throw new RangeError('this edit does not carry its new values: revert its inverse instead');
    return { ...change, old: newValues(column, change), oldState: change.newState };
  });
  return revertEdit(column, { ...edit, changes: inverse });
}
