import type { Command } from '~/domain/command';
import { foldKey } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Keeps a question to the customer list under a name; '' as id makes a new one, a known id replaces it. Space around the name
 * does not count. Refused: an id that is not there, no name, and a name that another one has, whatever case or width.
 */
export function saveFilter(
  document: PlanDocument,
  { filter }: Of<'filters/save'>,
  context: CommandContext,
): Result<Outcome> {
  const { savedFilter } = document.records;
  const old = filter.id === '' ? null : savedFilter.get(filter.id);
  if (old === undefined) return fail(issue('filter/unknown'));
  const name = filter.name.trim();
  if (name === '') return fail(issue('filter/noName'));
  const key = foldKey(name);
  for (const other of savedFilter.values()) {
    if (other.id !== old?.id && foldKey(other.name) === key) return fail(issue('filter/nameTaken', { name }));
  }
  const saved = { ...filter, id: old?.id ?? newId('f', context), name };
  return ok(recordsOnly([old ? updated('savedFilter', old, saved) : added('savedFilter', saved)]));
}

/** Forgets a saved filter of the customer list; one that is not known is refused. */
export function removeFilter(document: PlanDocument, { id }: Of<'filters/remove'>): Result<Outcome> {
  const old = document.records.savedFilter.get(id);
  return old ? ok(recordsOnly([removed('savedFilter', old)])) : fail(issue('filter/unknown'));
}
