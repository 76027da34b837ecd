import type { Approval, ApprovalState } from '~/domain/scenario';
import type { PlanDocument } from './document';

/** The steps of a plan's approval, oldest first. */
export const approvalSteps = (document: PlanDocument, plan: string): Approval[] =>
  [...document.records.approval.values()]
    .filter((step) => step.plan === plan)
    .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));

/** Where a plan stands: the state of its newest step, a draft without any. */
export const approvalState = (document: PlanDocument, plan: string): ApprovalState =>
  approvalSteps(document, plan).at(-1)?.state ?? 'draft';
