import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { BASELINE, columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type ColumnData, type LeafEdit, ownPeriod, type Selection, SPOKEN } from '~/engine/cube/index';
import { editTotal } from '~/engine/targets/index';
import { firstYear } from '../baseFacts';
import { type CommandContext, noEffect, type Outcome } from '../context';
import type { OpenPlan, PlanDocument } from '../document';
import { factsOf } from '../facts';
import { updated } from '../records';
import { type RefreshedBase, refreshedBase } from '../refreshedBase';
import { boundsOf, requirePlan } from '../resolve';
import { columnOf } from './cellEdit';
import { goalAt } from './holds';
import { refusalWithNames } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Takes the base anew from today's orders: the baseline column and the plan's note of it change; `before` and `after` are
 * its totals. Unless the target is kept, it moves by the same growth it had on the base, around all holds, and the goal of the
 * whole plan with it; an impossible one refuses the whole command.
 */
export function refreshBase(
  document: PlanDocument,
  command: Of<'plan/refreshBase'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const facts = factsOf(document, open.lines.dimensions, plan.pools);
  if (!facts || plan.base.kind === 'none') return fail(issue('plan/noBase'));
  const base = refreshedBase(document, required.value, { facts, today: context.today });
  const key = columnKey(WORKING_TARGET);
  const target = columnOf(open, plan, key);
  const year = firstYear(plan).periods;
  const whole: Selection = { rows: { first: 0, end: open.lines.count }, periods: year.map((_, p) => p) };
  const edits: Outcome['edits'] = [];
  const records: RecordsDiff = [updated('plan', plan, { ...plan, base: base.summary })];
  if (!command.keepTarget && base.targetAfter !== null) {
    const edited = editTotal({
      lines: open.lines,
      column: target,
      edit: whole,
      total: base.targetAfter,
      ...boundsOf(document, plan, key),
    });
    if (!edited.ok) return fail(...edited.issues.map((found) => refusalWithNames(document, found)));
    edits.push({ column: key, edit: edited.value });
    // A target of zero grows to zero: its goal stays.
    records.push(...movedGoal(document, plan, base.target ? base.targetAfter / base.target : 1));
  }
  const baseline = columnOf(open, plan, columnKey(BASELINE));
  edits.push({ column: columnKey(BASELINE), edit: rewrite(open, baseline, base.column) });
  return ok({
    change: { records, cells: [] },
    edits,
    effect: {
      ...noEffect,
      leaves: edits.reduce((all, { edit }) => all + edit.moved, 0),
      before: plan.base.total,
      after: base.summary.total,
    },
  });
}

/** The goal of the plan's first year, which grows from the base, keeps its distance to the target that moved. */
function movedGoal(document: PlanDocument, plan: Plan, factor: number): RecordsDiff {
  const periods = firstYear(plan).periods.map(({ id }) => id);
  const goal = goalAt(document, { column: WORKING_TARGET, at: {}, periods });
  return goal ? [updated('goal', goal, { ...goal, amount: Math.round(goal.amount * factor) })] : [];
}

/** Overwrites a derived column as one edit that can be taken back. */
function rewrite(open: OpenPlan, column: ColumnData, wanted: RefreshedBase['column']): LeafEdit {
  const { count } = open.lines;
  let moved = 0;
  const changes = wanted.map(({ value, spoken }, period) => {
    const old = column.value[period].slice(0, count);
    const oldState = column.state[period].slice(0, count);
    const newState = new Uint8Array(count).fill(spoken ? SPOKEN : 0);
    for (let i = 0; i < count; i += 1) if (old[i] !== value[i] || oldState[i] !== newState[i]) moved += 1;
    ownPeriod(column, period);
    column.value[period].set(value);
    column.state[period].set(newState);
    return { period, rows: { first: 0, end: count }, old, oldState, new: value, newState };
  });
  return { changes, moved, held: 0, equalSpread: false };
}
