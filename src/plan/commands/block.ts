import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { type Issue, issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { removeTail, rowCount, SPOKEN } from '~/engine/cube/index';
import { type BlockCell, editBlock, type LeafEdit, revertEdit } from '~/engine/targets/index';
import { noEffect, type Outcome } from '../context';
import type { OpenPlan, PlanDocument } from '../document';
import { boundsOf, requirePlan } from '../resolve';
import { rowsOfCells } from '../rowsOfCells';
import { lineToFollow } from '../spread/lineToFollow';
import { addLinesOf, columnOf } from './cellEdit';
import { cellName, refusalWithNames } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;
type Cells = Of<'targets/setCells'>['cells'];

/** More cells at once are refused: they would take longer than a person waits. */
export const MOST_CELLS = 200_000;

/**
 * Writes many cells of any columns and levels as one step: a paste, a fill, a clearing, a relative change. Amounts in
 * minor units, null = blank. A cell within another one of the list wins over it; the outer one gets its amount by its
 * other leaves. All or nothing: a refusal names its cell, holds and limits. Cells without lines get them as in `setCell`;
 * clearing adds none. No cells is no change.
 */
export function setCells(document: PlanDocument, command: Of<'targets/setCells'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { cells } = command;
  if (cells.length > MOST_CELLS) return fail(issue('block/tooLarge', { cells: cells.length, most: MOST_CELLS }));
  const refs = cells.map(({ cell }) => cell);
  let rows = rowsOfCells(document, open, refs);
  const added = addLinesOf(
    document,
    refs.filter((_, c) => rowCount(rows[c]) === 0 && cells[c].amount !== null),
  );
  if (added) rows = rowsOfCells(document, open, refs);
  const takeBack = (edits: Outcome['edits'], issues: Issue[]): Result<Outcome> => {
    for (const { column, edit } of edits.toReversed()) revertEdit(columnOf(open, plan, column), edit);
    if (added) removeTail(open.lines, [...open.columns.values()], added.first);
    return fail(...issues);
  };

  const edits: Outcome['edits'] = [];
  for (const [key, members] of byColumn(cells)) {
    const block: BlockCell[] = [];
    const written: number[] = [];
    for (const c of members) {
      const periods = periodsOf(plan, cells[c].cell);
      if (rowCount(rows[c]) === 0 && cells[c].amount !== null)
        return takeBack(edits, [issue('target/noLines', {}, placeOf(document, cells[c].cell))]);
      if (rowCount(rows[c]) === 0) continue;
      block.push({ selection: { rows: rows[c], periods }, total: cells[c].amount });
      written.push(c);
    }
    if (block.length === 0) continue;
    const column = columnOf(open, plan, key);
    const edited = editBlock({
      lines: open.lines,
      column,
      cells: block,
      otherwise: lineToFollow(open, cells[members[0]].cell.column),
      ...boundsOf(document, plan, key),
    });
    if (!edited.ok)
      return takeBack(
        edits,
        edited.issues.map((found) => placed(document, found, (index) => cells[written[index]].cell)),
      );
    edits.push({ column: key, edit: edited.value });
  }
  return ok({
    change: { records: [], cells: added ? [added.delta] : [] },
    edits,
    linesAdded: added ? { first: added.first, count: added.count } : undefined,
    effect: { ...effectOf(open, edits), linesAdded: added?.count ?? 0 },
  });
}

function byColumn(cells: Cells): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  cells.forEach(({ cell }, c) => {
    const key = columnKey(cell.column);
    const group = groups.get(key);
    if (group) group.push(c);
    else groups.set(key, [c]);
  });
  return groups;
}

/** Numbers of the periods of a cell; those that are not the plan's are a programmer's error. */
function periodsOf(plan: Plan, { periods }: CellRef): number[] {
  return periods.map((id) => {
    const index = plan.periods.findIndex((period) => period.id === id);
    if (index < 0) throw new RangeError(`period ${id} is not in plan ${plan.id}`);
    return index;
  });
}

/** The kernel's index of a cell becomes the place a person can find. */
function placed(document: PlanDocument, found: Issue, cellAt: (index: number) => CellRef): Issue {
  const { cell, ...params } = found.params ?? {};
  const told = refusalWithNames(document, { ...found, params });
  return typeof cell === 'number' ? { ...told, place: placeOf(document, cellAt(cell)) } : told;
}

const placeOf = (document: PlanDocument, cell: CellRef): Issue['place'] => ({ node: cellName(document, cell) });

/** Sums of the whole block before and after; blank before where no leaf of it spoke. */
function effectOf(open: OpenPlan, edits: { column: string; edit: LeafEdit }[]): Outcome['effect'] {
  const effect = { ...noEffect };
  let before = 0;
  let after = 0;
  let spokeBefore = false;
  let speaks = false;
  for (const { column, edit } of edits) {
    effect.leaves += edit.moved;
    effect.held += edit.held;
    effect.equalSpread ||= edit.equalSpread;
    const values = open.columns.get(column)?.value;
    for (const { period, rows, old, oldState, newState } of edit.changes) {
      const now = values?.[period];
      for (let j = 0; j < old.length; j += 1) {
        before += old[j];
        after += now?.[rows instanceof Uint32Array ? rows[j] : rows.first + j] ?? 0;
        spokeBefore ||= (oldState[j] & SPOKEN) !== 0;
        speaks ||= (newState[j] & SPOKEN) !== 0;
      }
    }
  }
  return { ...effect, before: spokeBefore ? before : null, after: speaks ? after : null };
}
