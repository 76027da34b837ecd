import { cellKey } from '~/domain/cell';
import type { ReferenceBand } from '~/domain/challenge';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { selectionTotals } from '~/engine/cube/index';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { OpenPlan, PlanDocument } from '../document';
import { measureOf } from '../measureValue';
import { added, updated } from '../records';
import { requirePlan, selectionOf } from '../resolve';
import { hasReason } from './guard';
import { goalAt } from './holds';
import { typeCells } from './typedCells';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Sets from which chance on a target is easy, fair or demanding, at which chance an amount counts as fair, when the ratchet is
 * flagged, and the reference bands beside our own figures. Chances must fall from easy to demanding between 0 and 1, the
 * correlation lie between 0 and 1, bands have a source and their ends in order; else all of it is refused. One rule per plan.
 */
export function setChallengeRule(
  document: PlanDocument,
  { rule }: Of<'challenge/setRule'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { id: plan } = required.value.plan;
  const { easy, fair, demanding, fairChance, ratchet, bands } = rule;
  const isFalling = 1 > easy && easy > fair && fair > demanding && demanding > 0;
  const isWithin = fairChance > 0 && fairChance < 1 && ratchet >= 0 && ratchet <= 1;
  if (!isFalling || !isWithin) return fail(issue('challenge/badLimits'));
  if (!bands.every(isWhole)) return fail(issue('challenge/badBand'));
  const old = [...document.records.challengeRule.values()].find((one) => one.plan === plan);
  const next = {
    id: old?.id ?? newId('cr', context),
    plan,
    easy,
    fair,
    demanding,
    fairChance,
    ratchet,
    bands: bands.map((band, i) => ({ ...band, id: band.id || newId('b', context, i) })),
  };
  return ok(recordsOnly([old ? updated('challengeRule', old, next) : added('challengeRule', next)]));
}

const isWhole = ({ low, high, source }: ReferenceBand): boolean =>
  Number.isFinite(low) && Number.isFinite(high) && low <= high && source.trim() !== '';

/**
 * Sets the targets of many nodes as one step, so that they are equally hard or that one becomes fair at the cost of others:
 * the leaves under each follow exactly, around locks, limits and closed periods, as in `targets/setCells`. All or nothing, the
 * refusal names its cell and what holds it. With `goals`, what a node answers for moves by as much as its target, where it was
 * set: its cushion stays. It must be said why; no cell is no change.
 */
export function balanceTargets(
  document: PlanDocument,
  command: Of<'targets/balance'>,
  context: CommandContext,
): Result<Outcome> {
  const { cells } = command;
  if (!hasReason(command)) return fail(issue('reason/needed'));
  const required = requirePlan(document);
  if (!required.ok) return required;
  const moved = command.goals ? movedGoals(document, required.value, cells) : [];
  const typed = typeCells(document, { name: 'targets/setCells', origin: 'relative', cells }, context);
  if (!typed.ok || moved.length === 0) return typed;
  const { change } = typed.value;
  return ok({ ...typed.value, change: { ...change, records: [...change.records, ...moved] } });
}

/** Goals of cells whose amounts add up; those of other measures are set by typing itself or say nothing of a sum. */
function movedGoals(
  document: PlanDocument,
  { open, plan }: { open: OpenPlan; plan: Plan },
  cells: Of<'targets/balance'>['cells'],
): RecordsDiff {
  return [...new Map(cells.map((one) => [cellKey(one.cell), one])).values()].flatMap(({ cell, amount }) => {
    const goal = goalAt(document, cell);
    const column = open.columns.get(columnKey(cell.column));
    const kind = measureOf(plan.groups[0].measures, cell.column.measure)?.kind ?? 'additive';
    if (!goal || !column || kind !== 'additive') return [];
    const by = amount - selectionTotals(column, selectionOf(document, plan, cell)).sum;
    return by === 0 ? [] : [updated('goal', goal, { ...goal, amount: goal.amount + by })];
  });
}
