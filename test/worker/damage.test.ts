import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { databaseName } from '~/storage/schema';
import { must, type TestHost, testHost } from './support/host';
import { makePlan } from './support/madePlan';

const sample = { language: 'en', seed: 1, scale: 1 } as const;

/** A stored workspace that nobody has open, and a way to break its rows. */
async function stored(
  kind: 'small' | 'with orders' = 'small',
): Promise<TestHost & { id: string; harm: (run: (database: Dexie) => PromiseLike<unknown>) => Promise<void> }> {
  const made = await testHost();
  const status = kind === 'small' ? await makePlan(made.host) : must(await made.host.openSample(sample, 'j'));
  const id = status.workspace?.id ?? '';
  must(await made.host.dispatch({ name: 'plan/rename', to: 'mine' }, null));
  await made.host.closeWorkspace();
  const harm = async (run: (database: Dexie) => PromiseLike<unknown>): Promise<void> => {
    const database = new Dexie(databaseName(made.namespace, id));
    await database.open();
    await run(database);
    database.close();
  };
  return { ...made, id, harm };
}

const rowsOf = async (namespace: string, id: string): Promise<Record<string, number>> => {
  const database = new Dexie(databaseName(namespace, id));
  await database.open();
  const counts = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const));
  database.close();
  return Object.fromEntries(counts);
};

describe('a damaged workspace', () => {
  it('that lost rows of any table does not open, is never overwritten, and what is left comes as a file', async () => {
    const { namespace, id, harm, host } = await stored('with orders');
    const before = await rowsOf(namespace, id);
    const all = Object.values(before).reduce((a, b) => a + b);
    for (const table of Object.keys(before).filter((name) => before[name] > 0)) {
      let rows: unknown[] = [];
      await harm(async (database) => {
        rows = await database.table(table).toArray();
        await database.table(table).clear();
      });
      expect([table, await host.openWorkspace(id)]).toMatchObject([
        table,
        { ok: false, issues: [{ code: 'storage/corrupt' }] },
      ]);
      expect((await host.settle()).workspace).toBeNull();
      expect(await rowsOf(namespace, id)).toEqual({ ...before, [table]: 0 });
      const file = must(await host.rescueStored(id));
      const { tables } = JSON.parse(new TextDecoder().decode(file.bytes)) as { tables: Record<string, unknown[]> };
      expect(Object.values(tables).flat().length).toBe(all - before[table]);
      await harm((database) => database.table(table).bulkAdd(rows));
    }
    must(await host.openWorkspace(id));
    must(await host.deleteWorkspace(id));
    expect(must(await host.workspaces())).toEqual([]);
  });

  it('that is wholly gone is not taken for a new one', async () => {
    const { namespace, id, host } = await stored();
    await Dexie.delete(databaseName(namespace, id));
    expect(await host.openWorkspace(id)).toMatchObject({ ok: false, issues: [{ code: 'storage/corrupt' }] });
    expect((await host.settle()).workspace).toBeNull();
  });

  it('whose journal says something else than was written opens for looking only, and says so', async () => {
    const { id, harm, host, events } = await stored();
    await harm((database) => database.table('journal').where('seq').equals(2).modify({ who: 'nobody' }));
    expect(must(await host.openWorkspace(id)).readOnly).toBeNull();
    await vi.waitFor(
      () => expect(events.at(-1)).toMatchObject({ kind: 'status', status: { readOnly: 'damaged' } }),
      4000,
    );
    expect(await host.dispatch({ name: 'plan/rename', to: 'no' }, null)).toMatchObject({
      ok: false,
      issues: [{ code: 'plan/readOnly', params: { reason: 'damaged' } }],
    });
    expect(must(await host.rescueFile()).bytes.length).toBeGreaterThan(1000);
  });

  it('that is sound stays writable after the check', async () => {
    const { id, host } = await stored();
    must(await host.openWorkspace(id));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    must(await host.dispatch({ name: 'plan/rename', to: 'still mine' }, null));
    expect((await host.settle()).save).toBe('saved');
  });

  it('whose store vanishes while it is open keeps what is in memory and writes nothing anew', async () => {
    const { namespace, id, harm, host } = await stored();
    must(await host.openWorkspace(id));
    await harm((database) => Promise.all(database.tables.map((table) => table.clear())));
    must(await host.dispatch({ name: 'plan/rename', to: 'in memory' }, null));
    const status = await host.settle();
    expect([status.save, status.saveIssue?.code, status.readOnly]).toEqual(['failed', 'storage/corrupt', 'damaged']);
    expect(Object.values(await rowsOf(namespace, id)).every((count) => count === 0)).toBe(true);
    expect(must(await host.rescueFile()).bytes.length).toBeGreaterThan(1000);
  });
});

describe('a full disk', () => {
  it('keeps the workspace open until what was typed is saved', async () => {
    const { id, host } = await stored();
    must(await host.openWorkspace(id));
    const add = IDBObjectStore.prototype.add;
    const put = IDBObjectStore.prototype.put;
    const full = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
    try {
      must(await host.dispatch({ name: 'plan/rename', to: 'typed on a full disk' }, null));
      const status = await host.settle();
      expect([status.save, status.saveIssue?.code, status.plan?.name]).toEqual([
        'failed',
        'storage/quota',
        'typed on a full disk',
      ]);
      expect((await host.closeWorkspace()).workspace?.id).toBe(id);
      expect((await host.createWorkspace({ name: 'other', currency: 'CNY' })).ok).toBe(false);
    } finally {
      Object.assign(IDBObjectStore.prototype, { add, put });
    }
    expect((await host.settle()).save).toBe('saved');
    expect((await host.closeWorkspace()).workspace).toBeNull();
    expect(must(await host.openWorkspace(id)).plan?.name).toBe('typed on a full disk');
  });
});
