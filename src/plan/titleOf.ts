import type { DimensionId } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from './document';

/** What people call a dimension: the plan's own title, else the one another plan of the workspace gave it, else ''. */
export function titleOf(document: PlanDocument, plan: Plan, dimension: DimensionId): string {
  const own = plan.titles?.[dimension];
  if (own) return own;
  for (const other of document.records.plan.values()) {
    const title = other.titles?.[dimension];
    if (title) return title;
  }
  return '';
}
