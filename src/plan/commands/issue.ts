import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { IssueRecord } from '~/domain/scenario';
import { selectionTotals } from '~/engine/cube/index';
import { approvalState } from '../approval';
import type { ColumnSwap } from '../columnSwaps';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added } from '../records';
import { requirePlan } from '../resolve';
import { hasReason } from './guard';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** The issues of a plan, oldest first. */
export const issuesOf = (document: PlanDocument, plan: string): IssueRecord[] =>
  [...document.records.issue.values()].filter((record) => record.plan === plan).sort((a, b) => a.no - b.no);

/**
 * Hands the working target down: every measure of it becomes the issued version, which pay, scorecards and attainment
 * stand on and no re-spread moves. The first issue needs no reason, each later one does. While the plan waits for
 * approval, or was returned, nothing is issued. Refused: a working target in which nothing is said.
 */
export function issuePlan(document: PlanDocument, command: Of<'plan/issue'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const state = approvalState(document, plan.id);
  if (state === 'submitted' || state === 'returned') return fail(issue('approval/wrongState', { state }));
  const target = open.columns.get(columnKey(WORKING_TARGET));
  const whole = { rows: { first: 0, end: open.lines.count }, periods: plan.periods.map((_, p) => p) };
  const given = target ? selectionTotals(target, whole) : null;
  if (!given || given.spoken === 0) return fail(issue('column/unknown'));
  const before = issuesOf(document, plan.id).at(-1);
  if (before && !hasReason(command)) return fail(issue('reason/needed'));
  const record: IssueRecord = {
    id: newId('is', context),
    plan: plan.id,
    no: (before?.no ?? 0) + 1,
    at: context.now,
    who: context.who ?? '',
    reason: command.reason?.trim() ?? '',
    total: given.sum,
  };
  return ok({
    change: { records: [added('issue', record)], cells: [] },
    edits: [],
    swaps: issueSwaps([...open.columns.keys()]),
    effect: { ...noEffect, leaves: given.spoken, before: before?.total ?? null, after: given.sum },
  });
}

/** Every measure of the working target over its issued version; what was issued and is planned no more goes blank. */
function issueSwaps(keys: readonly string[]): ColumnSwap[] {
  const { scenario } = WORKING_TARGET;
  const measures = (layer: string): string[] =>
    keys
      .filter((key) => key.startsWith(`${scenario}/${layer}/`))
      .map((key) => key.slice(scenario.length + layer.length + 2));
  const planned = measures('target');
  return [
    ...planned.map((measure) => ({ from: `${scenario}/target/${measure}`, to: `${scenario}/issued/${measure}` })),
    ...measures('issued')
      .filter((measure) => !planned.includes(measure))
      .map((measure) => ({ from: null, to: `${scenario}/issued/${measure}` })),
  ];
}
