import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '~/domain/command';
import { fail, ok } from '~/domain/result';
import type { Effect, HostStatus } from '~/domain/status';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { ACTIONS, actionOf } from '~/state/actions';
import { createApp } from '~/state/app';
import { boot, followAddress } from '~/state/boot';
import type { Patch } from '~/state/protocol';
import { createStubHost, STUB_STATUS } from '../ui/stubHost';

const effect: Effect = { command: 'targets/setCell', leaves: 6, linesAdded: 0, held: 1, equalSpread: false };
const patch: Patch = { effect, status: { ...STUB_STATUS, revision: 4, save: 'saving' }, block: null, rows: null };
const none: HostStatus = { ...STUB_STATUS, workspace: null, plan: null, plans: [] };
const clear: Command = {
  name: 'targets/clearCell',
  cell: { column: { scenario: '', layer: '', measure: '' }, at: {}, periods: [] },
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { hash: '#/plan?unit=one' });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

describe('run, undo and redo', () => {
  it('pass the window of the open sheet and give it the patch', async () => {
    const stub = createStubHost({ dispatch: async () => ok(patch), undo: async () => ok(patch) });
    const app = createApp(stub.host);
    const applied: Patch[] = [];
    const release = app.registerSheet({
      window: () => ({ sheet: 1, first: 0, count: 30 }),
      apply: (value) => applied.push(value),
      reopen: () => undefined,
      query: () => null,
    });
    await app.run(clear);
    await app.undo();
    expect(stub.calls).toEqual([
      ['dispatch', [clear, { sheet: 1, first: 0, count: 30 }]],
      ['undo', [{ sheet: 1, first: 0, count: 30 }]],
    ]);
    expect(applied).toEqual([patch, patch]);
    expect(app.status().revision).toBe(4);
    expect(app.lastEffect()).toEqual(effect);
    release();
    await app.run(clear);
    expect(stub.calls[2][1][1]).toBeNull();
  });

  it('turn a refusal into a toast that stays, and change nothing', async () => {
    const issues = [{ code: 'target/heldShortfall' as const }];
    const app = createApp(createStubHost({ dispatch: async () => fail(...issues) }).host);
    const before = app.status();
    expect((await app.run(clear)).ok).toBe(false);
    vi.advanceTimersByTime(3_600_000);
    expect(app.toasts.list()).toMatchObject([{ tone: 'bad', issues }]);
    expect(app.status()).toBe(before);
  });

  it('answer with a value even when the bridge throws', async () => {
    const app = createApp(createStubHost({ redo: () => Promise.reject(new Error('gone')) }).host);
    expect(await app.redo()).toEqual(fail({ code: 'worker/unknown', params: { message: 'gone' } }));
  });

  it('say nothing about what a person cancelled', async () => {
    const app = createApp(createStubHost().host);
    expect(await app.attempt(Promise.resolve(fail({ code: 'import/cancelled' })))).toBeNull();
    expect(app.toasts.list()).toEqual([]);
  });
});

describe('status and events', () => {
  it('show the time of a save only for saves that were seen', () => {
    const app = createApp(createStubHost().host);
    app.receive({ kind: 'status', status: STUB_STATUS });
    expect(app.savedAt()).toBeNull();
    app.receive({ kind: 'status', status: { ...STUB_STATUS, revision: 4, save: 'saving' } });
    expect(app.savedAt()).toBeNull();
    app.receive({ kind: 'status', status: { ...STUB_STATUS, revision: 4, savedRevision: 4 } });
    expect(app.savedAt()).toBeInstanceOf(Date);
  });

  it('list a job from its start to its end, and ask the host to cancel it', () => {
    const stub = createStubHost();
    const app = createApp(stub.host);
    const job = app.startJob('import');
    app.receive({ kind: 'job', job: { id: job.id, kind: 'import', done: 5, total: 10, cancellable: true } });
    expect(job.state()).toMatchObject({ done: 5, total: 10 });
    job.cancel();
    expect(stub.calls).toEqual([['cancel', [job.id]]]);
    app.receive({ kind: 'jobEnded', id: job.id });
    expect(app.jobs()).toEqual([]);
  });

  it('say the same thing once, and of a row of undos only the last', async () => {
    let leaves = 6;
    const undo = async () => {
      leaves += 1;
      return ok({ ...patch, effect: { ...effect, undone: 'targets/setCell' as const, leaves } });
    };
    const app = createApp(createStubHost({ undo }).host);
    for (const text of ['a', 'b', 'a']) app.toasts.say({ tone: 'warn', text });
    await app.undo();
    await app.undo();
    expect(app.toasts.list().map(({ text, effect: done }) => text ?? done?.leaves)).toEqual(['b', 'a', 8]);
  });

  it('let good news go after a while and keep at most four messages', () => {
    const { toasts } = createApp(createStubHost().host);
    for (let n = 0; n < 6; n++) toasts.say({ tone: 'good', text: String(n) });
    expect(toasts.list().map((toast) => toast.text)).toEqual(['2', '3', '4', '5']);
    vi.advanceTimersByTime(10_000);
    expect(toasts.list()).toEqual([]);
  });
});

