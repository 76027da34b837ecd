import { type Issue, issue } from '~/domain/issue';
import { MAX_TOTAL } from '~/domain/money';
import { fail, type Result } from '~/domain/result';
import {
  type ColumnData,
  isRange,
  type LeafEdit,
  type LineTable,
  overlap,
  ownPeriod,
  type Selection,
  SPOKEN,
  selectionSize,
} from '../cube';
import { FIXED, sumBlocks } from '../numeric';
import { type BlockSnapshot, restore, snapshotOf, unionChanges } from './blockSnapshot';
import type { Bounds } from './bounds';
import { finishEdit } from './finishEdit';
import { createMask, type FreeMask, fixLeaves, forkMask } from './freeMask';
import { openBlocks } from './leafBlocks';
import { watchLimits } from './limitWatch';
import { spreadLimited } from './spreadLimited';
import type { PartContext } from './spreadPart';

/** One cell of a block: the sum it shall have in minor units, or null for blank. */
export interface BlockCell {
  selection: Selection;
  total: number | null;
}

export interface BlockEdit extends Bounds {
  lines: LineTable;
  /** Edited in place; untouched on refusal. */
  column: ColumnData;
  cells: BlockCell[];
  /** What cells that hold nothing follow; without it equally. */
  otherwise?: Float64Array[];
}

/**
 * Sets many cells of a column at any levels as one edit: smaller cells first, larger ones around them by what remains, so
 * that a cell within another one of the list wins over it and every total is exact in the end. Holds, closed periods and
 * limits are kept as by `editTotal`. All or nothing; a refusal carries the index of its cell as `cell`. A cell whose
 * parts are all in the list and sum to something else is refused (`block/contradiction`). Linear in leaves, so that
 * thousands of single leaves cost no more than one edit of as many.
 */
export function editBlock(options: BlockEdit): Result<LeafEdit> {
  const { lines, column, cells } = options;
  const own = holdItself(options);
  if (own) return fail(own);
  const snapshot = snapshotOf(
    lines,
    column,
    cells.map((cell) => cell.selection),
  );
  for (const { selection } of cells) for (const period of selection.periods) ownPeriod(column, period);
  const base = fixedBefore(options);
  const mask = forkMask(base);
  const context: PartContext = {
    lines,
    column,
    mask,
    method: { kind: 'proportional', otherwise: options.otherwise },
    unit: 1,
    holdsIn: (selection) => holdsIn(options, selection),
    isClosed: ({ periods }) => periods.every((period) => (options.closedPeriods ?? []).includes(period)),
    sumLimits: options.sumLimits,
  };
  const watched = watchLimits(column, options.sumLimits);
  const order = Array.from(cells.keys()).sort(
    (a, b) => selectionSize(cells[a].selection) - selectionSize(cells[b].selection) || a - b,
  );
  const leaves = order.filter((index) => selectionSize(cells[index].selection) === 1);
  const larger = order.filter((index) => selectionSize(cells[index].selection) > 1);

  const refused = writeSingles(context, { cells, leaves, markAll: larger.length > 0 });
  if (refused) return takeBack(column, snapshot, refused);
  let equalSpread = false;
  for (const index of larger) {
    const answer = writeCell(context, base, cells[index]);
    if (!answer.ok) return takeBack(column, snapshot, named(answer.issues[0], index));
    equalSpread ||= answer.value.equalSpread;
    fixLeaves(mask, cells[index].selection);
  }
  const { changes, moved, edited } = unionChanges(column, snapshot);
  const held = edited.reduce((sum, selection) => sum + countFixed(base, selection), 0);
  return finishEdit(
    { ...context, mask: base },
    { heldTotals: options.heldTotals, edited, result: { changes, moved, held, equalSpread }, watched },
  );
}

const named = (found: Issue, cell: number): Issue => ({ ...found, params: { ...found.params, cell } });

function takeBack(column: ColumnData, snapshot: BlockSnapshot, refused: Issue): Result<LeafEdit> {
  restore(column, snapshot);
  return fail(refused);
}

/** Closed, frozen and held leaves, and those under a held total that lies whole in one cell and in no smaller one. */
function fixedBefore({ lines, column, cells, frozen = [], heldTotals = [], closedPeriods = [] }: BlockEdit): FreeMask {
  const mask = createMask(column);
  if (closedPeriods.length > 0) fixLeaves(mask, { rows: { first: 0, end: lines.count }, periods: closedPeriods });
  for (const selection of frozen) fixLeaves(mask, selection);
  for (const { selection } of heldTotals) {
    const size = selectionSize(selection);
    const touching = cells.filter((cell) => overlap(cell.selection, selection) > 0);
    const whole = touching.filter((cell) => overlap(cell.selection, selection) === size);
    if (size > 1 && whole.length > 0 && whole.length === touching.length) fixLeaves(mask, selection);
  }
  return mask;
}

