import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlanHost } from '~/worker/planHost';
import { tabChannel } from '~/worker/tabChannel';
import { inlinePool } from '~/worker/tasks';
import { takeWriterLock } from '~/worker/writerLock';
import { must } from './support/host';
import { makePlan } from './support/madePlan';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('on plain http, where the browser hides half of itself', () => {
  it('a workspace is made, changed, saved and opened again without locks, channel, crypto or storage manager', async () => {
    for (const name of ['navigator', 'crypto', 'BroadcastChannel', 'caches', 'isSecureContext']) {
      vi.stubGlobal(name, undefined);
    }
    const open = () =>
      createPlanHost({
        namespace: 'plain/',
        clock: () => ({ now: '2026-08-20T09:00:00.000Z', today: 20_000 }),
        pool: inlinePool,
        channel: tabChannel('plain'),
      });
    const host = open();
    await host.start(() => undefined);
    const made = await makePlan(host);
    must(await host.dispatch({ name: 'plan/rename', to: 'plain' }, null));
    expect((await host.settle()).save).toBe('saved');
    await host.closeWorkspace();
    const later = open();
    expect(must(await later.openWorkspace(made.workspace?.id ?? ''))).toMatchObject({
      readOnly: null,
      plan: { name: 'plain' },
    });
  });

  it('a navigator without locks lets every tab try', async () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    const first = await takeWriterLock('w', { wait: 0 });
    const second = await takeWriterLock('w', { wait: 0 });
    expect([first.held, second.held]).toEqual([true, true]);
  });

  it('tabs talk over the channel where there is one', async () => {
    const [here, there] = [tabChannel('spoken'), tabChannel('spoken')];
    const heard = new Promise((resolve) => there.listen(resolve));
    here.post({ kind: 'release', workspace: 'w' });
    expect(await heard).toEqual({ kind: 'release', workspace: 'w' });
  });
});
