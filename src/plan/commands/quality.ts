import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';

/** Lets a finding of the quality page stand, with the reason a person gave; null brings it back. */
export function dismissFinding(
  document: PlanDocument,
  { finding: id, why }: Extract<Command, { name: 'quality/dismiss' }>,
): Result<Outcome> {
  const old = document.records.dismissal.get(id);
  if (why === null) return old ? ok(recordsOnly([removed('dismissal', old)])) : fail(issue('quality/unknown'));
  const made = { id, why: why.trim() };
  return ok(recordsOnly([old ? updated('dismissal', old, made) : added('dismissal', made)]));
}
