import { describe, expect, test } from 'vitest';
import type { At, CellRef } from '~/domain/cell';
import { WORKING_TARGET } from '~/domain/plan';
import { planOf, totalsAt } from '../support/shapePlan';
import { createWorkspace, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';
import { difficultyOf, evidenceOf, type JudgedPlan, judged, judgedPlan, SELLERS, sceneOf } from './judgedPlan';

const cell = (workspace: SmallWorkspace, at: At): CellRef => ({
  column: WORKING_TARGET,
  at,
  periods: planOf(workspace).periods.map(({ id }) => id),
});

const setTo = (plan: JudgedPlan, at: At, amount: number): void => {
  plan.run({ name: 'targets/setCell', cell: cell(plan, at), amount });
};

const targetOf = (plan: SmallWorkspace, at: At): number => totalsAt(plan, at).reduce((sum, amount) => sum + amount, 0);

/** Everybody is expected to sell as last year, give or take a tenth. */
const AS_LAST_YEAR = Object.fromEntries([
  ...SELLERS.map((seller, i) => [seller, { mean: 12 * (10_100 + 100 * i), spread: 12_000 }]),
  ['North', { mean: 492_000, spread: 30_000 }],
  ['South', { mean: 253_200, spread: 20_000 }],
  ['', { mean: 745_200, spread: 40_000 }],
]);

describe('what a target is held against', () => {
  const plan = judgedPlan();
  setTo(plan, plan.at('Ann'), 150_000);
  const ann = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));

  test('its own growth: two years prove little, so that a fifth more is the most', () => {
    const { low, mid, high, facts, state } = evidenceOf(ann, 'history');
    // Last year 12 × 10,100 grew by 1 %, less or more a tenth, at best two of them.
    expect([low, mid, high]).toEqual([121_200 * 0.91, 121_200 * 1.01, 121_200 * 1.21].map(Math.round));
    expect(facts).toMatchObject({ reference: 121_200, years: 1 });
    expect(facts.asked).toBeCloseTo(150 / 121.2 - 1);
    expect(facts.z).toBeCloseTo((150 / 121.2 - 1.01) / 0.1);
    expect(state).toBe('against');
    expect(ann.lastYearIs).toBe('lastTwelveMonths');
  });

  test('the growth of its peers: all six, as its own region has fewer than five', () => {
    const { low, mid, high, facts } = evidenceOf(ann, 'peers');
    expect([low, mid, high]).toEqual([121_200 * 1.015, 121_200 * 1.035, 121_200 * 1.055].map(Math.round));
    expect(facts).toMatchObject({ n: 6, size: 121_200, medianSize: 124_200 });
  });

  test('the potential of its customers by the share that peers reach of theirs', () => {
    const { mid, facts } = evidenceOf(ann, 'potential');
    // Five of six customers said what they could buy; the middle of them buys 12 × 10,300 of 200,000.
    expect(facts).toMatchObject({ potential: 200_000, share: 121_200 / 200_000, peers: 5, unstated: 0, stated: 1 });
    expect(mid).toBe(123_600);
    expect(facts.needed).toBe(0.75);
    const fay = evidenceOf(judged(plan.expect({}), plan.at('Fay')), 'potential');
    expect(fay).toMatchObject({ state: 'unknown', issues: [{ code: 'challenge/noPotential' }] });
  });

  test('its trend, which is steady here', () => {
    const { low, mid, high } = evidenceOf(ann, 'trend');
    // 100 more a month than a year before: laid on the mean of both years.
    expect([low, mid, high]).toEqual([122_400, 122_400, 122_400]);
  });

  test('the chance of its forecast, and the most it supports limits it', () => {
    expect(ann.forecast).toEqual({ mean: 121_200, lower: 109_200, upper: 133_200, level: 0.8 });
    expect(ann.chance).toBeLessThan(0.01);
    expect(ann).toMatchObject({ verdict: 'unrealistic', verdictFrom: 'forecast' });
    const least = Math.min(...ann.evidence.flatMap(({ kind, high }) => (kind === 'proposals' ? [] : (high ?? []))));
    expect(evidenceOf(ann, ann.limiting ?? 'season').high).toBe(least);
  });

  test('one customer is all it has, and losing it would take all that is to come', () => {
    const { facts, state, parts } = evidenceOf(ann, 'concentration');
    expect(facts).toMatchObject({ customers: 1, top1: 1, hhi: 1, largest: 121_200, lost: 121_200 });
    expect(state).toBe('against');
    expect(parts.map(({ label }) => label)).toEqual(['Anns shop']);
  });

  test('what was proposed stands beside it and counts for nothing', () => {
    const column = { ...WORKING_TARGET, layer: 'proposal' };
    plan.run({ name: 'targets/setCell', cell: { ...cell(plan, plan.at('Ann')), column }, amount: 90_000 });
    const proposed = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    expect(evidenceOf(proposed, 'proposals')).toMatchObject({ mid: 90_000, state: 'strains', facts: { gap: 60_000 } });
    expect([proposed.verdict, proposed.limiting, proposed.chance]).toEqual([ann.verdict, ann.limiting, ann.chance]);
    const alone = judged(plan.expect({}), plan.at('Ann'));
    expect(alone.limiting).not.toBe('proposals');
  });

  test('its months against those it usually has', () => {
    const even = evidenceOf(ann, 'season');
    expect(even).toMatchObject({ state: 'supports', facts: { own: 1, years: 2 } });
    const [january] = planOf(plan).periods;
    const cells = { ...cell(plan, plan.at('Ann')), periods: [january.id] };
    plan.run({ name: 'targets/setCell', cell: cells, amount: 80_000 });
    const odd = evidenceOf(judged(plan.expect(AS_LAST_YEAR), plan.at('Ann')), 'season');
    expect(odd.state).toBe('against');
    expect(odd.parts[0]).toMatchObject({ period: january.id, amount: 80_000 });
  });

  test('goals at and under it', () => {
    expect(evidenceOf(ann, 'cushion').issues).toEqual([{ code: 'challenge/noGoals' }]);
    plan.run({ name: 'goals/set', cell: cell(plan, plan.at('Bob')), amount: targetOf(plan, plan.at('Bob')) + 1000 });
    const bob = judged(plan.expect({}), plan.at('Bob'));
    expect(bob.goal).toBe((bob.target ?? 0) + 1000);
    expect(evidenceOf(bob, 'cushion').state).toBe('strains');
    const most = Math.max(...bob.rule.bands.flatMap(({ of, high }) => (of === 'overAssignment' ? [high] : [])));
    const overBy = (share: number) => {
      const amount = Math.floor((bob.target ?? 0) / (1 + share));
      plan.run({ name: 'goals/set', cell: cell(plan, plan.at('Bob')), amount });
      return evidenceOf(judged(plan.expect({}), plan.at('Bob')), 'cushion').state;
    };
    expect(overBy(most - 0.01)).toBe('supports');
    expect(overBy(most + 0.01)).toBe('strains');
  });
});

