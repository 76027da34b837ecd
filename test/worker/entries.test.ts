import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { workspaceDatabase } from '~/storage/schema';
import { must, testHost } from './support/host';
import { makePlan } from './support/madePlan';

const year = Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`);
const cell = { column: WORKING_TARGET, at: {}, periods: year };

describe('what an entry says', () => {
  it('carries the name of the person at this device, the reason and the method, also through a reload', async () => {
    const { host, namespace } = await testHost();
    const status = await makePlan(host);
    await host.introduce('  Li\nWei ');
    must(
      await host.dispatch(
        { name: 'targets/setCell', cell, amount: 90_000, method: 'equal', typed: '900', reason: ' board ' },
        null,
      ),
    );
    await host.undo(null);
    await host.settle();
    const database = workspaceDatabase(namespace, status.workspace?.id ?? '');
    const [made, set, undone] = await database.journal.orderBy('seq').toArray();
    expect(made.who).toBe('');
    expect(made.reason).toBeUndefined();
    expect(set).toMatchObject({
      who: 'Li Wei',
      reason: 'board',
      effect: { before: 120_000, after: 90_000, method: { basis: 'equal', typed: '900' } },
    });
    expect(undone).toMatchObject({ who: 'Li Wei', undoes: 2 });
    database.close();
  });

  it('counts what was held and what was spread equally, and leaves out what says nothing', async () => {
    const { host, namespace } = await testHost();
    const status = await makePlan(host);
    const march = { ...cell, periods: ['2027-03'] };
    must(await host.dispatch({ name: 'holds/add', cell: march, kind: 'freeze' }, null));
    must(await host.dispatch({ name: 'targets/setCell', cell, amount: 240_000 }, null));
    must(await host.dispatch({ name: 'plan/rename', to: 'other' }, null));
    await host.settle();
    const database = workspaceDatabase(namespace, status.workspace?.id ?? '');
    const methods = (await database.steps.orderBy('seq').toArray()).map(({ effect }) => effect.method);
    expect(methods.slice(1)).toEqual([{ kind: 'freeze' }, { basis: 'proportional', held: 6 }, {}]);
    database.close();
  });
});
