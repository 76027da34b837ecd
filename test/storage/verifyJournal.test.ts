import { describe, expect, it } from 'vitest';
import { commit } from '~/storage/commit';
import { digestOf } from '~/storage/digest';
import { readRaw } from '~/storage/readRaw';
import { verifyJournal } from '~/storage/verifyJournal';
import { chain, codeOf, freshDatabase, paramsOf, tamper, write } from './fixture';

const noPause = () => Promise.resolve();

async function stored(count: number) {
  const made = freshDatabase();
  const entries = chain(count);
  const head = { counts: { entries: count, records: 0 }, digest: entries.at(-1)?.digest ?? '' };
  await commit(made.database, write(0, { entries, head }));
  return { ...made, entries };
}

describe('the chain of the journal', () => {
  it('holds for what was written, over many chunks and for nothing at all', async () => {
    for (const count of [0, 1, 33, 100]) {
      const { database } = await stored(count);
      expect(await verifyJournal(database, noPause)).toEqual({ ok: true, value: null });
    }
  });

  it('breaks at an amount that changed by one unit', async () => {
    const { database, namespace, entries } = await stored(40);
    const cells = [{ ...entries[34].cells[0], new: Float64Array.of(3501) }];
    await tamper(namespace, (table) => table('journal').update(35, { cells }));
    expect(paramsOf(await verifyJournal(database, noPause))).toEqual({ what: 'journal', seq: 35 });
  });

  it('breaks after an entry that was rewritten with a link of its own', async () => {
    const { database, namespace, entries } = await stored(10);
    const { digest: _old, ...said } = { ...entries[4], who: 'somebody else' };
    await tamper(namespace, (table) => table('journal').put({ ...said, digest: digestOf(said) }));
    expect(paramsOf(await verifyJournal(database, noPause))).toEqual({ what: 'journal', seq: 6 });
  });

  it('breaks where an entry is missing, at the end as in the middle', async () => {
    for (const seq of [5, 10]) {
      const { database, namespace } = await stored(10);
      await tamper(namespace, (table) => table('journal').delete(seq));
      expect(codeOf(await verifyJournal(database, noPause))).toBe('storage/corrupt');
    }
  });

  it('is checked up to the header it began with while edits go on', async () => {
    const { database, entries } = await stored(3);
    const longer = chain(4);
    expect(longer[2].digest).toBe(entries[2].digest);
    let wrote = false;
    const result = await verifyJournal(database, async () => {
      if (wrote) return;
      wrote = true;
      const head = { counts: { entries: 4, records: 0 }, digest: longer[3].digest };
      expect(codeOf(await commit(database, write(1, { entries: [longer[3]], head })))).toBe('ok');
    });
    expect(result).toEqual({ ok: true, value: null });
  });
});

describe('a copy of what is left', () => {
  it('holds every table that lies there, whatever it is missing, and changes nothing', async () => {
    const { database, namespace, id } = await stored(3);
    await tamper(namespace, (table) => table('header').clear());
    const raw = await readRaw(namespace, id);
    if (!raw.ok) throw new Error(JSON.stringify(raw.issues));
    expect(raw.value.tables.journal).toHaveLength(3);
    expect(raw.value.tables.header).toEqual([]);
    expect(raw.value.unreadable).toEqual({});
    expect(await database.journal.count()).toBe(3);
  });

  it('of a workspace that never was is refused, and none is made', async () => {
    expect((await readRaw('nowhere/', 'w')).ok).toBe(false);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere/v1/w');
  });
});