test('a year that the data do not reach yet has brought nothing that could be said', () => {
  const plan = judgedPlan();
  expect(judged(plan.expect(AS_LAST_YEAR), plan.at('Ann')).actual).toBeNull();
});

describe('without a forecast', () => {
  test('other evidence judges, and says so', () => {
    const plan = judgedPlan();
    setTo(plan, plan.at('Ann'), 123_000);
    const fair = judged(plan.expect({}), plan.at('Ann'));
    expect(fair).toMatchObject({ chance: null, forecast: null, fair: null, verdictFrom: 'evidence', verdict: 'fair' });
    expect(evidenceOf(fair, 'forecast').issues).toEqual([{ code: 'challenge/noForecast' }]);
    setTo(plan, plan.at('Ann'), 300_000);
    expect(judged(plan.expect({}), plan.at('Ann')).verdict).toBe('unrealistic');
  });

  test('and without any data, nothing is fair: all is unknown with its reason', () => {
    const workspace = createWorkspace('2026-01-05');
    const members = { region: ['North', 'South'], seller: ['Ann', 'Bob'] };
    workspace.run({ name: 'plan/create', settings: settingsOf({ target: 1000, base: 'none', members }) });
    const view = difficultyOf(sceneOf(workspace));
    expect(view.rows).toHaveLength(7);
    expect(view.counts).toEqual({ easy: 0, fair: 0, demanding: 0, unrealistic: 0, unknown: 4 });
    expect(view.whole).toEqual({ target: 1000, forecast: null, chance: null, verdict: null });
    const own = judged(sceneOf(workspace), view.rows[2].at);
    expect(own).toMatchObject({ verdict: null, verdictFrom: null, limiting: null, fair: null, curve: [], asOf: null });
    for (const { state, issues } of own.evidence) {
      expect(state).toBe('unknown');
      expect(issues).not.toEqual([]);
    }
  });

  test('a blank target has none to judge', () => {
    const plan = judgedPlan();
    plan.run({ name: 'targets/clearCell', cell: cell(plan, plan.at('Ann')) });
    const blank = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    expect(blank).toMatchObject({
      target: null,
      verdict: null,
      chance: null,
      issues: [{ code: 'challenge/noTarget' }],
    });
    expect(blank.forecast?.mean).toBe(121_200);
  });
});

