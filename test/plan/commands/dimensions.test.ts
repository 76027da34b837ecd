import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { HELD, SPOKEN } from '~/engine/cube';
import { runCommand } from '~/plan/run';
import {
  allTotals,
  codeOf,
  createShapePlan,
  openOf,
  planOf,
  scatterEdits,
  stateOf,
  totalsAt,
} from '../support/shapePlan';
import { day, type SmallWorkspace } from '../support/smallWorkspace';

const key = columnKey(WORKING_TARGET);

function refused(workspace: SmallWorkspace, command: Command): string {
  const before = stateOf(workspace);
  const context = { today: day('2026-01-16'), now: '', seq: workspace.steps.length + 1, batchOf: () => null };
  const result = runCommand(workspace.document, command, context);
  if (result.ok) throw new Error('was not refused');
  expect(stateOf(workspace)).toBe(before);
  return result.issues[0].code;
}

const wholeYear = (workspace: SmallWorkspace) => planOf(workspace).periods.map((period) => period.id);

describe('a dimension leaves', () => {
  it('every total per column, period and node of the dimensions that stay is what it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom('region', 'seller', 'product'),
        (seed, dimension) => {
          const workspace = createShapePlan(seed);
          scatterEdits(workspace, seed);
          const kept = planOf(workspace).dimensions.filter((other) => other !== dimension);
          const before = allTotals(workspace, kept);
          const lines = openOf(workspace).lines.count;
          workspace.run({ name: 'dimensions/drop', dimension });
          expect(allTotals(workspace, kept)).toEqual(before);
          expect(openOf(workspace).lines.count).toBeLessThan(lines);
          expect(planOf(workspace).dimensions).toEqual(kept);
        },
      ),
      { numRuns: 12, seed: 7 },
    );
  });

  it('a leaf that others join is spoken if any of them is and held only if all are', () => {
    const workspace = createShapePlan(3);
    const { lines } = openOf(workspace);
    const at = (position: number) =>
      Object.fromEntries(lines.dimensions.map((dimension, d) => [dimension, lines.codes[d][position]]));
    const region = lines.codes[0][0];
    const seller = lines.codes[1][0];
    const meets = Array.from({ length: lines.count }, (_, p) => p).filter(
      (p) => lines.codes[0][p] === region && lines.codes[1][p] === seller,
    );
    expect(meets.length).toBeGreaterThan(1);
    const [january, february] = wholeYear(workspace);
    const hold = (position: number, period: string): void => {
      const cell = { column: WORKING_TARGET, at: at(position), periods: [period] };
      workspace.run({ name: 'holds/add', cell, kind: 'freeze' });
    };
    for (const position of meets) hold(position, january);
    hold(meets[0], february);
    workspace.run({ name: 'dimensions/drop', dimension: 'product' });
    const open = openOf(workspace);
    const row = Array.from({ length: open.lines.count }, (_, p) => p).find(
      (p) => open.lines.codes[0][p] === region && open.lines.codes[1][p] === seller,
    );
    expect(open.columns.get(key)?.state[0][row ?? -1]).toBe(SPOKEN | HELD);
    expect(open.columns.get(key)?.state[1][row ?? -1]).toBe(SPOKEN);
  });

  it('takes the holds, goals and notes that name it along, and refuses where a locked total names it', () => {
    const workspace = createShapePlan(4);
    const cell = {
      column: WORKING_TARGET,
      at: { product: codeOf(workspace, 'product', 'Write') },
      periods: wholeYear(workspace),
    };
    workspace.run({ name: 'goals/set', cell, amount: 77 });
    workspace.run({ name: 'holds/add', cell, kind: 'total' });
    const drop: Command = { name: 'dimensions/drop', dimension: 'product' };
    expect(refused(workspace, drop)).toBe('dimension/totalHeld');
    workspace.run({ name: 'holds/release', cell });
    workspace.run({ name: 'holds/add', cell, kind: 'freeze' });
    workspace.run(drop);
    expect([...workspace.document.records.hold.values()]).toEqual([]);
    expect([...workspace.document.records.goal.values()].map((goal) => goal.cell.at)).toEqual([{}]);
  });

  it('takes overrides of the forecast and risks there along; kept forecasts stay, as they tell of their day', () => {
    const workspace = createShapePlan(4);
    const at = { product: codeOf(workspace, 'product', 'Write') };
    const months = [{ month: '2027-01', amount: 500 }];
    const risk = { plan: '', chance: 0.3, low: -9, likely: -6, high: -3, from: '2027-01', to: '2027-03', owner: '' };
    for (const place of [at, {}]) {
      workspace.run({ name: 'forecast/setOverrides', at: place, months, why: 'a big order' });
      workspace.run({ name: 'risks/set', risk: { ...risk, id: '', title: `at ${JSON.stringify(place)}`, at: place } });
    }
    const node = { at, from: '2027-01', model: [1], final: [1], lower: [0], upper: [2] };
    workspace.run({ name: 'forecast/keep', takenOn: day('2026-12-31'), asOf: day('2026-12-30'), nodes: [node] });
    workspace.run({ name: 'dimensions/drop', dimension: 'product' });
    const { forecastOverride, risk: risks, keptForecast } = workspace.document.records;
    expect([...forecastOverride.values()].map((override) => override.at)).toEqual([{}]);
    expect([...risks.values()].map((one) => one.at)).toEqual([{}]);
    expect(keptForecast.size).toBe(1);
  });

  it('the last one cannot leave, nor one that is not there', () => {
    const workspace = createShapePlan(5);
    workspace.run({ name: 'dimensions/drop', dimension: 'product' });
    workspace.run({ name: 'dimensions/drop', dimension: 'seller' });
    expect(refused(workspace, { name: 'dimensions/drop', dimension: 'region' })).toBe('dimension/last');
    expect(refused(workspace, { name: 'dimensions/drop', dimension: 'seller' })).toBe('dimension/unknown');
  });
});

