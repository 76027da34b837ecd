import { issue } from '~/domain/issue';
import { fail, type Result } from '~/domain/result';
import {
  type ColumnData,
  HELD,
  isRange,
  type LeafEdit,
  type LineTable,
  ownPeriod,
  type Selection,
  SPOKEN,
} from '../cube';
import { FIXED } from '../numeric';
import { applyBounds } from './applyBounds';
import type { Bounds } from './bounds';
import { finishEdit } from './finishEdit';
import { readLeaves } from './leafAccess';
import { changesOf, closeBlocks, keepOld, type LeafBlock, openBlocks } from './leafBlocks';
import { watchLimits } from './limitWatch';

/**
 * Makes leaves blank. Held, frozen and closed ones and those under a held total inside the cell stay; a held total that
 * contains or crosses the cell keeps its sum as in `editTotal`, or the edit is refused by the hold's name.
 */
export function clearLeaves(
  options: Bounds & { lines: LineTable; column: ColumnData; edit: Selection },
): Result<LeafEdit> {
  const { lines, column, edit } = options;
  const { mask, moving, holdsIn, isClosed } = applyBounds(options, options, [edit]);
  const blocks = openBlocks(lines, column, { mask, selection: edit });
  keepOld(column, blocks);
  const watched = watchLimits(column, options.sumLimits);
  const result: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  let free = 0;
  for (const block of blocks) {
    const cleared = clearBlock(block, column.state[block.period]);
    free += cleared.free;
    result.moved += cleared.moved;
    result.held += block.end - block.first - cleared.free;
  }
  if (free === 0) return fail(issue('target/nothingFree', { amount: 0, holds: holdsIn(edit) }));
  closeBlocks(column, blocks);
  result.changes = changesOf(column, blocks, true);
  const { sumLimits } = options;
  const context = {
    lines,
    column,
    mask,
    method: { kind: 'proportional' } as const,
    unit: 1,
    holdsIn,
    isClosed,
    sumLimits,
  };
  const heldTotals = moving.length === 0 ? [] : options.heldTotals;
  return finishEdit(context, { heldTotals, edited: [edit], result, watched });
}

function clearBlock({ rows, fixed, out, first, end }: LeafBlock, state: Uint8Array): { free: number; moved: number } {
  let free = 0;
  let moved = 0;
  for (let i = first; i < end; i++) {
    if ((fixed[i] & FIXED) !== 0) continue;
    free++;
    const position = isRange(rows) ? i : rows[i];
    if ((state[position] & SPOKEN) === 0) continue;
    moved++;
    out[i] = 0;
    state[position] &= ~SPOKEN;
  }
  return { free, moved };
}

/** Holds or releases single leaf values; blank ones too. Values do not move; `moved` counts the bits that turned. */
export function setHeld(column: ColumnData, { rows, periods }: Selection, held: boolean): LeafEdit {
  const edit: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  for (const period of periods) {
    ownPeriod(column, period);
    const before = readLeaves(column, period, rows);
    const state = column.state[period];
    const newState = before.state.map((bits) => (held ? bits | HELD : bits & ~HELD));
    for (let j = 0; j < newState.length; j++) {
      if (newState[j] === before.state[j]) continue;
      edit.moved++;
      state[isRange(rows) ? rows.first + j : rows[j]] = newState[j];
    }
    edit.changes.push({
      period,
      rows,
      old: before.value,
      oldState: before.state,
      new: before.value,
      newState,
    });
  }
  return edit;
}
