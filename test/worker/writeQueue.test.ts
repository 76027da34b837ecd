import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SaveState } from '~/domain/status';
import { createWriteQueue, RETRY_AFTER, type WriteQueue } from '~/worker/writeQueue';
import { chain, freshDatabase, tamper, write } from '../storage/fixture';

afterEach(() => {
  vi.useRealTimers();
});

function queueOn(database: ReturnType<typeof freshDatabase>['database']): { queue: WriteQueue; told: SaveState[] } {
  const told: SaveState[] = [];
  const queue: WriteQueue = createWriteQueue({ database, savedRevision: 0, onChange: () => told.push(queue.state) });
  return { queue, told };
}

/** Lets every write of an entry fail as on a full disk, until the returned function is called. */
function fillDisk(database: ReturnType<typeof freshDatabase>['database']): () => void {
  const full = (): never => {
    throw new Dexie.AbortError('aborted', Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
  };
  database.journal.hook('creating', full);
  return () => database.journal.hook('creating').unsubscribe(full);
}

const writes = (count: number) =>
  chain(count).map((entry, at) =>
    write(at, { entries: [entry], head: { counts: { entries: at + 1, records: 0 }, digest: entry.digest } }),
  );

describe('the write queue', () => {
  it('says saved only when the last of its writes is on the disk', async () => {
    const { database } = freshDatabase();
    const { queue, told } = queueOn(database);
    for (const one of writes(5)) queue.push(one);
    expect(queue.state).toBe('saving');
    expect(queue.savedRevision).toBe(0);
    await queue.settled();
    expect(told).toEqual(['saving', 'saving', 'saving', 'saving', 'saved']);
    expect(queue.savedRevision).toBe(5);
    expect(await database.journal.count()).toBe(5);
  });

  it('keeps what a full disk refused, and saves all of it in order when there is room', async () => {
    const { database } = freshDatabase();
    const { queue, told } = queueOn(database);
    const [first, ...later] = writes(6);
    queue.push(first);
    await queue.settled();
    const makeRoom = fillDisk(database);
    for (const one of later.slice(0, 3)) queue.push(one);
    await queue.settled();
    expect([queue.state, queue.issue?.code, queue.savedRevision]).toEqual(['failed', 'storage/quota', 1]);
    for (const one of later.slice(3)) queue.push(one);
    // Trying again is not yet saving: the sign stays until something went through.
    expect(queue.state).toBe('failed');
    await queue.settled();
    expect(queue.state).toBe('failed');
    expect(await database.journal.count()).toBe(1);
    makeRoom();
    queue.retry();
    await queue.settled();
    expect([queue.state, queue.issue, queue.savedRevision]).toEqual(['saved', null, 6]);
    expect((await database.journal.toCollection().primaryKeys()) as number[]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(told.indexOf('saved', 1)).toBe(told.length - 1);
  });

  it('tries again by itself after a while', async () => {
    const { database } = freshDatabase();
    const { queue } = queueOn(database);
    const makeRoom = fillDisk(database);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    queue.push(writes(1)[0]);
    while (queue.state !== 'failed') await new Promise((resolve) => setImmediate(resolve));
    makeRoom();
    vi.advanceTimersByTime(RETRY_AFTER);
    vi.useRealTimers();
    await queue.settled();
    expect(queue.state).toBe('saved');
  });

  it('never writes over what somebody else wrote, however often it is asked', async () => {
    const { database, namespace } = freshDatabase();
    const { queue } = queueOn(database);
    const [first, second] = writes(2);
    queue.push(first);
    await queue.settled();
    await tamper(namespace, (table) => table('header').update('header', { revision: 7 }));
    queue.push(second);
    await queue.settled();
    queue.retry();
    await queue.settled();
    expect([queue.state, queue.issue?.code]).toEqual(['failed', 'storage/conflict']);
    expect(await database.journal.count()).toBe(1);
  });
});
