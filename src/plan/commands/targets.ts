import { type CellRef, cellKey } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  appendLines,
  type ColumnData,
  createColumn,
  findLine,
  rowCount,
  type Selection,
  selectionTotals,
} from '~/engine/cube/index';
import { clearLeaves, editTotal, type LeafEdit } from '~/engine/targets/index';
import { type CommandContext, noEffect, type Outcome } from '../context';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { boundsOf, requirePlan, selectionOf } from '../resolve';
import { refusalWithNames } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Sets the sum of a cell at any level, in minor units; the leaves under it follow exactly, holds stay. A cell without a
 * line under it gets one: dimensions the address leaves open take their only member, else *unassigned*. Refused with the
 * shortfall and the names of the holds where they make the amount impossible; nothing is changed then.
 */
export function setCell(
  document: PlanDocument,
  command: Pick<Of<'targets/setCell'>, 'cell' | 'amount' | 'method'>,
  _context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const added = ensureLine(document, required.value.open, command.cell);
  const { open, plan, key, column, selection } = cellIn(document, required.value, command.cell);
  const before = selectionTotals(column, selection);
  const edited = editTotal({
    lines: open.lines,
    column,
    edit: selection,
    total: command.amount,
    ...boundsOf(document, plan, key),
    method: command.method === 'equal' ? { kind: 'equal' } : { kind: 'proportional' },
  });
  if (!edited.ok) return fail(...edited.issues.map((found) => refusalWithNames(document, found, before.held)));
  return ok({
    change: { records: [], cells: added ? [added.delta] : [] },
    edits: [{ column: key, edit: edited.value }],
    linesAdded: added ? { first: added.first, count: 1 } : undefined,
    effect: { ...effectOf(edited.value, before), after: command.amount, linesAdded: added ? 1 : 0 },
  });
}

/** Makes a cell blank: nobody has spoken. Held and closed leaves stay. */
export function clearCell(document: PlanDocument, command: Of<'targets/clearCell'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan, key, column, selection } = cellIn(document, required.value, command.cell);
  if (rowCount(selection.rows) === 0) return fail(issue('target/noLines'));
  const before = selectionTotals(column, selection);
  const cleared = clearLeaves({ lines: open.lines, column, edit: selection, ...boundsOf(document, plan, key) });
  if (!cleared.ok) return fail(...cleared.issues.map((found) => refusalWithNames(document, found)));
  const after = selectionTotals(column, selection);
  return ok({
    change: { records: [], cells: [] },
    edits: [{ column: key, edit: cleared.value }],
    effect: { ...effectOf(cleared.value, before), after: after.spoken > 0 ? after.sum : null },
  });
}

/** Spreads what a goal still leaves open onto the leaves under it, so that rollup = goal. */
export function fillUnallocated(
  document: PlanDocument,
  command: Of<'targets/fillUnallocated'>,
  context: CommandContext,
): Result<Outcome> {
  const key = cellKey(command.cell);
  for (const goal of document.records.goal.values()) {
    if (goal.plan !== document.open?.id || cellKey(goal.cell) !== key) continue;
    return setCell(document, { cell: command.cell, amount: goal.amount }, context);
  }
  return fail(issue('goal/unknown'));
}

/** What a command needs of the cell it was given: its column and its leaves. */
export function cellIn(document: PlanDocument, { open, plan }: { open: OpenPlan; plan: Plan }, cell: CellRef) {
  const key = columnKey(cell.column);
  return { open, plan, key, column: columnOf(open, plan, key), selection: selectionOf(document, plan, cell) };
}

/** The column a command edits; it comes into being, blank, when first spoken of. */
export function columnOf(open: OpenPlan, plan: Plan, key: string): ColumnData {
  const existing = open.columns.get(key);
  if (existing) return existing;
  const column = createColumn(open.lines.lineId.length, plan.periods.length);
  open.columns.set(key, column);
  return column;
}

const effectOf = (edit: LeafEdit, before: { sum: number; spoken: number }): Outcome['effect'] => ({
  ...noEffect,
  leaves: edit.moved,
  held: edit.held,
  equalSpread: edit.equalSpread,
  before: before.spoken > 0 ? before.sum : null,
});

/** Adds the line an address without any speaks of. Null where there are lines already. */
function ensureLine(document: PlanDocument, open: OpenPlan, cell: CellRef) {
  const { lines } = open;
  const plan = document.records.plan.get(open.id);
  if (!plan) return null;
  const selection: Selection = selectionOf(document, plan, cell);
  if (rowCount(selection.rows) > 0) return null;
  const tuple = lines.dimensions.map((dimension) => cell.at[dimension] ?? onlyMember(document, dimension));
  if (findLine(lines, tuple) !== null) return null;
  const codes = tuple.map((code) => Uint32Array.of(code));
  const first = appendLines(lines, [...open.columns.values()], codes);
  return {
    first,
    delta: {
      kind: 'lines' as const,
      plan: open.id,
      group: open.group,
      generation: plan.generation,
      first,
      codes,
    },
  };
}

function onlyMember(document: PlanDocument, dimension: string): number {
  const codes = membersOf(document, dimension).byCode.filter((member) => member && !member.archived);
  return codes.length === 1 ? (codes[0]?.code ?? 0) : 0;
}
