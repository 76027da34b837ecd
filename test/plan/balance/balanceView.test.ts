import { describe, expect, it } from 'vitest';
import type { At } from '~/domain/cell';
import type { NodeOutlook } from '~/domain/outlook';
import { WORKING_TARGET } from '~/domain/plan';
import { balanceAddresses, balanceView } from '~/plan/balance/balanceView';
import { ratchetOf } from '~/plan/balance/ratchetOf';
import { type ChallengeScene, challengeScene, createChallengeMemory } from '~/plan/challenge/challengeScene';
import { createFactCache } from '~/plan/facts';
import { addressKey } from '~/plan/outlooks/salesTable';
import { requirePlan } from '~/plan/resolve';
import { createViewCache } from '~/plan/views/viewCache';
import { codeOf, createShapePlan, planOf, totalsAt } from '../support/shapePlan';
import { batchOf, createWorkspace, day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const TODAY = day('2026-01-16');

/** A scene in which every member is expected to sell what `expected` says, ± 20 %. */
function sceneOf({ document }: SmallWorkspace, expected: (at: At) => number | null): ChallengeScene {
  const required = requirePlan(document);
  if (!required.ok) throw new Error('no plan');
  const memory = createChallengeMemory();
  const facts = createFactCache();
  const scene = challengeScene(document, required.value, {
    line: 'target',
    views: createViewCache(),
    facts,
    memory,
    today: TODAY,
  });
  for (const at of balanceAddresses(scene, 'seller')) {
    const mean = expected(at);
    const outlook: NodeOutlook = {
      at,
      actual: null,
      lastYear: mean,
      year: mean === null ? null : { mean, lower: mean * 0.8, upper: mean * 1.2 },
      periods: [],
      months: 24,
    };
    memory.outlooks.set(addressKey(at), outlook);
  }
  return scene;
}

const query = { line: 'target', dimension: 'seller', by: 'stretch' } as const;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a plan that is balanced', () => {
  it('asks the same multiple of all in one step, with the same total to the cent', () => {
    const workspace = createShapePlan(3);
    const shares: Record<number, number> = {};
    ['Ann', 'Bob', 'Cid', 'Dee'].forEach((name, i) => {
      shares[codeOf(workspace, 'seller', name)] = (i + 1) * 400_000;
    });
    const expected = (at: At): number => shares[at.seller];
    const before = sum(totalsAt(workspace, {}));
    const view = balanceView(sceneOf(workspace, expected), query);
    expect(view.total).toBe(before);
    expect(view.after.variation).toBeLessThan(1e-5);
    expect(view.before.variation).toBeGreaterThan(0.05);
    workspace.run({
      name: 'targets/balance',
      cells: view.cells.map(({ at, amount }) => ({ cell: { ...view.cell, at }, amount })),
      why: 'equal',
      reason: 'equal',
    });
    expect(sum(totalsAt(workspace, {}))).toBe(before);
    for (const row of view.rows) expect(sum(totalsAt(workspace, row.at))).toBe(row.proposed);
    expect(balanceView(sceneOf(workspace, expected), query).cells).toEqual([]);
  });

  it('leaves locks alone, and tells what each of them costs the others', () => {
    const workspace = createShapePlan(3);
    const ann = codeOf(workspace, 'seller', 'Ann');
    const periods = planOf(workspace).periods.map(({ id }) => id);
    workspace.run({
      name: 'targets/setCell',
      cell: { column: WORKING_TARGET, at: { seller: ann }, periods },
      amount: 3_000_000,
    });
    workspace.run({
      name: 'holds/add',
      cell: { column: WORKING_TARGET, at: { seller: ann }, periods },
      kind: 'freeze',
    });
    const view = balanceView(
      sceneOf(workspace, () => 1_000_000),
      query,
    );
    const row = view.rows.find(({ label }) => label === 'Ann');
    expect(row).toMatchObject({ held: 'all', bound: 'held', proposed: 3_000_000 });
    expect(view.cells.some(({ at }) => at.seller === ann)).toBe(false);
    expect(view.prices[0]).toMatchObject({ label: 'Ann', amount: 3_000_000 });
    // Without the lock everybody has a quarter; with it the others carry that much less.
    expect(view.prices[0].price).toBe(3_000_000 - view.prices[0].free);
    expect(Math.abs(view.prices[0].free - (view.total ?? 0) / 4)).toBeLessThanOrEqual(1);
  });

  it('keeps whoever nobody can foretell, and says so', () => {
    const workspace = createShapePlan(3);
    const ann = codeOf(workspace, 'seller', 'Ann');
    workspace.run({
      name: 'capacity/setRule',
      rule: { ramp: [], keepRate: 1, productivity: null, own: [] },
    });
    const scene = sceneOf(workspace, ({ seller }) => (seller === ann ? null : 1_000_000));
    const row = balanceView(scene, query).rows.find(({ label }) => label === 'Ann');
    // She sold in the past, so what she can carry stands in for a forecast.
    expect(row?.expectedFrom).toBe('capacity');
    expect(row?.expected).toBeGreaterThan(0);
  });

  it('tells as well what others carry for a lock that asks too little', () => {
    const workspace = createShapePlan(3);
    const at = { seller: codeOf(workspace, 'seller', 'Ann') };
    const periods = planOf(workspace).periods.map(({ id }) => id);
    const cell = { column: WORKING_TARGET, at, periods };
    workspace.run({ name: 'targets/setCell', cell, amount: 100_000 });
    workspace.run({ name: 'holds/add', cell, kind: 'freeze' });
    const view = balanceView(
      sceneOf(workspace, () => 1_000_000),
      query,
    );
    expect(view.prices[0]).toMatchObject({ label: 'Ann', amount: 100_000 });
    expect(Math.abs(view.prices[0].free - (view.total ?? 0) / 4)).toBeLessThanOrEqual(1);
    expect(view.prices[0].price).toBeLessThan(0);
  });

  it('never gives a member less than what of it is locked', () => {
    const workspace = createShapePlan(3);
    const ann = codeOf(workspace, 'seller', 'Ann');
    const first = planOf(workspace)
      .periods.slice(0, 6)
      .map(({ id }) => id);
    workspace.run({
      name: 'holds/add',
      cell: { column: WORKING_TARGET, at: { seller: ann }, periods: first },
      kind: 'freeze',
    });
    const locked = sum(totalsAt(workspace, { seller: ann }).slice(0, 6));
    const scene = sceneOf(workspace, ({ seller }) => (seller === ann ? 1_000 : 1_000_000));
    const row = balanceView(scene, query).rows.find(({ label }) => label === 'Ann');
    expect(row).toMatchObject({ held: 'some', bound: 'least', proposed: locked });
  });

  it('is offered customers that could move instead, which make it more even', () => {
    const lines = Array.from({ length: 24 }, (_, m) => `${2024 + Math.floor(m / 12)}-${(m % 12) + 1}-15`).flatMap(
      (on) => [
        { on, amount: 60_000, region: 'East', seller: 'Ann', customer: 'Acme' },
        { on, amount: 20_000, region: 'East', seller: 'Ann', customer: 'Birch' },
        { on, amount: 40_000, region: 'East', seller: 'Bob', customer: 'Cedar' },
      ],
    );
    const workspace = createWorkspace('2026-01-16');
    const coverage = { from: '2024-01-01', to: '2025-12-31' };
    workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
    workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['seller'], target: 1_440_000 }) });
    const [ann, bob] = ['Ann', 'Bob'].map((name) => codeOf(workspace, 'seller', name));
    const periods = planOf(workspace).periods.map(({ id }) => id);
    const cellOf = (seller: number) => ({ column: WORKING_TARGET, at: { seller }, periods });
    workspace.run({
      name: 'targets/setCells',
      origin: 'paste',
      cells: [ann, bob].map((seller) => ({ cell: cellOf(seller), amount: 720_000 })),
    });
    const view = balanceView(
      sceneOf(workspace, ({ seller }) => (seller === ann ? 960_000 : 480_000)),
      query,
    );
    expect(view.moves).toMatchObject([{ name: 'Birch', fromName: 'Ann', toName: 'Bob', amount: 240_000 }]);
    expect(view.before.ratio).toBe(2);
    expect(view.afterMoves?.ratio).toBe(1);
    // Where only a part of it is missing, the smaller customer is too large and nobody moves.
    const less = sceneOf(workspace, ({ seller }) => (seller === ann ? 820_000 : 700_000));
    expect(balanceView(less, query).moves).toEqual([]);
  });
});

