import { type CellRef, cellKey, type Goal, type Hold } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { overlap, rowCount, type Selection, selectionSize, selectionTotals } from '~/engine/cube/index';
import { setHeld } from '~/engine/targets/index';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { holdsOf, requirePlan, selectionOf } from '../resolve';
import { cellIn } from './cellEdit';
import { holdName } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Holds a cell. A single leaf is held by its own bit; *freeze* above that is a record that also covers lines to come;
 * *total* keeps the present sum while the parts may move. Blank totals cannot be held: there is nothing to keep.
 */
export function addHold(document: PlanDocument, command: Of<'holds/add'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan, key, column, selection } = cellIn(document, required.value, command.cell);
  const totals = selectionTotals(column, selection);
  if (rowCount(selection.rows) === 0) return fail(issue('target/noLines'));
  const leaf =
    rowCount(selection.rows) === 1 &&
    selection.periods.length === 1 &&
    isFullAddress(command.cell, open.lines.dimensions);
  if (leaf) {
    return ok(outcome([], [{ column: key, edit: setHeld(column, selection, true) }], totals.leaves));
  }
  if (command.kind === 'total' && totals.spoken === 0) return fail(issue('hold/needsLeafValues'));
  const same = holdsOf(document, plan.id, key).filter((hold) => cellKey(hold.cell) === cellKey(command.cell));
  const hold: Hold = {
    id: newId('h', context),
    plan: plan.id,
    cell: command.cell,
    kind: command.kind,
    amount: command.kind === 'total' ? totals.sum : null,
  };
  const records: RecordsDiff = [...same.map((old) => removed('hold', old)), added('hold', hold)];
  return ok(outcome(records, [], totals.leaves));
}

/**
 * Releases what holds a cell: the bits of its leaves and the records at or below it. A record from above is not released
 * from here; it is named instead.
 */
export function releaseHold(document: PlanDocument, command: Of<'holds/release'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan, key, column, selection } = cellIn(document, required.value, command.cell);
  const before = selectionTotals(column, selection);
  const holds = holdsOf(document, plan.id, key);
  const below = holds.filter((hold) => isWithin(selectionOf(document, plan, hold.cell), selection));
  if (below.length === 0 && before.held === 0) {
    const above = holds.find((hold) => overlap(selectionOf(document, plan, hold.cell), selection) > 0);
    return above
      ? fail(issue('hold/heldFromAbove', { hold: holdName(document, above), holdIds: above.id }))
      : fail(issue('hold/unknown'));
  }
  const edits = before.held > 0 ? [{ column: key, edit: setHeld(column, selection, false) }] : [];
  return ok(
    outcome(
      below.map((hold) => removed('hold', hold)),
      edits,
      before.leaves,
    ),
  );
}

/** Removes one hold record by id, wherever it was found named. */
export function removeHold(document: PlanDocument, command: Of<'holds/remove'>): Result<Outcome> {
  const hold = document.records.hold.get(command.hold);
  return hold ? ok(outcome([removed('hold', hold)], [], 0)) : fail(issue('hold/unknown'));
}

/** What a node answers for, beside its rollup; setting it again replaces it. */
export function setGoal(document: PlanDocument, command: Of<'goals/set'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const old = goalAt(document, command.cell);
  const goal: Goal = {
    id: old?.id ?? newId('g', context),
    plan: required.value.plan.id,
    cell: command.cell,
    amount: command.amount,
    ...(command.reason ? { reason: command.reason } : {}),
  };
  const result = outcome([old ? updated('goal', old, goal) : added('goal', goal)], [], 0);
  return ok({ ...result, effect: { ...result.effect, before: old?.amount ?? null, after: command.amount } });
}

export function clearGoal(document: PlanDocument, command: Of<'goals/clear'>): Result<Outcome> {
  const goal = goalAt(document, command.cell);
  return goal ? ok(outcome([removed('goal', goal)], [], 0)) : fail(issue('goal/unknown'));
}

export function goalAt(document: PlanDocument, cell: CellRef): Goal | null {
  const key = cellKey(cell);
  for (const goal of document.records.goal.values()) {
    if (goal.plan === document.open?.id && cellKey(goal.cell) === key) return goal;
  }
  return null;
}

const outcome = (records: RecordsDiff, edits: Outcome['edits'], leaves: number): Outcome => ({
  change: { records, cells: [] },
  edits,
  effect: { ...noEffect, leaves },
});

const isFullAddress = (cell: CellRef, dimensions: string[]): boolean =>
  dimensions.every((dimension) => cell.at[dimension] !== undefined);

const isWithin = (inner: Selection, outer: Selection): boolean =>
  selectionSize(inner) > 0 && overlap(inner, outer) === selectionSize(inner);
