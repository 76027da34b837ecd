import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { cushionView } from '~/plan/views/cushionView';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { createWorkspace, settingsOf } from '../support/smallWorkspace';

function goal(small: Pick<SmallPlan, 'run' | 'at' | 'plan'>, names: Record<string, string>, amount: number): void {
  const periods = small.plan.periods.map((period) => period.id);
  small.run({ name: 'goals/set', cell: { column: WORKING_TARGET, at: small.at(names), periods }, amount });
}

function cushionOf(small: Pick<SmallPlan, 'document'>) {
  const view = cushionView(small.document);
  if (!view.ok) throw new Error('no view');
  return view.value;
}

/** Two regions, three sellers, two products; the company's goal is 100. */
function threeLevels(): SmallPlan {
  const workspace = createWorkspace('2026-07-16');
  workspace.run({
    name: 'plan/create',
    settings: settingsOf({
      dimensions: ['region', 'seller', 'product'],
      base: 'none',
      target: 10_000,
      members: { region: ['North', 'South'], seller: ['Ann', 'Bob', 'Cid'], product: ['A', 'B'] },
    }),
  });
  const { document } = workspace;
  const plan = [...document.records.plan.values()][0];
  const at = (names: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(names).map(([dimension, name]) => [
        dimension,
        document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1,
      ]),
    );
  return { ...workspace, plan, at };
}

describe('the cushion', () => {
  it('of 10 %, 10 % and 5 % makes a chain of 27.05 %', () => {
    const small = threeLevels();
    goal(small, {}, 100_000);
    goal(small, { region: 'North' }, 60_000);
    goal(small, { region: 'South' }, 50_000);
    goal(small, { seller: 'Ann' }, 41_000);
    goal(small, { seller: 'Bob' }, 40_000);
    goal(small, { seller: 'Cid' }, 40_000);
    goal(small, { product: 'A' }, 63_525);
    goal(small, { product: 'B' }, 63_525);
    const { levels, chain } = cushionOf(small);
    expect(levels.map(({ level, goals, nodes, total }) => [level, goals, nodes, total])).toEqual([
      ['', 1, 1, 100_000],
      ['region', 2, 2, 110_000],
      ['seller', 3, 3, 121_000],
      ['product', 2, 2, 127_050],
    ]);
    expect(levels.map(({ cushion }) => (cushion === null ? null : Math.round(cushion * 1e6)))).toEqual([
      null,
      100_000,
      100_000,
      50_000,
    ]);
    expect(chain).toBeCloseTo(0.2705, 12);
  });

  it('passes over a level without goals, and has none where a member of the level answers for nothing', () => {
    const small = createSmallPlan();
    const whole = [...small.document.records.goal.values()][0];
    expect(whole?.cell.at).toEqual({});
    goal(small, {}, 36_000);
    goal(small, { seller: 'Ann' }, 20_000);
    goal(small, { seller: 'Bob' }, 10_000);
    expect(cushionOf(small)).toMatchObject({
      chain: null,
      levels: [
        { level: '', cushion: null },
        { level: 'region', goals: 0, total: null, cushion: null, unallocated: null },
        { level: 'seller', goals: 2, nodes: 3, total: 30_000, cushion: null },
      ],
    });
    goal(small, { seller: 'Cid' }, 9_600);
    expect(cushionOf(small).levels[2].cushion).toBeCloseTo(0.1, 12);
    expect(cushionOf(small).chain).toBeCloseTo(0.1, 12);
  });

  it('measures a line against the nearest whole one above, never against a part of a line', () => {
    const small = createSmallPlan();
    goal(small, {}, 36_000);
    goal(small, { region: 'North' }, 20_000);
    for (const seller of ['Ann', 'Bob', 'Cid']) goal(small, { seller }, 13_200);
    expect(cushionOf(small).levels[1]).toMatchObject({ goals: 1, nodes: 2, cushion: null });
    expect(cushionOf(small).levels[2].cushion).toBeCloseTo(0.1, 12);
  });

  it('shows what goals still exceed the targets below them by, never less than nothing', () => {
    const small = createSmallPlan();
    goal(small, { seller: 'Ann' }, 20_000);
    goal(small, { seller: 'Bob' }, 7_000);
    expect(cushionOf(small).levels[2].unallocated).toBe(5_600);
  });

  it('counts a member once where parts of it have goals as well', () => {
    const small = createSmallPlan();
    goal(small, { seller: 'Ann' }, 20_000);
    goal(small, { region: 'North', seller: 'Ann' }, 15_000);
    goal(small, { region: 'North', seller: 'Bob' }, 1_000);
    expect(cushionOf(small).levels[2]).toMatchObject({ goals: 2, total: 21_000 });
  });
});