describe('the ratchet', () => {
  const member = (now: number, lastYear: number, yearBefore: number | null, lastTarget: number | null = null) => ({
    now,
    lastYear,
    yearBefore,
    lastTarget,
  });

  it('is flagged where more is asked of those who did well', () => {
    const members = [member(130, 100, null, 80), member(110, 100, null, 100), member(100, 100, null, 120)];
    expect(ratchetOf(members, { limit: 0.3, lastYearIs: 'lastYear' })).toMatchObject({
      flagged: true,
      from: 'attainment',
    });
  });

  it('is not where growth asked has nothing to do with it, and takes growth where nobody had a target', () => {
    const even = [member(110, 100, 80), member(110, 100, 100), member(110, 100, 120)];
    expect(ratchetOf(even, { limit: 0.3, lastYearIs: 'lastYear' })).toMatchObject({
      r: null,
      flagged: false,
      from: 'growth',
    });
    const eased = [member(101, 100, 70), member(115, 100, 100), member(130, 100, 130)];
    expect(ratchetOf(eased, { limit: 0.3, lastYearIs: 'lastYear' }).flagged).toBe(false);
    const asked = [member(130, 100, 70), member(115, 100, 100), member(101, 100, 130)];
    expect(ratchetOf(asked, { limit: 0.3, lastYearIs: 'lastYear' }).flagged).toBe(true);
  });
});
