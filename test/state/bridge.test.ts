import { describe, expect, it, vi } from 'vitest';
import type { HostEvent } from '~/domain/status';
import { createBridge } from '~/state/bridge';
import { createPlanHost } from '~/worker/planHost';
import type { PlanHostApi } from '~/worker/protocol';
import { inlinePool } from '~/worker/tasks';
import { FakeWorker, type Fate } from '../worker/support/fakeWorker';
import { must } from '../worker/support/host';
import { makePlan } from '../worker/support/madePlan';

let namespaces = 0;

/** A bridge whose workers are real hosts on one storage, each with the fate it is told. */
function bridged(fates: Fate[] = ['answers']) {
  namespaces += 1;
  const namespace = `bridge${namespaces}/`;
  const made: FakeWorker[] = [];
  const hosts: PlanHostApi[] = [];
  const spawn = (): Worker => {
    const host = createPlanHost({
      namespace,
      clock: () => ({ now: '2026-08-20T09:00:00.000Z', today: 20_000 }),
      pool: inlinePool,
      channel: { post: () => undefined, listen: () => undefined },
    });
    const worker = new FakeWorker(host, fates[Math.min(made.length, fates.length - 1)]);
    made.push(worker);
    hosts.push(host);
    return worker as unknown as Worker;
  };
  const events: HostEvent[] = [];
  const bridge = createBridge({ spawn, limit: 400 });
  bridge.onEvent((event) => events.push(event));
  return { host: bridge.host, made, hosts, events };
}

const rename = (to: string) => ({ name: 'plan/rename', to }) as const;

describe('the bridge', () => {
  it('opens the workspace again from storage when its worker died, unasked, and the next edit works', async () => {
    const { host, made, events } = bridged();
    await makePlan(host);
    must(await host.dispatch(rename('saved'), null));
    await host.settle();
    made[0].die();
    await vi.waitFor(() => expect(events).toContainEqual({ kind: 'reopened' }), 4000);
    expect(made).toHaveLength(2);
    expect(made[0].isEnded).toBe(true);
    const patch = must(await host.dispatch(rename('after'), null));
    expect(patch.status).toMatchObject({ plan: { name: 'after' }, readOnly: null });
    expect((await host.settle()).save).toBe('saved');
  });

  it('answers every call under way when its worker dies', async () => {
    const { host, made } = bridged();
    await makePlan(host);
    const calls = [
      host.dispatch(rename('one'), null),
      host.home(),
      host.sources(),
      host.workspaces(),
      host.cancel('j'),
    ];
    made[0].die();
    const answers = await Promise.all(calls);
    expect(answers.slice(0, 4)).toMatchObject(Array(4).fill({ ok: false, issues: [{ code: 'worker/died' }] }));
    expect(answers[4]).toBeNull();
  });

  it('does not listen to a worker it gave up', async () => {
    const { host, made, hosts, events } = bridged();
    await makePlan(host);
    made[0].die();
    await vi.waitFor(() => expect(made).toHaveLength(2));
    must(await host.dispatch(rename('by the new one'), null));
    await hosts[0].dispatch(rename('by the old one'), null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const names = events.map((event) => event.kind === 'status' && event.status.plan?.name);
    expect(names).toContain('by the new one');
    expect(names).not.toContain('by the old one');
    expect((await host.settle()).plan?.name).toBe('by the new one');
  });

  it('does not start a worker again and again that never answered', async () => {
    const { host, made } = bridged(['fails to load']);
    expect(await host.workspaces()).toMatchObject({ ok: false, issues: [{ code: 'worker/died' }] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).toHaveLength(1);
    expect(await host.openWorkspace('w')).toMatchObject({ ok: false });
    expect(made).toHaveLength(2);
  });

  it('says once that the workspace did not open again, and then stands without one', async () => {
    const { host, made, hosts, events } = bridged();
    const { workspace } = await makePlan(host);
    must(await hosts[0].deleteWorkspace(workspace?.id ?? ''));
    events.length = 0;
    made[0].die();
    await vi.waitFor(() => expect(events).toMatchObject([{ kind: 'status', status: { workspace: null } }, {}]), 4000);
    expect(await host.home()).toMatchObject({ ok: false, issues: [{ code: 'plan/notOpen' }] });
  });
});
