import type { ChangeSet } from '~/domain/change';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { issueOf } from './failure';
import type { WorkspaceDatabase } from './schema';

/**
 * What the entries of these numbers changed, by number, read in one go. An entry that is not there is damage. An empty
 * list reads nothing.
 */
export async function loadChanges(
  database: WorkspaceDatabase,
  seqs: readonly number[],
): Promise<Result<Map<number, ChangeSet>>> {
  const found = new Map<number, ChangeSet>();
  if (seqs.length === 0) return ok(found);
  try {
    const entries = await database.journal.bulkGet([...seqs]);
    for (const entry of entries) {
      if (!entry) return fail(issue('storage/corrupt', { what: 'journal' }));
      found.set(entry.seq, { records: entry.records, cells: entry.cells });
    }
    return ok(found);
  } catch (error) {
    return fail(issueOf(error));
  }
}
