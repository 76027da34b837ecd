import { ok, type Result } from '~/domain/result';
import type { NoteLine } from '~/domain/scenario';
import type { PlanDocument } from '../document';
import { requirePlan } from '../resolve';
import { labelsOf } from './changeLines';

/** Every note of the open plan, newest first, with the names of its cell as they are now; the whole plan has none. */
export function noteLines(document: PlanDocument): Result<NoteLine[]> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  return ok(
    [...document.records.note.values()]
      .filter((note) => note.plan === required.value.plan.id)
      .sort((a, b) => (a.wallTime === b.wallTime ? (a.id < b.id ? 1 : -1) : a.wallTime < b.wallTime ? 1 : -1))
      .map((note) => ({ ...note, labels: labelsOf(document, note.cell.at) })),
  );
}