describe('a dimension joins', () => {
  it('whichever way it is spread, every node that was there keeps its total in every column and period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom('member', 'history', 'weights'), (seed, kind) => {
        const workspace = createShapePlan(seed);
        scatterEdits(workspace, seed + 1);
        const before = allTotals(workspace, ['region', 'seller', 'product']);
        const weights = [1, 2, 3].map((member) => ({ member, weight: member * 0.37 }));
        const spread =
          kind === 'member'
            ? { kind, member: 2 }
            : kind === 'weights'
              ? { kind, weights }
              : { kind: 'history' as const };
        workspace.run({ name: 'dimensions/add', dimension: 'customer', spread } as Command);
        expect(allTotals(workspace, ['region', 'seller', 'product'])).toEqual(before);
      }),
      { numRuns: 12, seed: 9 },
    );
  });

  it('by history each line follows its own orders of the last twelve months; lines without any go to unassigned', () => {
    const workspace = createShapePlan(11);
    workspace.run({ name: 'members/add', dimension: 'seller', names: ['Newcomer'], level: 'seller', parent: 0 });
    const seller = codeOf(workspace, 'seller', 'Newcomer');
    const cell = { column: WORKING_TARGET, at: { seller }, periods: wholeYear(workspace) };
    workspace.run({ name: 'targets/setCell', cell, amount: 1200 });
    workspace.run({ name: 'dimensions/add', dimension: 'customer', spread: { kind: 'history' } });
    expect(totalsAt(workspace, { seller, customer: 0 }).reduce((a, b) => a + b, 0)).toBe(1200);
    const { lines } = openOf(workspace);
    const orders = new Set<string>();
    for (const segment of workspace.document.orders.values()) {
      for (let i = 0; i < segment.count; i += 1) {
        if (segment.day[i] >= day('2025-01-01')) orders.add(lines.dimensions.map((d) => segment.codes[d][i]).join());
      }
    }
    for (let p = 0; p < lines.count; p += 1) {
      const tuple = lines.codes.map((codes) => codes[p]);
      if (tuple[3] !== 0) expect(orders.has(tuple.join())).toBe(true);
    }
  });

  it('by weights a value is cut by largest remainder: 100 by 1 : 1 : 1 gives 34, 33, 33', () => {
    const workspace = createShapePlan(12);
    const { lines } = openOf(workspace);
    const at = Object.fromEntries(lines.dimensions.map((dimension, d) => [dimension, lines.codes[d][0]]));
    const periods = [wholeYear(workspace)[0]];
    workspace.run({ name: 'targets/setCell', cell: { column: WORKING_TARGET, at, periods }, amount: 100 });
    const weights = ['a', 'b', 'c'].map((_, i) => ({ member: i + 1, weight: 1 }));
    const add: Command = {
      name: 'dimensions/add',
      dimension: 'brand',
      title: 'Brand',
      members: ['a', 'b', 'c'],
      spread: { kind: 'weights', weights },
    };
    workspace.run(add);
    expect([1, 2, 3].map((brand) => totalsAt(workspace, { ...at, brand })[0])).toEqual([34, 33, 33]);
    expect(planOf(workspace).titles?.brand).toBe('Brand');
    expect(refused(workspace, add)).toBe('dimension/thereAlready');
  });

  it('of one’s own comes back after it was dropped: names that are known are the members they were', () => {
    const workspace = createShapePlan(15);
    const add = (members: string[], member: number): Command => ({
      name: 'dimensions/add',
      dimension: 'brand',
      members,
      spread: { kind: 'member', member },
    });
    const whole = totalsAt(workspace, {});
    workspace.run({ ...add(['x', 'y'], 1), title: 'Brand' } as Command);
    workspace.run({ name: 'dimensions/drop', dimension: 'brand' });
    workspace.run(add(['Z', 'Y'], 2));
    expect(codeOf(workspace, 'brand', 'y')).toBe(2);
    expect(totalsAt(workspace, { brand: 2 })).toEqual(whole);
    expect(planOf(workspace).titles?.brand).toBe('Brand');
    expect(refused(workspace, add(['a'], 2))).toBe('dimension/thereAlready');
    expect(refused(workspace, { ...add(['a'], 2), dimension: 'size' } as Command)).toBe('member/unknown');
  });

  it('a dimension nobody knows, a member that is none, and weights that weigh nothing are refused', () => {
    const workspace = createShapePlan(13);
    const add = (dimension: string, spread: unknown) => ({ name: 'dimensions/add', dimension, spread }) as Command;
    expect(refused(workspace, add('mood', { kind: 'member', member: 0 }))).toBe('dimension/unknown');
    expect(refused(workspace, add('customer', { kind: 'member', member: 999 }))).toBe('member/unknown');
    expect(refused(workspace, add('customer', { kind: 'weights', weights: [] }))).toBe('spread/noWeights');
    const negative = { kind: 'weights', weights: [{ member: 1, weight: -1 }] };
    expect(refused(workspace, add('customer', negative))).toBe('spread/noWeights');
  });

  it('to one member and away again gives back the same lines and values', () => {
    const workspace = createShapePlan(14);
    const before = allTotals(workspace, ['region', 'seller', 'product']);
    workspace.run({ name: 'dimensions/add', dimension: 'customer', spread: { kind: 'history' } });
    workspace.run({ name: 'dimensions/drop', dimension: 'customer' });
    expect(allTotals(workspace, ['region', 'seller', 'product'])).toEqual(before);
  });
});

