import type { CellRef } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { type Column, columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  type ColumnData,
  commonRows,
  HELD,
  overlap,
  rowCount,
  rowList,
  type Selection,
  SPOKEN,
  selectionTotals,
} from '~/engine/cube/index';
import { copyLeaves, editTotal, percentOf } from '~/engine/targets/index';
import { noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { boundsOf, holdsOf, requirePlan, selectionOf } from '../resolve';
import { columnOf, editCell } from './cellEdit';
import { cellName } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

export interface ColumnCopy {
  from: Column;
  to: CellRef;
  /** 100 = as they are. */
  percent: number;
  /** Records that change with it. */
  records?: RecordsDiff;
}

/**
 * Copies the values under a cell of one column to another, each by so many percent; the sum is exact to the minor unit.
 * Blank stays blank. What is held, closed or limited in the goal stays: then the rest of the sum is laid on what is free
 * in proportion to the source (a leaf the source says nothing of becomes 0), or the copy is refused with the names. A
 * whole column as it is shares the source's segments. Refused: a source in which nothing is said there, no lines there, a
 * percentage below 0.
 */
export function copyColumn(document: PlanDocument, command: ColumnCopy): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { to, percent, records = [] } = command;
  if (!isShare(percent)) return fail(issue('number/notUnderstood', { text: percent }));
  const from = columnKey(command.from);
  const source = open.columns.get(from);
  const selection = selectionOf(document, plan, to);
  if (rowCount(selection.rows) === 0) return fail(issue('target/noLines'));
  const given = source ? selectionTotals(source, selection) : null;
  if (!source || !given || given.spoken === 0) return fail(issue('column/unknown'));
  const total = percentOf(given.sum, percent);
  if (total === null) return fail(issue('target/tooLarge', { amount: given.sum }));

  const key = columnKey(to.column);
  const goal = open.columns.get(key);
  const before = goal ? selectionTotals(goal, selection) : null;
  const shown = { before: before && before.spoken > 0 ? before.sum : null, after: total };
  if (!isBound(document, plan, { key, source, goal, selection, percent })) {
    const isFree = given.held === 0 && (before?.held ?? 0) === 0;
    if (isWhole(plan, to) && percent === 100 && isFree && from !== key) {
      const effect = { ...noEffect, ...shown, leaves: differing(source, goal, selection) };
      return ok({ change: { records, cells: [] }, edits: [], swaps: [{ from, to: key }], effect });
    }
    const edited = copyLeaves({
      lines: open.lines,
      from: source,
      to: columnOf(open, plan, key),
      edit: selection,
      percent,
    });
    if (!edited.ok) return edited;
    const effect = { ...noEffect, ...shown, leaves: edited.value.moved };
    return ok({ change: { records, cells: [] }, edits: [{ column: key, edit: edited.value }], effect });
  }
  return editCell(document, {
    cell: to,
    records,
    run: (kernel) => editTotal({ ...kernel, total, method: { kind: 'weights', weight: [...source.value] } }),
  });
}

/** A percentage that a part of an amount can be taken by. */
export const isShare = (percent: number): boolean => Number.isFinite(percent) && percent >= 0;

/**
 * Makes a whole target line blank: nobody has spoken. A lock in it refuses by its name, as nothing but its release takes
 * a lock away.
 */
export function clearColumn(document: PlanDocument, command: Of<'columns/clear'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const key = columnKey(command.column);
  const column = open.columns.get(key);
  const whole = { rows: { first: 0, end: open.lines.count }, periods: plan.periods.map((_, p) => p) };
  const before = column ? selectionTotals(column, whole) : null;
  if (!before || before.spoken === 0) return fail(issue('column/unknown'));
  const holds = holdsOf(document, plan.id, key);
  if (holds.length > 0 || before.held > 0) {
    return fail(
      issue('target/nothingFree', {
        amount: before.sum,
        cells: before.held,
        holds: holds.map((hold) => cellName(document, hold.cell)).join('; '),
        holdIds: holds.map((hold) => hold.id).join(','),
      }),
    );
  }
  if (plan.closedPeriods.length > 0) return fail(issue('target/periodClosed', { amount: before.sum }));
  return ok({
    change: { records: [], cells: [] },
    edits: [],
    swaps: [{ from: null, to: key }],
    effect: { ...noEffect, leaves: before.spoken, before: before.sum, after: null },
  });
}

/**
 * Something that stays in the goal is in the way: a leaf that may not move and is not yet what the copy would make it, a
 * held total or a limit over part of the cell. What stays and is right already (months before a member joins are blank on
 * both sides) is no reason to lay the sum anew.
 */
function isBound(
  document: PlanDocument,
  plan: Plan,
  copy: { key: string; source: ColumnData; goal: ColumnData | undefined; selection: Selection; percent: number },
): boolean {
  const { selection, goal } = copy;
  const { frozen, heldTotals, closedPeriods, sumLimits } = boundsOf(document, plan, copy.key);
  if (heldTotals.some((hold) => overlap(hold.selection, selection) > 0)) return true;
  if (sumLimits.some((limit) => overlap(limit.selection, selection) > 0)) return true;
  const closed = selection.periods.filter((period) => closedPeriods.includes(period));
  const fixed: Selection[] = [{ rows: selection.rows, periods: closed }];
  for (const hold of frozen) {
    const periods = selection.periods.filter((period) => hold.periods.includes(period));
    if (periods.length > 0) fixed.push({ rows: commonRows(hold.rows, selection.rows), periods });
  }
  if (fixed.some((leaves) => isDifferent(copy, leaves, 0))) return true;
  return goal !== undefined && isDifferent(copy, selection, HELD);
}

/** Whether the copy would change any of these leaves of the goal; with a bit, only those whose state has it. */
function isDifferent(
  { source, goal, percent }: { source: ColumnData; goal: ColumnData | undefined; percent: number },
  { rows, periods }: Selection,
  bit: number,
): boolean {
  const list = rowList(rows);
  return periods.some((period) => {
    const [wanted, said] = [source.value[period], source.state[period]];
    const [value, state] = [goal?.value[period], goal?.state[period]];
    if (wanted === value && percent === 100) return false;
    return list.some((row) => {
      const bits = state?.[row] ?? 0;
      if (bit !== 0 && (bits & bit) === 0) return false;
      const isBlank = ((said[row] | bits) & SPOKEN) === 0;
      const isSame = ((said[row] ^ bits) & SPOKEN) === 0 && wanted[row] === (value?.[row] ?? 0);
      return !(isBlank || (isSame && percent === 100));
    });
  });
}

/** A cell that is all of its column, lines that are to come included. */
const isWhole = (plan: Plan, cell: CellRef): boolean =>
  Object.keys(cell.at).length === 0 && !cell.within?.length && new Set(cell.periods).size === plan.periods.length;

/** How many leaf values are not what they were. */
function differing(source: ColumnData, goal: ColumnData | undefined, { rows, periods }: Selection): number {
  if (!goal) return selectionTotals(source, { rows, periods }).spoken;
  const { length } = source.value[0];
  let leaves = 0;
  for (const period of periods) {
    if (source.value[period] === goal.value[period]) continue;
    for (let i = 0; i < length; i += 1) {
      if (source.value[period][i] !== goal.value[period][i] || source.state[period][i] !== goal.state[period][i])
        leaves += 1;
    }
  }
  return leaves;
}
