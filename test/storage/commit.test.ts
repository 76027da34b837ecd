import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '~/domain/journal';
import { commit } from '~/storage/commit';
import { loadOrders, loadPlan, loadSegments, loadWorkspace } from '~/storage/load';
import { databaseName } from '~/storage/schema';
import { chain, codeOf, freshDatabase, header, members, paramsOf, tamper, write } from './fixture';

const segment = (id: string) => ({ id, first: 0, value: Float64Array.of(1, 2, 3), state: Uint8Array.of(1, 1, 1) });
const orders = (id: string) => ({
  id,
  count: 2,
  day: Int32Array.of(1, 2),
  codes: { customer: Uint32Array.of(1, 2) },
  amount: Float64Array.of(100, 200),
  quantity: null,
  order: Float64Array.of(7, 8),
  row: Float64Array.of(9, 10),
});
const manifest = (segments: (string | null)[]) => ({
  plan: 'p',
  generation: 1,
  group: 'g',
  column: 'base/target/sales',
  period: 0,
  segments,
});
const lines = { plan: 'p', generation: 1, group: 'g', no: 0, codes: [Uint32Array.of(1, 2, 3)] };

describe('a write', () => {
  it('on another revision than the stored one is refused whole', async () => {
    const { database } = freshDatabase();
    expect(codeOf(await commit(database, write(0)))).toBe('ok');
    const [entry] = chain(1);
    const late = await commit(database, write(0, { entries: [entry], records: members(1), segments: [segment('s')] }));
    expect(codeOf(late)).toBe('storage/conflict');
    expect(paramsOf(late)).toEqual({ stored: 1, expected: 0 });
    expect([
      await database.journal.count(),
      await database.segments.count(),
      await database.memberBlocks.count(),
    ]).toEqual([0, 0, 0]);
    expect((await database.header.get('header'))?.revision).toBe(1);
  });

  it('over a newer schema is refused whole, and so is reading it', async () => {
    const { database, namespace } = freshDatabase();
    await commit(database, write(0));
    await tamper(namespace, (table) => table('header').update('header', { schema: SCHEMA + 1, minReader: SCHEMA + 1 }));
    expect(codeOf(await commit(database, write(1, { entries: chain(1) })))).toBe('storage/newerSchema');
    expect(await database.journal.count()).toBe(0);
    expect(codeOf(await loadWorkspace(database))).toBe('storage/newerSchema');
  });

  it('of a session whose store was emptied is refused instead of beginning anew', async () => {
    const { database, namespace } = freshDatabase();
    await commit(database, write(0));
    await tamper(namespace, (table) => table('header').clear());
    expect(codeOf(await commit(database, write(1)))).toBe('storage/corrupt');
    expect(await database.header.count()).toBe(0);
  });

  it('that the disk has no room for leaves everything as it was and says so', async () => {
    const { database } = freshDatabase();
    await commit(database, write(0));
    const full = (): never => {
      throw new Dexie.AbortError('aborted', Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
    };
    database.segments.hook('creating', full);
    const refused = await commit(database, write(1, { entries: chain(1), segments: [segment('s')] }));
    expect(codeOf(refused)).toBe('storage/quota');
    expect(await database.journal.count()).toBe(0);
    database.segments.hook('creating').unsubscribe(full);
    expect(codeOf(await commit(database, write(1, { entries: chain(1), segments: [segment('s')] })))).toBe('ok');
  });

  it('to a database that was closed says so', async () => {
    const { database } = freshDatabase();
    await commit(database, write(0));
    database.close();
    expect(codeOf(await commit(database, write(1)))).toBe('storage/closed');
  });
});

describe('facts', () => {
  it('are never stored one row each: 3,000 members make three rows, a segment one', async () => {
    const { database } = freshDatabase();
    const records = members(3000);
    const head = { counts: { entries: 0, records: 3000 } };
    await commit(database, write(0, { records, segments: [segment('s')], orders: [orders('o')], head }));
    expect(await database.memberBlocks.count()).toBe(3);
    expect(await database.segments.count()).toBe(1);
    expect(await database.orders.count()).toBe(1);
    const loaded = await loadWorkspace(database);
    expect(loaded.ok && loaded.value?.records.length).toBe(3000);
  });

  it('change in their block and leave it when they are taken away', async () => {
    const { database } = freshDatabase();
    const records = members(3);
    await commit(database, write(0, { records, head: { counts: { entries: 0, records: 3 } } }));
    const gone = [{ ...records[1], from: records[1].to, to: null }] as typeof records;
    await commit(database, write(1, { records: gone, head: { counts: { entries: 0, records: 2 } } }));
    const loaded = await loadWorkspace(database);
    expect(loaded.ok && loaded.value?.records.map((change) => change.id)).toEqual(['customer:0', 'customer:2']);
  });

  it('read back as they were written', async () => {
    const { database } = freshDatabase();
    const stored = {
      segments: [segment('s')],
      manifests: [manifest(['s', null])],
      lines: [lines],
      orders: [orders('o')],
    };
    await commit(database, write(0, stored));
    const plan = await loadPlan(database, 'p', 1);
    expect(plan.ok && plan.value.segments.get('s')?.value).toEqual(Float64Array.of(1, 2, 3));
    expect(plan.ok && plan.value.lines[0].codes[0]).toEqual(Uint32Array.of(1, 2, 3));
    const { id: _id, ...facts } = orders('o');
    expect(await loadOrders(database, ['o'])).toEqual({ ok: true, value: [facts] });
  });
});

describe('a damaged store', () => {
  const stored = async () => {
    const made = freshDatabase();
    const entries = chain(3);
    const head = { counts: { entries: 3, records: 2 }, digest: entries[2].digest };
    await commit(
      made.database,
      write(0, {
        entries,
        records: members(2),
        segments: [segment('s'), segment('t')],
        manifests: [manifest(['s', 't'])],
        lines: [lines],
        orders: [orders('o')],
        head,
      }),
    );
    return made;
  };
  const flipped = (array: Float64Array | Uint32Array) => {
    const copy = array.slice();
    copy[0] += 1;
    return copy;
  };

  it.each([
    ['header', 'header'],
    ['journal', 'journal'],
    ['steps', 'journal'],
    ['memberBlocks', 'memberBlocks'],
    ['lines', 'lines'],
    ['manifests', 'manifests'],
    ['segments', 'segments'],
    ['orders', 'orders'],
  ])('without its rows of %s is not opened, and nothing is written to it', async (table, what) => {
    const { database, namespace } = await stored();
    await tamper(namespace, (named) => named(table).clear());
    const opened = await loadWorkspace(database);
    expect(codeOf(opened)).toBe('storage/corrupt');
    expect(paramsOf(opened)).toEqual({ what });
  });

  it('with a value that changed in a segment, a line or an order is told at reading', async () => {
    const { database, namespace } = await stored();
    await tamper(namespace, (named) =>
      Promise.all([
        named('segments').update('s', { value: Float64Array.of(1, 2, 4) }),
        named('orders').update('o', { amount: flipped(orders('o').amount) }),
      ]),
    );
    expect(paramsOf(await loadSegments(database, ['s']))).toEqual({ what: 'segments' });
    expect(paramsOf(await loadPlan(database, 'p', 1))).toEqual({ what: 'segments' });
    expect(paramsOf(await loadOrders(database, ['o']))).toEqual({ what: 'orders' });
    await tamper(namespace, (named) =>
      named('lines')
        .toCollection()
        .modify({ codes: [flipped(lines.codes[0])] }),
    );
    expect(paramsOf(await loadPlan(database, 'p', 1))).toEqual({ what: 'lines' });
  });

  it('is empty only where nothing was ever written', async () => {
    const { database, namespace } = freshDatabase();
    expect(await loadWorkspace(database)).toEqual({ ok: true, value: null });
    await commit(database, write(0, { entries: chain(1), head: header(1, { counts: { entries: 1, records: 0 } }) }));
    await tamper(namespace, (named) => named('header').clear());
    expect(codeOf(await loadWorkspace(database))).toBe('storage/corrupt');
    expect(await Dexie.exists(databaseName(namespace, 'w'))).toBe(true);
  });
});
