import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { must, type TestHost, testHost } from './support/host';
import { makePlan, SECOND_PLAN } from './support/madePlan';

const plansOf = async ({ host }: TestHost): Promise<string[]> => (await host.settle()).plans.map(({ id }) => id);

async function regions({ host }: TestHost): Promise<Record<string, number>> {
  const rows = must(await host.openSheet({ dimensions: ['region'], column: WORKING_TARGET, open: null }));
  const block = must(await host.sheetBlock({ sheet: rows.sheet, first: 0, count: 50 }));
  const year = rows.fields.findIndex(({ kind }) => kind === 'year');
  return Object.fromEntries(rows.labels.map((label, row) => [label, block.values[row * rows.fields.length + year]]));
}

/** Two plans; a region that the first one brought is typed into in the second one. */
async function twoPlans(): Promise<TestHost & { plans: string[]; west: number; workspace: string }> {
  const made = await testHost();
  const { host } = made;
  const status = await makePlan(host);
  must(await host.dispatch({ name: 'plan/create', settings: SECOND_PLAN }, null));
  const plans = await plansOf(made);
  must(await host.openPlan(plans[0]));
  must(
    await host.dispatch(
      { name: 'members/add', dimension: 'region', names: ['West'], level: 'region', parent: 0 },
      null,
    ),
  );
  const west = must(await host.members({ dimension: 'region', search: 'West' }))[0].code;
  must(await host.openPlan(plans[1]));
  const periods = must(await host.openPlan(plans[1])).plan?.periods.map(({ id }) => id) ?? [];
  const cell = { column: WORKING_TARGET, at: { region: west }, periods };
  must(await host.dispatch({ name: 'targets/setCell', cell, amount: 1_200 }, null));
  return { ...made, plans, west, workspace: status.workspace?.id ?? '' };
}

describe('members that several plans use', () => {
  it('stay, archived, when the plan that brought them takes them back', async () => {
    const made = await twoPlans();
    const { host, plans, west } = made;
    const before = await regions(made);
    expect(before.West).toBe(1_200);
    must(await host.openPlan(plans[0]));
    expect(must(await host.undo(null)).effect.undone).toBe('members/add');
    expect(await regions(made)).not.toHaveProperty('West');
    // The name is free again, its code is not: nobody else's numbers may appear under it.
    must(
      await host.dispatch(
        { name: 'members/add', dimension: 'region', names: ['East'], level: 'region', parent: 0 },
        null,
      ),
    );
    const [east] = must(await host.members({ dimension: 'region', search: 'East' }));
    expect(east.code).not.toBe(west);
    must(await host.openPlan(plans[1]));
    expect(await regions(made)).toEqual(before);
  });

  it('come back by redo, also after a reload', async () => {
    const made = await twoPlans();
    must(await made.host.openPlan(made.plans[0]));
    must(await made.host.undo(null));
    await made.host.settle();
    await made.host.closeWorkspace();
    const again = await made.again();
    must(await again.host.openWorkspace(made.workspace));
    must(await again.host.openPlan(made.plans[0]));
    expect(must(await again.host.redo(null)).effect.command).toBe('members/add');
    expect(await regions(again)).toHaveProperty('West');
    must(await again.host.openPlan(made.plans[1]));
    expect((await regions(again)).West).toBe(1_200);
  });

  it('go where only the plan that brought them was worked on', async () => {
    const made = await testHost();
    const { host } = made;
    await makePlan(host);
    must(await host.dispatch({ name: 'plan/create', settings: SECOND_PLAN }, null));
    must(await host.openPlan((await plansOf(made))[0]));
    const add = (name: string) =>
      host.dispatch({ name: 'members/add', dimension: 'region', names: [name], level: 'region', parent: 0 }, null);
    must(await add('West'));
    const west = must(await host.members({ dimension: 'region', search: 'West' }))[0].code;
    must(await host.undo(null));
    must(await add('East'));
    expect(must(await host.members({ dimension: 'region', search: 'East' }))[0].code).toBe(west);
  });

  it('are seen as they were in a look back past the undo', async () => {
    const made = await twoPlans();
    const { host, plans } = made;
    must(await host.openPlan(plans[0]));
    must(await host.undo(null));
    const now = await regions(made);
    const { entries } = must(await host.sources());
    must(await host.openPast(entries - 2));
    expect(await regions(made)).toHaveProperty('West');
    must(await host.openPast(2));
    expect(await regions(made)).not.toHaveProperty('West');
    must(await host.openPast(entries - 1));
    expect(await regions(made)).toHaveProperty('West');
    must(await host.openPast(null));
    expect(await regions(made)).toEqual(now);
  });

  it('are turned from either plan without touching what the other one did since', async () => {
    const made = await twoPlans();
    const { host, plans, west } = made;
    const rename = { name: 'members/rename', dimension: 'region', code: west, to: 'Far West' } as const;
    must(await host.dispatch(rename, null));
    const periods = must(await host.openPlan(plans[1])).plan?.periods.map(({ id }) => id) ?? [];
    const before = await regions(made);
    const cell = { column: WORKING_TARGET, at: { region: west }, periods };
    must(await host.dispatch({ name: 'targets/setCell', cell, amount: 9_000 }, null));
    must(await host.openPlan(plans[0]));
    expect(must(await host.undo(null)).effect.undone).toBe('members/rename');
    must(await host.openPlan(plans[1]));
    expect((await regions(made)).West).toBe(9_000);
    expect(must(await host.undo(null)).effect.undone).toBe('targets/setCell');
    expect((await regions(made)).West).toBe(before['Far West']);
    // Redo takes what was undone last, in whichever plan that was.
    expect(must(await host.redo(null)).effect.command).toBe('targets/setCell');
    expect(must(await host.redo(null)).effect.command).toBe('members/rename');
    expect((await regions(made))['Far West']).toBe(9_000);
  });
});
