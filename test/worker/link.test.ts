import { describe, expect, it } from 'vitest';
import { createComputePool } from '~/worker/computePool';
import { createLink, LinkFailure } from '~/worker/link';
import type { TaskControl } from '~/worker/tasks';
import { type Fate, fakeWorkers } from './support/fakeWorker';

const api = {
  double: async (value: number) => value * 2,
  slow: (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('late'), ms)),
  refuse: async () => {
    throw new RangeError('no such thing');
  },
};
type Api = typeof api;

const codeOf = (error: unknown): string => (error instanceof LinkFailure ? error.issue.code : String(error));

describe('a call to a worker', () => {
  it.each<[Fate, string]>([
    ['fails to load', 'worker/died'],
    ['dies', 'worker/died'],
    ['hangs', 'worker/timeout'],
    ['cannot start', 'worker/died'],
  ])('that %s is rejected in time, and the next call gets a new worker', async (fate, code) => {
    const workers = fakeWorkers(api, [fate, fate, 'answers']);
    const lost: string[] = [];
    const link = createLink<Api>({ spawn: workers.spawn, onLost: (issue) => lost.push(issue.code) });
    const call = () => link.call((remote) => remote.double(21), 100);
    const begin = performance.now();
    const first = await Promise.allSettled([call(), call(), call()]);
    expect(performance.now() - begin).toBeLessThan(2000);
    for (const end of first) expect(end.status === 'rejected' && codeOf(end.reason)).toBe(code);
    if (fate === 'cannot start') {
      expect(workers.made).toHaveLength(0);
      return;
    }
    expect(lost).toEqual([code]);
    expect(link.isAlive).toBe(false);
    expect(workers.made[0].isEnded).toBe(true);
    await expect(call()).rejects.toBeInstanceOf(LinkFailure);
    await expect(call()).resolves.toBe(42);
    expect(link.generation).toBe(3);
  });

  it('that throws is an issue, and the worker stays', async () => {
    const workers = fakeWorkers(api, ['answers']);
    const link = createLink<Api>({ spawn: workers.spawn });
    await expect(link.call((remote) => remote.refuse())).rejects.toMatchObject({
      issue: { code: 'worker/unknown', params: { message: 'RangeError: no such thing' } },
    });
    await expect(link.call((remote) => remote.double(2))).resolves.toBe(4);
    expect(workers.made).toHaveLength(1);
  });

  it('of an older worker is never answered after that worker was given up', async () => {
    const workers = fakeWorkers(api, ['answers']);
    const link = createLink<Api>({ spawn: workers.spawn });
    const answers: string[] = [];
    const slow = link
      .call((remote) => remote.slow(60))
      .then(
        (value) => answers.push(value),
        (error) => answers.push(codeOf(error)),
      );
    await link.call((remote) => remote.double(1));
    link.end();
    await slow;
    await expect(link.call((remote) => remote.double(3))).resolves.toBe(6);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answers).toEqual(['worker/cancelled']);
    expect(link.generation).toBe(2);
  });

  it('that outlives its limit takes no later worker with it', async () => {
    const workers = fakeWorkers(api, ['answers']);
    const link = createLink<Api>({ spawn: workers.spawn });
    const first = link.call((remote) => remote.slow(5000), 80).catch(codeOf);
    link.end('worker/died');
    const second = link.call((remote) => remote.slow(150), 5000);
    expect(await first).toBe('worker/died');
    expect(await second).toBe('late');
    expect(link.generation).toBe(2);
  });
});

describe('the pool of compute workers', () => {
  const control = (): TaskControl & { signal: { aborted: boolean } } => ({
    signal: { aborted: false },
    onProgress: () => undefined,
  });
  const input = { language: 'en', seed: 1, scale: 1 } as const;

  it('ends the worker of a cancelled task, and the next task waits for nobody', async () => {
    const runs = { run: (_name: string) => (runs.busy ? api.slow(60_000) : Promise.resolve('done')), busy: true };
    const workers = fakeWorkers(runs, ['answers']);
    const pool = createComputePool({ spawn: workers.spawn, size: 1 });
    const first = control();
    const waiting = control();
    const began = pool.run('sample', input, first);
    const queued = pool.run('sample', input, waiting);
    waiting.signal.aborted = true;
    await new Promise((resolve) => setTimeout(resolve, 30));
    first.signal.aborted = true;
    runs.busy = false;
    expect(await began).toMatchObject({ ok: false, issues: [{ code: 'worker/cancelled' }] });
    expect(await queued).toMatchObject({ ok: false, issues: [{ code: 'worker/cancelled' }] });
    expect(workers.made[0].isEnded).toBe(true);
    expect(await pool.run('sample', input, control())).toBe('done');
  });

  it('answers a task whose worker dies or does not load with an issue', async () => {
    for (const fate of ['dies', 'fails to load', 'cannot start'] as const) {
      const workers = fakeWorkers({ run: async () => 'done' }, fate === 'cannot start' ? [fate] : [fate, 'answers']);
      const pool = createComputePool({ spawn: workers.spawn, size: 1 });
      expect(await pool.run('sample', input, control())).toMatchObject({
        ok: false,
        issues: [{ code: 'worker/died' }],
      });
      if (fate !== 'cannot start') expect(await pool.run('sample', input, control())).toBe('done');
    }
  });
});
