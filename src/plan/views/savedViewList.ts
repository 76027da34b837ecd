import { ok, type Result } from '~/domain/result';
import type { SavedView } from '~/domain/savedView';
import type { PlanDocument } from '../document';
import { requirePlan } from '../resolve';

/** The saved views of the open plan by name, then in the order they were made. */
export function savedViewList(document: PlanDocument): Result<SavedView[]> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  return ok(
    [...document.records.savedView.values()]
      .filter((view) => view.plan === required.value.plan.id)
      .sort((a, b) => (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1)),
  );
}
