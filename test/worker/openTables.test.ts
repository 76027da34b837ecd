import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createComputePool } from '~/worker/computePool';
import { inlinePool, TASKS, type TaskControl, type TaskName } from '~/worker/tasks';
import { type Fate, fakeWorkers } from './support/fakeWorker';

const control = (): TaskControl => ({ signal: { aborted: false }, onProgress: () => undefined });

const api = {
  run: (name: TaskName, input: never) =>
    (TASKS[name] as (i: never, c: TaskControl) => Promise<unknown>)(input, control()),
};

const input = async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '一',
        rows: [
          ['客户', '金额'],
          ['甲', 1],
        ],
      },
    ],
  });
  return { file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name: 'a.xlsx', size: bytes.length };
};

const poolOf = (fates: Fate[]) => {
  const workers = fakeWorkers(api, fates);
  return { ...workers, pool: createComputePool({ spawn: workers.spawn, size: 1 }) };
};

describe('a file opened in the pool', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('that hangs its worker is given up after a minute, and the next one is read', async () => {
    const { pool, made } = poolOf(['hangs', 'answers']);
    const hung = pool.run('openTables', await input(), control());
    await vi.advanceTimersByTimeAsync(59_000);
    expect(made[0].isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await hung).toEqual({ ok: false, issues: [{ code: 'workbook/tooSlow' }] });
    expect(made[0].isEnded).toBe(true);
    vi.useRealTimers();
    const next = await pool.run('openTables', await input(), control());
    expect(next.ok && next.value.map(({ table }) => table.sheet)).toEqual(['一']);
  });

  it('that bursts its worker is refused as too much', async () => {
    const { pool } = poolOf(['dies']);
    const burst = pool.run('openTables', await input(), control());
    await vi.advanceTimersByTimeAsync(50);
    expect(await burst).toEqual({ ok: false, issues: [{ code: 'workbook/tooSlow' }] });
  });

  it('is given up at once when cancelled', async () => {
    const { pool, made } = poolOf(['hangs']);
    const told = control();
    const reading = pool.run('openTables', await input(), told);
    await vi.advanceTimersByTimeAsync(10);
    told.signal = { aborted: true };
    await vi.advanceTimersByTimeAsync(100);
    expect(await reading).toEqual({ ok: false, issues: [{ code: 'worker/cancelled' }] });
    expect(made[0].isEnded).toBe(true);
  });

  it('says so where no worker can start at all', async () => {
    const { pool } = poolOf(['cannot start']);
    expect(await pool.run('openTables', await input(), control())).toMatchObject({
      ok: false,
      issues: [{ code: 'worker/died' }],
    });
  });

  it('is read in place as well', async () => {
    const read = await inlinePool.run('openTables', await input(), control());
    expect(read.ok && read.value[0].table.headers).toEqual(['客户', '金额']);
  });
});
