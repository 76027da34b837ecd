import { expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { createRandom } from '~/engine/numeric';
import type { PlanHostApi } from '~/worker/protocol';
import { must, testHost } from './support/host';
import { makePlan, SECOND_PLAN } from './support/madePlan';

/** What the open plan shows of itself. */
async function lookAt(host: PlanHostApi) {
  const { plan } = await host.settle();
  const dimensions = plan?.dimensions ?? [];
  const rows = must(await host.openSheet({ dimensions, column: WORKING_TARGET, open: null }));
  must(await host.openLevel(rows.sheet, 9));
  const { footer } = must(await host.sheetBlock({ sheet: rows.sheet, first: 0, count: 1 }));
  return { plan, dimensions, total: footer.allocated, labels: rows.labels };
}

/** A command on members or values of the open plan; what does not fit is refused. */
async function nextCommand(host: PlanHostApi, random: () => number): Promise<Command> {
  const { plan } = await host.settle();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const dimension = pick(plan?.dimensions ?? []);
  const asked = { dimension, hierarchy: null, search: '', first: 0, count: 99 };
  const members = must(await host.memberList(asked)).members.filter(({ archived }) => !archived);
  const code = () => pick(members)?.code ?? 1;
  const level = members[0]?.level ?? dimension;
  const name = `N${Math.floor(random() * 1e6)}`;
  const periods = plan?.periods.map(({ id }) => id) ?? [];
  const cell = { column: WORKING_TARGET, at: { [dimension]: code() }, periods };
  const own = `own-${1 + Math.floor(random() * 2)}`;
  const weights = [1, 2].map((member) => ({ member, weight: member }));
  const makers: (() => Command)[] = [
    () => ({ name: 'members/add', dimension, names: [name], level, parent: 0 }),
    () => ({ name: 'members/add', dimension, names: [name], level, parent: 0 }),
    () => ({ name: 'targets/setCell', cell, amount: Math.floor(random() * 1e5) }),
    () => ({ name: 'targets/setCell', cell, amount: Math.floor(random() * 1e5) }),
    () => ({ name: 'members/rename', dimension, code: code(), to: name }),
    () => ({ name: 'members/merge', dimension, codes: [code()], into: code() }),
    () => ({ name: 'members/split', dimension, code: code(), parts: [{ to: name, percent: 40 }] }),
    () => ({ name: 'members/archive', dimension, codes: [code()], archived: true }),
    () => ({ name: 'members/setDates', dimension, code: code(), from: dayOf(2027, 4, 1), to: null, rampMonths: 2 }),
    () => ({ name: 'plan/adoptHierarchy', dimension }),
    () => ({
      name: 'dimensions/add',
      dimension: own,
      title: name,
      members: [name, `${name}b`],
      spread: { kind: 'weights', weights },
    }),
    () => ({ name: 'dimensions/drop', dimension: own }),
  ];
  return pick(makers)();
}

it.each([2, 9, 11])(
  'two plans over the same members never move each other, turned and reloaded in any order (%i)',
  async (seed) => {
    let made = await testHost();
    const random = createRandom(seed);
    const workspace = (await makePlan(made.host)).workspace?.id ?? '';
    must(await made.host.dispatch({ name: 'plan/create', settings: SECOND_PLAN }, null));
    const left = new Map<string, number | null>();
    let done = 0;
    let turned = 0;
    for (let step = 0; step < 60; step += 1) {
      const { host } = made;
      const act = random();
      if (act < 0.12) {
        const now = await lookAt(host);
        left.set(now.plan?.id ?? '', now.total);
        const { plans } = await host.settle();
        const other = plans[Math.floor(random() * plans.length)].id;
        must(await host.openPlan(other));
        if (left.has(other)) expect((await lookAt(host)).total).toBe(left.get(other));
      } else if (act < 0.32) {
        turned += (await host.undo(null)).ok ? 1 : 0;
        if (!(await host.settle()).plan) must(await host.redo(null));
      } else if (act < 0.42) {
        turned += (await host.redo(null)).ok ? 1 : 0;
      } else if (act < 0.46) {
        const now = await lookAt(host);
        await host.closeWorkspace();
        made = await made.again();
        must(await made.host.openWorkspace(workspace));
        must(await made.host.openPlan(now.plan?.id ?? ''));
        expect(await lookAt(made.host)).toEqual(now);
      } else {
        done += (await host.dispatch(await nextCommand(host, random), null)).ok ? 1 : 0;
      }
    }
    expect(done).toBeGreaterThan(8);
    expect(turned).toBeGreaterThan(5);
  },
);
