import { ok, type Result } from '~/domain/result';
import type { ApprovalView } from '~/domain/scenario';
import { approvalSteps } from '../approval';
import type { PlanDocument } from '../document';
import { requirePlan } from '../resolve';

/**
 * Where the open plan stands in its approval, and whether it is still what the newest step speaks of; `hash` is the digest
 * of what it says now. Without a step it is an unchanged draft, of which no digest is taken: '' (a large plan takes a
 * moment, and a draft is asked about all the time).
 */
export function approvalView(document: PlanDocument, hashOf: () => string): Result<ApprovalView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const steps = approvalSteps(document, required.value.plan.id).reverse();
  const [newest] = steps;
  if (!newest) return ok({ state: 'draft', steps, unchanged: true, hash: '' });
  const hash = hashOf();
  return ok({ state: newest.state, steps, unchanged: newest.hash === hash, hash });
}
