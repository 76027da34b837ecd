import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { digestOf } from './digest';
import { issueOf } from './failure';
import type { WorkspaceDatabase } from './schema';

const CHUNK = 32;

/**
 * Whether the journal is what was written: every entry present, in order, saying what its link says, and the last link
 * the one the header names. A breach gives 'storage/corrupt' with the entry it begins at. Reads in small steps, so that
 * edits pass between them; entries written meanwhile are left to the next time. Nothing is ever changed.
 */
export async function verifyJournal(database: WorkspaceDatabase, pause: () => Promise<void>): Promise<Result<null>> {
  try {
    const header = await database.header.get('header');
    if (!header) return fail(issue('storage/corrupt', { what: 'header' }));
    const last = header.counts.entries;
    let digest = '';
    for (let from = 1; from <= last; from += CHUNK) {
      const to = Math.min(last, from + CHUNK - 1);
      const entries = await database.journal.where('seq').between(from, to, true, true).sortBy('seq');
      if (entries.length !== to - from + 1) return breach(from);
      for (const { digest: link, ...said } of entries) {
        if (said.previous !== digest || digestOf(said) !== link) return breach(said.seq);
        digest = link;
        await pause();
      }
    }
    return digest === header.digest ? ok(null) : breach(last);
  } catch (error) {
    return fail(issueOf(error));
  }
}

const breach = (seq: number) => fail(issue('storage/corrupt', { what: 'journal', seq }));
