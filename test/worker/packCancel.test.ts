import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayOf } from '~/domain/period';
import { canonicalBytes } from '~/plan/canonical';
import { createPlanHost } from '~/worker/planHost';
import type { PackOpened, PackTrial, PlanHostApi } from '~/worker/protocol';
import { openSession } from '~/worker/session';
import { type ComputePool, inlinePool } from '~/worker/tasks';
import { must } from './support/host';

let namespaces = 0;

interface Watched {
  host: PlanHostApi;
  /** Runs before every task of the pool, with its name and how many of that name there were. */
  before: (name: string, count: number) => void | Promise<void>;
  stored(): Promise<string>;
}

/** A host whose long computations can be met half way. */
async function watched(): Promise<Watched> {
  const counts = new Map<string, number>();
  const namespace = `cancel${++namespaces}/`;
  const pool: ComputePool = {
    run(name, input, control) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return Promise.resolve(watch.before(name, count)).then(() => inlinePool.run(name, input, control));
    },
  };
  const host = createPlanHost({
    namespace,
    clock: () => ({ now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20) }),
    pool,
    channel: { post: () => undefined, listen: () => undefined },
  });
  await host.start(() => undefined);
  must(await host.createWorkspace({ name: 'Pack', currency: 'CNY' }));
  const watch: Watched = {
    host,
    before: () => undefined,
    async stored() {
      const { workspace } = await host.settle();
      const lock = { held: true, release: () => undefined };
      const open = { namespace, id: workspace?.id ?? '', lock, isNew: false, onSaved: () => undefined };
      const { document, database } = must(await openSession(open));
      database.close();
      return createHash('sha256').update(canonicalBytes(document)).digest('hex');
    },
  };
  return watch;
}

const file = (name: string, text: string): File => new File([text], name);
const files = (): File[] => [
  file('订单.csv', '订单号,订单日期,客户名称,金额\nA1,2026-01-05,海纳科技,10\nA2,2026-01-06,博远实业,20\n'),
  file('客户.csv', '客户编号,客户名称,行业\nC1,海纳科技,机械\nC2,博远实业,贸易\n'),
  file('拜访.csv', '拜访日期,客户名称,业务员\n2026-03-01,海纳科技,张伟\n2026-03-02,博远实业,李娜\n'),
];
const trialOf = ({ choices, orders }: PackOpened): PackTrial => ({ choices, orders });
const cancelled = { ok: false, issues: [{ code: 'import/cancelled' }] };

describe('a pack that is cancelled', () => {
  it.each([1, 2, 3])('while file %i is opened leaves nothing behind, and the next attempt works', async (at) => {
    const watch = await watched();
    const { host } = watch;
    const before = await watch.stored();
    watch.before = async (name, count) => {
      if (name === 'openTables' && count === at) await host.cancel('d');
    };
    expect(await host.openPack(files(), 'd')).toMatchObject(cancelled);
    expect(await host.previewPack('d', { choices: [], orders: null }, 'p')).toMatchObject(cancelled);
    expect((await host.dispatch({ name: 'sources/import', draft: 'd' }, null)).ok).toBe(false);
    expect(await watch.stored()).toBe(before);
    const again = must(await host.openPack(files(), 'd'));
    expect(again.tables.map(({ id }) => id)).toEqual(['订单.csv', '客户.csv', '拜访.csv']);
    expect(must(await host.previewPack('d', trialOf(again), 'p')).issues).toEqual([]);
    expect((await host.dispatch({ name: 'sources/import', draft: 'd' }, null)).ok).toBe(true);
  });

  it('while it is checked cannot be imported as it was before, and the next check works', async () => {
    const watch = await watched();
    const { host } = watch;
    const opened = must(await host.openPack(files(), 'd'));
    const before = await watch.stored();
    // Checked well once: what it would take in is forgotten with the second check.
    must(await host.previewPack('d', trialOf(opened), 'p'));
    watch.before = async (name) => {
      if (name === 'readPack') await host.cancel('q');
    };
    expect(await host.previewPack('d', trialOf(opened), 'q')).toMatchObject(cancelled);
    const refused = await host.dispatch({ name: 'sources/import', draft: 'd' }, null);
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'import/nothingKept' }] });
    expect(await watch.stored()).toBe(before);
    watch.before = () => undefined;
    // Even under the name of the job that was cancelled.
    const preview = must(await host.previewPack('d', trialOf(opened), 'q'));
    expect(preview.tables.map(({ kind, kept }) => [kind, kept])).toEqual([
      ['orders', 2],
      ['customers', 2],
      ['visits', 2],
    ]);
    expect((await host.dispatch({ name: 'sources/import', draft: 'd' }, null)).ok).toBe(true);
    expect(await watch.stored()).not.toBe(before);
  });

  it('takes in what was checked last, not what a slower check before it ended with', async () => {
    const watch = await watched();
    const { host } = watch;
    const opened = must(await host.openPack(files(), 'd'));
    const fewer = { ...trialOf(opened), choices: opened.choices.filter(({ kinds }) => !kinds.includes('visits')) };
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    watch.before = (name, count) => (name === 'readPack' && count === 1 ? held : undefined);
    const slow = host.previewPack('d', trialOf(opened), 'slow');
    const last = must(await host.previewPack('d', fewer, 'last'));
    go();
    expect(await slow).toMatchObject(cancelled);
    expect(last.tables.map(({ kind }) => kind)).toEqual(['orders', 'customers']);
    must(await host.dispatch({ name: 'sources/import', draft: 'd' }, null));
    const kinds = must(await host.sourceStates()).flatMap(({ kind, rows }) => (rows > 0 ? [kind] : []));
    expect(kinds).toEqual(expect.arrayContaining(['orders', 'customers']));
    expect(kinds).not.toContain('visits');
  });
});