const holdsIn = ({ frozen = [], heldTotals = [] }: BlockEdit, selection: Selection): string =>
  [
    ...frozen.filter((hold) => hold.id !== undefined && overlap(hold, selection) > 0),
    ...heldTotals.filter((hold) => overlap(hold.selection, selection) > 0),
  ]
    .map((hold) => hold.id)
    .join(', ');

/** A held total is not edited by writing over it. */
function holdItself({ cells, heldTotals = [] }: BlockEdit): Issue | null {
  for (const { id, selection, amount } of heldTotals) {
    const size = selectionSize(selection);
    const cell = cells.findIndex(
      ({ selection: own, total }) =>
        total !== amount && selectionSize(own) === size && overlap(own, selection) === size && size > 0,
    );
    if (cell >= 0) return issue('target/totalHeld', { amount, holds: id, cell });
  }
  return null;
}

/** Writes cells of one leaf each straight into the column. */
function writeSingles(
  { column, mask, holdsIn: namesIn, isClosed }: PartContext,
  { cells, leaves, markAll }: { cells: BlockCell[]; leaves: number[]; markAll: boolean },
): Issue | null {
  const written = column.value.map((value) => new Uint8Array(leaves.length > 0 ? value.length : 0));
  for (const index of leaves) {
    const { selection, total } = cells[index];
    const [period] = selection.periods;
    const at = isRange(selection.rows) ? selection.rows.first : selection.rows[0];
    if (total !== null && !(Number.isSafeInteger(total) && Math.abs(total) <= MAX_TOTAL))
      return issue('target/tooLarge', { amount: total, cell: index });
    const value = column.value[period];
    const state = column.state[period];
    const isSame = total === null ? (state[at] & SPOKEN) === 0 : (state[at] & SPOKEN) !== 0 && value[at] === total;
    if (isSame) {
      written[period][at] = 1;
      continue;
    }
    if (written[period][at] === 1)
      return issue('block/contradiction', { amount: total ?? 0, bound: value[at], cell: index });
    if ((mask.fixed[period][at] & FIXED) !== 0) {
      const amount = Math.abs((total ?? 0) - value[at]);
      return isClosed(selection)
        ? issue('target/periodClosed', { amount, cell: index })
        : issue('target/nothingFree', { amount, holds: namesIn(selection), cell: index });
    }
    written[period][at] = 1;
    value[at] = (total ?? 0) + 0;
    if (total === null) state[at] &= ~SPOKEN;
    else state[at] |= SPOKEN;
  }
  if (markAll) for (let period = 0; period < written.length; period++) fixMarked(mask, period, written[period]);
  return null;
}

function fixMarked(mask: FreeMask, period: number, marks: Uint8Array): void {
  if (!marks.includes(1)) return;
  fixLeaves(mask, { rows: new Uint32Array(0), periods: [period] });
  const fixed = mask.fixed[period];
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) fixed[i] |= FIXED;
}

/** One cell of several leaves, around what is written already. */
function writeCell(
  context: PartContext,
  base: FreeMask,
  { selection, total }: BlockCell,
): Result<{ equalSpread: boolean }> {
  if (total === null) {
    clearFree(context, selection);
    return { ok: true, value: { equalSpread: false } };
  }
  if (!Number.isSafeInteger(total)) return fail(issue('target/tooLarge', { amount: total }));
  const spread = spreadLimited(context, { selection, total });
  if (spread.ok) return spread;
  const { code } = spread.issues[0];
  if (code !== 'target/nothingFree' && code !== 'target/heldShortfall') return spread;
  const { lines, column, mask } = context;
  const free = (by: FreeMask): number => sumBlocks(openBlocks(lines, column, { mask: by, selection })).free;
  if (free(base) === free(mask)) return spread;
  const parts = sumBlocks(openBlocks(lines, column, { mask, selection }));
  return fail(issue('block/contradiction', { amount: total, bound: parts.fixedSum }));
}

function clearFree({ column, mask }: PartContext, { rows, periods }: Selection): void {
  for (const period of periods) {
    const value = column.value[period];
    const state = column.state[period];
    const fixed = mask.fixed[period];
    const count = isRange(rows) ? rows.end - rows.first : rows.length;
    for (let j = 0; j < count; j++) {
      const at = isRange(rows) ? rows.first + j : rows[j];
      if ((fixed[at] & FIXED) !== 0) continue;
      value[at] = 0;
      state[at] &= ~SPOKEN;
    }
  }
}

function countFixed({ fixed }: FreeMask, { rows, periods }: Selection): number {
  let count = 0;
  for (const period of periods) {
    const marks = fixed[period];
    if (isRange(rows)) for (let i = rows.first; i < rows.end; i++) count += (marks[i] & FIXED) >>> 1;
    else for (let j = 0; j < rows.length; j++) count += (marks[rows[j]] & FIXED) >>> 1;
  }
  return count;
}