describe('a worker that cannot be reached', () => {
  it('leaves what was known, instead of a page without a status', () => {
    const app = createApp(createStubHost().host);
    app.setStatus(STUB_STATUS);
    app.setStatus(fail({ code: 'worker/died' }) as unknown as HostStatus);
    expect(app.status()).toBe(STUB_STATUS);
  });
});

describe('boot', () => {
  it('opens the newest workspace for a page that needs one', async () => {
    const stub = createStubHost({ settle: async () => none });
    const app = createApp(stub.host);
    await boot(app);
    expect(stub.calls.map(([name]) => name)).toEqual(['settle', 'workspaces', 'openWorkspace']);
    expect(stub.calls[2][1]).toEqual(['w1']);
    expect(app.route()).toEqual({ page: 'plan', params: { unit: 'one' } });
  });

  it('opens the newest workspace for an import that is loaded anew, and stays there without one', async () => {
    for (const [workspaces, calls] of [
      [{}, 3],
      [{ workspaces: async () => ok([]) }, 2],
    ] as const) {
      vi.stubGlobal('location', { hash: '#/import' });
      const stub = createStubHost({ settle: async () => none, ...workspaces });
      const app = createApp(stub.host);
      await boot(app);
      expect(stub.calls.map(([name]) => name)).toEqual(['settle', 'workspaces', 'openWorkspace'].slice(0, calls));
      expect(app.route().page).toBe('import');
    }
  });

  it('lets what needs the workspace wait until it is open', async () => {
    let open: (status: Awaited<ReturnType<ReturnType<typeof createStubHost>['host']['openWorkspace']>>) => void = () =>
      undefined;
    const stub = createStubHost({
      settle: async () => none,
      openWorkspace: () => new Promise((done) => (open = done)),
    });
    const app = createApp(stub.host);
    const waited = vi.fn();
    const booted = boot(app);
    void app.untilOpen().then(waited);
    await vi.advanceTimersByTimeAsync(1);
    expect(waited).not.toHaveBeenCalled();
    open(ok(STUB_STATUS));
    await booted;
    await app.untilOpen();
    expect(waited).toHaveBeenCalledOnce();
  });

  it('leads to the start page where there is nothing to open', async () => {
    const stub = createStubHost({ settle: async () => none, workspaces: async () => ok([]) });
    const app = createApp(stub.host);
    await boot(app);
    expect(app.route().page).toBe('start');
  });
});

describe('following the address', () => {
  it('opens the newest workspace once a page is gone to that needs one, and only then', async () => {
    const listeners: (() => void)[] = [];
    const stub = createStubHost({ settle: async () => none });
    vi.stubGlobal('location', { hash: '#/start' });
    const app = createApp(stub.host);
    await boot(app);
    vi.stubGlobal('addEventListener', (_: string, listener: () => void) => listeners.push(listener));
    followAddress(app);
    const goes = async (page: 'import' | 'plan') => {
      app.go(page);
      for (const listener of listeners) listener();
      await vi.advanceTimersByTimeAsync(1);
      return stub.calls.map(([name]) => name).filter((name) => name === 'openWorkspace').length;
    };
    expect([await goes('import'), await goes('plan'), await goes('plan')]).toEqual([0, 1, 1]);
  });
});

describe('the action table', () => {
  it('has a label for every action and no shortcut twice', () => {
    const t = createTranslate(zhCN, 'zh-CN');
    expect(ACTIONS.filter((action) => t.find(action.label) === null)).toEqual([]);
    const shortcuts = ACTIONS.flatMap((action) => action.shortcuts);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('offers undo only where something can be undone and written', () => {
    const app = createApp(createStubHost().host);
    const context = { app, headings: () => ({}), units: () => [], now: () => new Date(0) };
    expect(actionOf('undo').when(context)).toBe(false);
    app.setStatus(STUB_STATUS);
    expect(actionOf('undo').when(context)).toBe(true);
    app.setStatus({ ...STUB_STATUS, readOnly: 'otherTab' });
    expect(actionOf('undo').when(context)).toBe(false);
  });
});