describe('what would be fair', () => {
  const makePlan = (): JudgedPlan => {
    const plan = judgedPlan();
    SELLERS.forEach((seller, i) => {
      setTo(plan, plan.at(seller), 12 * (10_100 + 100 * i) - 20_000);
    });
    setTo(plan, plan.at('Ann'), 161_201);
    return plan;
  };
  const total = (cells: readonly { amount: number }[]): number => cells.reduce((sum, { amount }) => sum + amount, 0);

  test('is the amount with the fair chance; siblings take the rest as far as they stay fair, exactly', () => {
    const plan = makePlan();
    const { fair, target } = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    if (!fair || target === null) throw new Error('nothing fair');
    expect(fair).toMatchObject({ amount: 121_200, chance: 0.5, locked: false, left: 0 });
    const [bob, cid, dee] = ['Bob', 'Cid', 'Dee'].map((name) => plan.at(name));
    expect(fair.takers.map(({ at }) => at)).toEqual([bob, cid, dee]);
    expect(total(fair.cells)).toBe([plan.at('Ann'), bob, cid, dee].reduce((sum, at) => sum + targetOf(plan, at), 0));
    for (const { chanceAfter } of fair.takers) expect(chanceAfter).toBeGreaterThanOrEqual(0.4);
  });

  test('others of the same level take what siblings leave, as far as what they lie under stays fair', () => {
    const plan = makePlan();
    for (const name of ['Bob', 'Cid']) plan.run({ name: 'holds/add', cell: cell(plan, plan.at(name)), kind: 'freeze' });
    const scene = plan.expect({ ...AS_LAST_YEAR, South: { mean: 218_200, spread: 20_000 } });
    const { fair } = judged(scene, plan.at('Ann'));
    expect(fair?.takers.map(({ label }) => label)).toEqual(['Dee', 'South · Eve', 'South · Fay']);
    const south = fair?.takers.slice(1).reduce((sum, { before, after }) => sum + after - before, 0) ?? 0;
    // South is asked 213,200 and reaches 222,153 with a fair chance: not all that Eve and Fay could take.
    expect(targetOf(plan, { region: plan.at('Eve').region })).toBe(213_200);
    expect(south).toBeGreaterThan(8_900);
    expect(south).toBeLessThanOrEqual(8_954);
    expect(fair?.left).toBeGreaterThan(0);
  });

  test('nothing that is locked or closed is given up or taken over', () => {
    const plan = makePlan();
    const months = planOf(plan).periods.map(({ id }) => id);
    plan.run({ name: 'periods/close', periods: months.slice(0, 10) });
    const own = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    const closed = totalsAt(plan, plan.at('Ann')).slice(0, 10);
    expect(own.fair).toMatchObject({ locked: true });
    expect(own.fair?.cells[0].amount).toBe(closed.reduce((sum, amount) => sum + amount, 0));
    const before = allTargets(plan);
    plan.run(balanceOf(plan, own.fair?.cells ?? []));
    expect(allTargets(plan)).toBe(before - (own.fair?.left ?? 0));
  });

  test('where the total above is locked, what nobody has room for stays where it is', () => {
    const plan = makePlan();
    plan.run({ name: 'holds/add', cell: cell(plan, { region: plan.at('Ann').region }), kind: 'total' });
    for (const name of ['Bob', 'Cid']) plan.run({ name: 'holds/add', cell: cell(plan, plan.at(name)), kind: 'freeze' });
    const before = allTargets(plan);
    const { fair } = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    expect(fair?.left).toBe(0);
    expect(fair?.takers).toHaveLength(1);
    expect(fair?.cells[0].amount).toBeGreaterThan(fair?.amount ?? 0);
    plan.run(balanceOf(plan, fair?.cells ?? []));
    expect(allTargets(plan)).toBe(before);
  });

  test('a lasting maximum is the room of who has one', () => {
    const plan = makePlan();
    const bob = cell(plan, plan.at('Bob'));
    plan.run({ name: 'limits/set', cell: bob, min: null, max: targetOf(plan, plan.at('Bob')) + 7 });
    const { fair } = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    const taken = fair?.takers.find(({ label }) => label === 'Bob');
    expect((taken?.after ?? 0) - (taken?.before ?? 0)).toBeLessThanOrEqual(7);
  });

  test('an easy target may be raised to what is fair, and its total with it', () => {
    const plan = makePlan();
    const [bob, before, own] = [plan.at('Bob'), allTargets(plan), targetOf(plan, plan.at('Bob'))];
    const { fair, verdict } = judged(plan.expect(AS_LAST_YEAR), bob);
    expect(verdict).toBe('easy');
    expect(fair).toMatchObject({ amount: 122_400, cells: [{ at: bob, amount: 122_400 }], takers: [], left: 0 });
    plan.run(balanceOf(plan, fair?.cells ?? []));
    expect(targetOf(plan, bob)).toBe(122_400);
    expect(allTargets(plan) - before).toBe(122_400 - own);
  });

  test('a target that is fair is left alone', () => {
    const plan = makePlan();
    plan.run(balanceOf(plan, [{ at: plan.at('Bob'), amount: 122_400 }]));
    const { fair, verdict } = judged(plan.expect(AS_LAST_YEAR), plan.at('Bob'));
    expect(verdict).toBe('fair');
    expect(fair).toMatchObject({ amount: 122_400, cells: [], takers: [], left: 0 });
  });

  test('an easy target below its lasting maximum is not raised beyond it', () => {
    const plan = makePlan();
    const bob = cell(plan, plan.at('Bob'));
    plan.run({ name: 'limits/set', cell: bob, min: null, max: 122_399 });
    const { fair, verdict } = judged(plan.expect(AS_LAST_YEAR), plan.at('Bob'));
    expect(verdict).toBe('easy');
    expect(fair).toMatchObject({ amount: 122_400, cells: [] });
  });

  const allTargets = (plan: SmallWorkspace): number => targetOf(plan, {});
  const balanceOf = (plan: SmallWorkspace, cells: readonly { at: At; amount: number }[]) => ({
    name: 'targets/balance' as const,
    why: 'fair to all',
    cells: cells.map(({ at, amount }) => ({ cell: cell(plan, at), amount })),
  });
});

