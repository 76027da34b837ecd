import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '~/domain/command';
import { fail, ok } from '~/domain/result';
import { createApp } from '~/state/app';
import type { Patch } from '~/state/protocol';
import { createReasons, needsReason } from '~/state/reasons';
import { createStubHost, STUB_STATUS } from '../ui/stubHost';

const issue: Command = { name: 'plan/issue' };
const patch: Patch = {
  effect: { command: 'plan/issue', leaves: 1, linesAdded: 0, held: 0, equalSpread: false },
  status: STUB_STATUS,
  block: null,
  rows: null,
};

beforeEach(() => {
  vi.stubGlobal('location', { hash: '#/plan' });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

const asksForReason = () =>
  createStubHost({
    dispatch: async (command) => (command.reason ? ok(patch) : fail({ code: 'reason/needed' })),
  });

const untilAsked = async (app: ReturnType<typeof createApp>) => {
  while (app.asking() === null) await new Promise((next) => setTimeout(next));
  return app.asking();
};

describe('a change that needs a reason', () => {
  it('waits for one and is sent again with it, without a toast', async () => {
    const stub = asksForReason();
    const app = createApp(stub.host);
    const done = app.run(issue);
    (await untilAsked(app))?.answer('the board said so');
    expect((await done).ok).toBe(true);
    expect(app.asking()).toBeNull();
    expect(app.toasts.list()).toEqual([]);
    expect(stub.calls.map(([, [command]]) => command)).toEqual([issue, { ...issue, reason: 'the board said so' }]);
  });

  it('is given up without one, and nothing is said', async () => {
    const stub = asksForReason();
    const app = createApp(stub.host);
    const done = app.run(issue);
    (await untilAsked(app))?.answer(null);
    expect(await done).toEqual(fail({ code: 'reason/needed' }));
    expect(app.toasts.list()).toEqual([]);
    expect(stub.calls.length).toBe(1);
  });

  it('lets other changes pass while it waits', async () => {
    const stub = asksForReason();
    const app = createApp(stub.host);
    const waiting = app.run(issue);
    await untilAsked(app);
    expect((await app.run({ ...issue, reason: 'known' })).ok).toBe(true);
    app.asking()?.answer(null);
    await waiting;
  });

  it('is told from other refusals', () => {
    expect(needsReason(fail({ code: 'reason/needed' }))).toBe(true);
    expect(needsReason(fail({ code: 'reason/needed' }, { code: 'plan/unknown' }))).toBe(false);
    expect(needsReason(ok(1))).toBe(false);
  });

  it('gives way to a newer question', async () => {
    const reasons = createReasons();
    const first = reasons.ask();
    const second = reasons.ask();
    expect(await first).toBeNull();
    reasons.asking()?.answer('why');
    expect(await second).toBe('why');
  });
});

it('the name kept on this device is told to the host, and again to a new worker', () => {
  const stub = createStubHost();
  const app = createApp(stub.host);
  app.preferences.setName('  Li Wei ');
  app.introduce();
  app.receive({ kind: 'reopened' });
  expect(stub.calls.filter(([name]) => name === 'introduce').map(([, args]) => args)).toEqual([['Li Wei'], ['Li Wei']]);
});
