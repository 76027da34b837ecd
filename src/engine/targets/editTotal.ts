import { issue } from '~/domain/issue';
import { fail, type Result } from '~/domain/result';
import { type ColumnData, type LeafEdit, type LineTable, overlap, type Selection, selectionSize } from '../cube';
import { applyBounds } from './applyBounds';
import type { Bounds } from './bounds';
import { wholeColumn } from './chooseWeights';
import { finishEdit } from './finishEdit';
import { undoChanges } from './leafAccess';
import { watchLimits } from './limitWatch';
import { spreadLimited } from './spreadLimited';
import type { Limits } from './spreadLimits';
import type { SpreadMethod } from './spreadMethod';
import type { Part, PartContext } from './spreadPart';

interface SpreadOptions extends Bounds {
  lines: LineTable;
  /** Edited in place; untouched on refusal. */
  column: ColumnData;
  method?: SpreadMethod;
  limits?: Limits;
  /** Minor units per rounding step: 100 = whole yuan. Default 1. */
  unit?: number;
}

export interface TotalEdit extends SpreadOptions {
  edit: Selection;
  /** The sum the edited cell shall have, in minor units. */
  total: number;
}

export interface TotalsEdit extends SpreadOptions {
  /** Cells that do not overlap. */
  parts: { edit: Selection; total: number }[];
}

/**
 * Sets the sum of a cell at any level and lays it on the leaves that may move, exactly: largest remainder, ties by
 * (line id, period), whatever the physical order. Held, frozen and closed leaves and those under a held total inside
 * the cell stay; held totals that contain or cross it keep their sum, because their other leaves absorb; lasting limits
 * at and below the cell are kept, as their parts are filled up to them. Refused, with nothing changed: what is held exceeds the total (`target/heldShortfall`, by how much and by which holds), nothing is
 * free, mixed signs, bounds that cannot be met, sums beyond 2^51. A cell that is blank or all zero is filled equally.
 * Semantics: design/allocation.md §4.1.
 */
export function editTotal({ edit, total, ...options }: TotalEdit): Result<LeafEdit> {
  return editTotals({ ...options, parts: [{ edit, total }] });
}

/** Sets several cells at once, as one edit: all or nothing. Limits go for each cell by itself. */
export function editTotals(options: TotalsEdit): Result<LeafEdit> {
  const { lines, column, parts, method = { kind: 'proportional' }, limits, unit = 1 } = options;
  for (const { total } of parts) if (!Number.isSafeInteger(total)) return tooLarge(total);
  if (!parts.some(({ edit }) => selectionSize(edit) > 0)) return fail(issue('target/noLines'));

  const edited = parts.map((part) => part.edit);
  const held = heldItself(options);
  if (held) return held;
  const { mask, moving, holdsIn, isClosed } = applyBounds(options, options, edited);
  const context: PartContext = {
    lines,
    column,
    mask,
    method: method.kind === 'weights' ? { kind: 'weights', weight: wholeColumn(method.weight) } : method,
    limits,
    unit,
    holdsIn,
    isClosed,
    sumLimits: options.sumLimits,
  };
  const watched = watchLimits(column, options.sumLimits);

  const result: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  for (const { edit, total } of parts) {
    const part: Part = { selection: edit, total };
    const spread = spreadLimited(context, part);
    if (!spread.ok) {
      undoChanges(column, result.changes);
      return spread;
    }
    result.changes.push(...spread.value.changes);
    result.moved += spread.value.moved;
    result.held += spread.value.held;
    result.equalSpread ||= spread.value.equalSpread;
  }
  return finishEdit(context, { heldTotals: moving.length === 0 ? [] : options.heldTotals, edited, result, watched });
}

/** A held total is not edited by typing over it. */
function heldItself({ parts, heldTotals = [] }: TotalsEdit): Result<LeafEdit> | null {
  for (const { edit, total } of parts) {
    const size = selectionSize(edit);
    const itself = heldTotals.find(
      ({ selection, amount }) =>
        amount !== total && selectionSize(selection) === size && overlap(selection, edit) === size,
    );
    if (itself) return fail(issue('target/totalHeld', { amount: itself.amount, holds: itself.id }));
  }
  return null;
}

function tooLarge(total: number): Result<LeafEdit> {
  if (Number.isFinite(total) && Math.abs(total) > Number.MAX_SAFE_INTEGER)
    return fail(issue('target/tooLarge', { amount: total }));
  throw new RangeError(`a total of ${total} minor units`);
}