describe('the tree of difficulty', () => {
  test('after edits is the same with what was kept as from scratch', () => {
    const plan = judgedPlan();
    const kept = plan.expect(AS_LAST_YEAR);
    difficultyOf(kept);
    SELLERS.forEach((seller, i) => {
      setTo(plan, plan.at(seller), 90_000 + 17_003 * i);
      expect(difficultyOf(sceneOf(plan, kept.memory))).toEqual(difficultyOf(plan.expect(AS_LAST_YEAR)));
    });
    const { counts, rows } = difficultyOf(sceneOf(plan, kept.memory));
    expect(counts.easy).toBeGreaterThan(0);
    expect(counts.unrealistic).toBeGreaterThan(0);
    expect(rows.filter(({ depth }) => depth === 2)).toHaveLength(6);
  });

  test('forgets forecasts when orders or promotions change, not when targets do', () => {
    const plan = judgedPlan();
    const { memory } = plan.expect(AS_LAST_YEAR);
    setTo(plan, {}, 900_000);
    expect(difficultyOf(sceneOf(plan, memory)).whole.forecast).toBe(745_200);
    const event = { id: '', kind: 'promotion' as const, at: {}, title: 'Sale', decision: 'adjust' as const, lift: 0.3 };
    plan.run({ name: 'forecast/setEvents', events: [{ ...event, from: '2026-05', to: '2026-06' }] });
    expect(difficultyOf(sceneOf(plan, memory)).whole.forecast).toBeNull();
  });

  test('a plan of several years is judged by the year its orders end in', () => {
    const plan = judgedPlan({ years: 3, fiscalYear: 2026 });
    const own = judged(plan.expect(AS_LAST_YEAR), {});
    expect(own.cell.periods).toHaveLength(12);
    expect(own.cell.periods[0]).toBe('2026-01');
    expect(own.target).toBe(
      totalsAt(plan, {})
        .slice(0, 12)
        .reduce((sum, amount) => sum + amount, 0),
    );
  });

  test('goes by the rule of the plan', () => {
    const plan = judgedPlan();
    setTo(plan, plan.at('Ann'), 121_200);
    const before = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    expect(before.verdict).toBe('fair');
    const rule = { ...before.rule, easy: 0.9, fair: 0.6, demanding: 0.3, fairChance: 0.7 };
    plan.run({ name: 'challenge/setRule', rule });
    const after = judged(plan.expect(AS_LAST_YEAR), plan.at('Ann'));
    expect(after.verdict).toBe('demanding');
    expect(after.fair?.chance).toBeCloseTo(0.7, 3);
    expect(after.rule).toEqual(rule);
  });
});