describe('scenarios', () => {
  it('that share their values go on sharing them in the next generation, and part at the first edit', () => {
    const workspace = createShapePlan(18);
    workspace.run({ name: 'scenarios/add', title: 'Bold', from: 'base' });
    workspace.run({ name: 'dimensions/drop', dimension: 'product' });
    const { columns } = openOf(workspace);
    const [own, copy] = [...columns].filter(([name]) => name.endsWith('/target/sales')).map(([, column]) => column);
    expect(copy.value[0]).toBe(own.value[0]);
    const periods = [wholeYear(workspace)[0]];
    const before = copy.value[0].slice();
    workspace.run({ name: 'targets/setCell', cell: { column: WORKING_TARGET, at: {}, periods }, amount: 5 });
    expect(copy.value[0]).toEqual(before);
  });
});

describe('the main view', () => {
  it('another order of dimensions moves no value and lays each node of the new first one in one stretch', () => {
    const workspace = createShapePlan(21);
    const before = allTotals(workspace, ['region', 'seller', 'product']);
    workspace.run({ name: 'dimensions/reorder', dimensions: ['product', 'seller', 'region'] });
    expect(allTotals(workspace, ['region', 'seller', 'product'])).toEqual(before);
    const { lines } = openOf(workspace);
    const products = Array.from({ length: lines.count }, (_, p) => lines.codes[2][p]);
    const stretches = products.filter((code, p) => p === 0 || products[p - 1] !== code).length;
    expect(stretches).toBe(new Set(products).size);
    expect(refused(workspace, { name: 'dimensions/reorder', dimensions: ['product', 'seller'] })).toBe(
      'dimension/unknown',
    );
  });
});

describe('how deep a dimension is planned', () => {
  it('pooling sums what is not kept under one member per parent; un-pooling conserves every total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const workspace = createShapePlan(seed);
        scatterEdits(workspace, seed + 2, 15);
        const others = ['region', 'seller'];
        const write = codeOf(workspace, 'product', 'Write');
        const drink = codeOf(workspace, 'product', 'Drink');
        const before = allTotals(workspace, others);
        const branches = [write, drink].map((product) => totalsAt(workspace, { product }));
        const keep = [codeOf(workspace, 'product', 'Pen')];
        workspace.run({ name: 'dimensions/setDepth', dimension: 'product', keep, pooled: 'Others' });
        const names = new Set(Array.from(openOf(workspace).lines.codes[2].subarray(0, openOf(workspace).lines.count)));
        expect([...names].sort()).toEqual(
          [
            keep[0],
            codeOf(workspace, 'product', 'Others · Write'),
            codeOf(workspace, 'product', 'Others · Drink'),
          ].sort(),
        );
        const branchesNow = () => [write, drink].map((product) => totalsAt(workspace, { product }));
        expect(allTotals(workspace, others)).toEqual(before);
        expect(branchesNow()).toEqual(branches);
        workspace.run({ name: 'dimensions/setDepth', dimension: 'product', keep: [], pooled: 'Others' });
        expect(allTotals(workspace, others)).toEqual(before);
        expect(branchesNow()).toEqual(branches);
        expect(planOf(workspace).pools).toEqual([]);
      }),
      { numRuns: 8, seed: 5 },
    );
  });
});
