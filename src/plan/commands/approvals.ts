import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Approval, ApprovalState } from '~/domain/scenario';
import { selectionTotals } from '~/engine/cube/index';
import { approvalState, approvalSteps } from '../approval';
import { approvedBytes } from '../approvedBytes';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added } from '../records';
import { requirePlan } from '../resolve';
import { hasReason } from './guard';

type Step = Extract<Command, { name: `approvals/${string}` }>;

/** From which states a step leads where, and what it asks for. An approved plan that was changed may be submitted anew. */
const STEPS: Record<Step['name'], { from: readonly ApprovalState[]; to: ApprovalState }> = {
  'approvals/submit': { from: ['draft', 'returned', 'recalled', 'approved'], to: 'submitted' },
  'approvals/return': { from: ['submitted'], to: 'returned' },
  'approvals/approve': { from: ['submitted'], to: 'approved' },
  'approvals/recall': { from: ['submitted', 'approved'], to: 'recalled' },
};

/**
 * One step of approval: draft → submitted → returned or approved; recalled from either. It keeps the digest of what the
 * plan says then (`approvedBytes`), the entry and the total, so that anyone can tell later whether it was changed. That
 * proves integrity, not identity: the name is what the person at the device calls itself. Returning, and recalling what
 * was approved, need a reason. Refused: a step from another state, approving what was changed since it was submitted,
 * submitting again what is approved and unchanged.
 */
export function stepApproval(document: PlanDocument, command: Step, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  if (!context.digest) throw new TypeError('an approval needs a digest');
  const state = approvalState(document, plan.id);
  const step = STEPS[command.name];
  if (!step.from.includes(state)) return fail(issue('approval/wrongState', { state }));
  const hash = context.digest(approvedBytes(document));
  const isUnchanged = approvalSteps(document, plan.id).at(-1)?.hash === hash;
  if (command.name === 'approvals/submit' && state === 'approved' && isUnchanged)
    return fail(issue('approval/wrongState', { state }));
  if (command.name === 'approvals/approve' && !isUnchanged) return fail(issue('approval/changedSince'));
  const asks = command.name === 'approvals/return' || (command.name === 'approvals/recall' && state === 'approved');
  if (asks && !hasReason(command)) return fail(issue('reason/needed'));
  const target = open.columns.get(columnKey(WORKING_TARGET));
  const whole = { rows: { first: 0, end: open.lines.count }, periods: plan.periods.map((_, p) => p) };
  const totals = target ? selectionTotals(target, whole) : null;
  const approval: Approval = {
    id: newId('ap', context),
    plan: plan.id,
    state: step.to,
    hash,
    seq: context.seq,
    total: totals && totals.spoken > 0 ? totals.sum : null,
    who: context.who ?? '',
    note: command.reason?.trim() ?? '',
    wallTime: context.now,
  };
  return ok({ change: { records: [added('approval', approval)], cells: [] }, edits: [], effect: noEffect });
}
