import { ok, type Result } from '~/domain/result';
import type { ApprovalView } from '~/domain/scenario';
import { approvalSteps } from '../approval';
import type { PlanDocument } from '../document';
import { requirePlan } from '../resolve';

/**
 * Where the open plan stands in its approval, and whether it is still what the newest step speaks of; `hash` is the digest
 * of what it says now. Without a step it is an unchanged draft.
 */
export function approvalView(document: PlanDocument, hash: string): Result<ApprovalView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const steps = approvalSteps(document, required.value.plan.id).reverse();
  const [newest] = steps;
  return ok({
    state: newest?.state ?? 'draft',
    steps,
    unchanged: newest === undefined || newest.hash === hash,
    hash,
  });
}
