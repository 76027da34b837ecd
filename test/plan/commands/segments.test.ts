import { describe, expect, it } from 'vitest';
import { invertRecords } from '~/domain/change';
import type { Command } from '~/domain/command';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import type { Condition } from '~/domain/segmentation';
import { tierHistory } from '~/plan/customers/tierHistory';
import { tiersOn } from '~/plan/customers/tiersOn';
import { changeRecords, membersOf } from '~/plan/document';
import { createFactCache, planFacts } from '~/plan/facts';
import { type Applied, runCommand } from '~/plan/run';
import { createViewCache } from '~/plan/views/viewCache';
import { allTotals, codeOf, createShapePlan, openOf, planOf, scatterEdits, stateOf } from '../support/shapePlan';
import { batchOf, createWorkspace, day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const atLeast = (value: number): Condition => ({ column: { kind: 'figure', figure: 'sales12' }, is: 'atLeast', value });

const bySize = (limit: number): Command => ({
  name: 'segments/set',
  segmentation: {
    id: '',
    name: 'Size',
    division: { kind: 'rules', classes: [{ id: 'big', name: 'Big', all: [atLeast(limit)] }] },
  },
});

function refusal(workspace: SmallWorkspace, command: Command): string {
  const before = stateOf(workspace);
  const context = { today: day('2026-01-16'), now: '', seq: workspace.steps.length + 1, batchOf: () => null };
  const result = runCommand(workspace.document, command, context);
  if (result.ok) throw new Error('was not refused');
  expect(stateOf(workspace)).toBe(before);
  return result.issues[0].code;
}

/** Takes record changes back, the newest first; changes of shape come back through the journal (test/worker). */
function undo({ document }: SmallWorkspace, done: Applied[]): void {
  for (const { change } of [...done].reverse()) changeRecords(document, invertRecords(change.records));
}

const onlySegmentation = ({ document }: SmallWorkspace): string => {
  const [first] = document.records.segmentation.keys();
  return first;
};

/** The sum of the working target at each member of a dimension, over the year. */
function targetsBy(workspace: SmallWorkspace, dimension: string): Record<string, number> {
  const open = openOf(workspace);
  const codes = open.lines.codes[open.lines.dimensions.indexOf(dimension)];
  const sums: Record<string, number> = {};
  for (const values of open.columns.get(columnKey(WORKING_TARGET))?.value ?? []) {
    for (let p = 0; p < open.lines.count; p += 1) {
      const name = membersOf(workspace.document, dimension).byCode[codes[p]]?.name ?? '';
      sums[name] = (sums[name] ?? 0) + values[p];
    }
  }
  return sums;
}

describe('segmentations', () => {
  it('are kept, changed and removed, and undo gives each state back', () => {
    const workspace = createShapePlan(1);
    const before = stateOf(workspace);
    const made = workspace.run(bySize(1000));
    const id = onlySegmentation(workspace);
    const division = { kind: 'quantiles', column: atLeast(0).column, parts: 3, names: [] } as const;
    const changed = workspace.run({
      name: 'segments/set',
      segmentation: { id, name: 'Growth', division: { ...division, names: [] } },
    });
    const between = stateOf(workspace);
    const gone = workspace.run({ name: 'segments/remove', id });
    expect(workspace.document.records.segmentation.size).toBe(0);
    undo(workspace, [gone]);
    expect(stateOf(workspace)).toBe(between);
    undo(workspace, [made, changed]);
    expect(stateOf(workspace)).toBe(before);
  });

  it('need a name of their own, and something to divide by', () => {
    const workspace = createShapePlan(1);
    const empty = (division: Extract<Command, { name: 'segments/set' }>['segmentation']['division']): Command => ({
      name: 'segments/set',
      segmentation: { id: '', name: 'X', division },
    });
    expect(refusal(workspace, empty({ kind: 'rules', classes: [] }))).toBe('segment/incomplete');
    expect(refusal(workspace, empty({ kind: 'quantiles', column: atLeast(0).column, parts: 1, names: [] }))).toBe(
      'segment/incomplete',
    );
    expect(refusal(workspace, empty({ kind: 'matrix', rows: atLeast(0).column, columns: atLeast(0).column }))).toBe(
      'segment/incomplete',
    );
    workspace.run(bySize(1));
    expect(refusal(workspace, bySize(2))).toBe('member/duplicateKey');
    expect(refusal(workspace, { name: 'segments/remove', id: 'gone' })).toBe('segment/unknown');
  });
});

describe('segments as a dimension', () => {
  /** Ann's customers sold 300 and 100 last year; each class is one customer. */
  function twoCustomers(dimensions: string[]) {
    const workspace = createWorkspace('2026-01-16');
    const lines = [
      { on: '2025-03-10', amount: 30_000, seller: 'Ann', customer: 'Acme' },
      { on: '2025-04-10', amount: 10_000, seller: 'Ann', customer: 'Birch' },
      { on: '2025-05-10', amount: 5_000, seller: 'Bob', customer: 'Birch' },
    ];
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(lines, { coverage: { from: '2025-01-01', to: '2025-12-31' } }),
    );
    workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions, target: 60_000 }) });
    workspace.run(bySize(20_000));
    return workspace;
  }

  const make = (workspace: SmallWorkspace): Command => ({
    name: 'segments/toDimension',
    by: onlySegmentation(workspace),
    on: day('2025-12-31'),
    title: 'Size',
    names: ['Small'],
  });

  it('divide each line by last year, and orders count by their customer from then on', () => {
    const workspace = twoCustomers(['seller']);
    const sellers = targetsBy(workspace, 'seller');
    workspace.run(make(workspace));
    const dimension = planOf(workspace).dimensions[1];
    expect(planOf(workspace).titles?.[dimension]).toBe('Size');
    expect(targetsBy(workspace, 'seller')).toEqual(sellers);
    const own = targetsBy(workspace, dimension);
    // Three quarters of what Ann has, nothing of Bob's.
    expect(own.Big).toBeCloseTo(sellers.Ann * 0.75, -1);
    expect(own.Small).toBe(sellers.Ann + sellers.Bob - own.Big);
    const table = planFacts(workspace.document, planOf(workspace), createFactCache());
    const big = codeOf(workspace, dimension, 'Big');
    const place = table?.dimensions.indexOf(dimension) ?? -1;
    let sold = 0;
    table?.codes[place].forEach((code, row) => {
      if (code === big) for (const amounts of table.amount) sold += amounts[row];
    });
    expect(sold).toBe(30_000);
  });

  it('are a second tree where customers are planned, and no value moves', () => {
    const workspace = twoCustomers(['seller', 'customer']);
    const state = stateOf(workspace);
    const before = allTotals(workspace, ['seller', 'customer']);
    const made = workspace.run(make(workspace));
    expect(allTotals(workspace, ['seller', 'customer'])).toMatchObject(before);
    undo(workspace, [made]);
    expect(stateOf(workspace)).toBe(state);
    workspace.run(make(workspace));
    const tree = [...workspace.document.records.hierarchy.values()].find(({ title }) => title === 'Size');
    const parentOf = (name: string) =>
      membersOf(workspace.document, 'customer').byCode[tree?.parent[codeOf(workspace, 'customer', name)] ?? 0]?.name;
    expect([parentOf('Acme'), parentOf('Birch')]).toEqual(['Big', 'Small']);
    workspace.run({ name: 'hierarchies/remove', hierarchy: tree?.id ?? '' });
    // The classes stay members, but are no customers.
    expect(tiersOn(workspace.document, createViewCache(), day('2026-01-01')).filter((tier) => tier > 0)).toHaveLength(
      2,
    );
  });

  it('keep every total, one dimension after another', () => {
    for (const seed of [1, 2, 3]) {
      const workspace = createShapePlan(seed);
      scatterEdits(workspace, seed);
      workspace.run(bySize(700_000));
      for (const by of [onlySegmentation(workspace), 'tier', 'stage']) {
        const kept = planOf(workspace).dimensions;
        const totals = allTotals(workspace, kept);
        workspace.run({ name: 'segments/toDimension', by, on: day('2025-12-31'), title: `By ${by}`, names: [] });
        expect(planOf(workspace).dimensions).toHaveLength(kept.length + 1);
        expect(allTotals(workspace, kept)).toEqual(totals);
      }
    }
  });

  it('refuse what is not there, a blank title, and two classes of one name', () => {
    const workspace = twoCustomers(['seller']);
    const to = (more: object): Command => ({ ...make(workspace), ...more }) as Command;
    expect(refusal(workspace, to({ by: 'gone' }))).toBe('segment/unknown');
    expect(refusal(workspace, to({ title: ' ' }))).toBe('segment/incomplete');
    expect(refusal(workspace, to({ names: ['BIG'] }))).toBe('member/duplicateKey');
  });
});

describe('tiers in force', () => {
  it('are those of the newest day up to the one asked for, pins above, and the history tells each', () => {
    const workspace = createShapePlan(5);
    const { document } = workspace;
    const before = stateOf(workspace);
    const done: Applied[] = [];
    const run = (command: Command) => done.push(workspace.run(command));
    const rule = (spend: number): Command => ({
      name: 'customers/setTierRule',
      rule: {
        plan: null,
        weights: { spend, frequency: 0, recency: 1 - spend, influence: 0 },
        by: 'customers',
        cutA: 0.2,
        cutB: 0.5,
      },
    });
    run(rule(1));
    run({ name: 'customers/applyTiers', on: day('2026-02-01'), why: 'first' });
    const first = tiersOn(document, createViewCache(), day('2026-02-01'));
    run(rule(0));
    run({ name: 'customers/applyTiers', on: day('2026-07-01'), why: 'second' });
    const second = tiersOn(document, createViewCache(), day('2026-07-01'));
    expect(second).not.toEqual(first);
    expect(tiersOn(document, createViewCache(), day('2026-06-30'))).toEqual(first);
    const moved = first.findIndex((tier, code) => tier !== second[code]);
    const [now, then] = tierHistory(document, moved);
    expect([then.on, then.move, then.reason]).toEqual([day('2026-02-01'), null, 'first']);
    expect([now.on, now.move]).toEqual([day('2026-07-01'), second[moved] < first[moved] ? 'up' : 'down']);
    const tier = first[moved] === 1 ? 'C' : 'A';
    run({ name: 'customers/pinTier', customer: moved, tier, reason: 'why not' });
    expect(tiersOn(document, createViewCache(), day('2026-06-30'))[moved]).toBe(tier === 'A' ? 1 : 3);
    undo(workspace, done);
    expect(stateOf(workspace)).toBe(before);
  });

  it('keep nobody waiting twice', () => {
    const workspace = createShapePlan(6);
    const rule = (weights: { spend: number; recency: number }): Command => ({
      name: 'customers/setTierRule',
      rule: {
        plan: null,
        weights: { frequency: 0, influence: 0, ...weights },
        by: 'customers',
        cutA: 0.2,
        cutB: 0.5,
        hysteresis: 100,
      },
    });
    const apply = (on: string) => workspace.run({ name: 'customers/applyTiers', on: day(on), why: '' });
    workspace.run(rule({ spend: 1, recency: 0 }));
    apply('2026-01-01');
    workspace.run(rule({ spend: 0, recency: 1 }));
    apply('2026-02-01');
    apply('2026-03-01');
    const [one, two, three] = [...workspace.document.records.tiering.values()];
    const kept = [...two.waiting].flatMap((waits, code) => (waits ? [code] : []));
    expect(kept.length).toBeGreaterThan(0);
    for (const code of kept)
      expect([two.tier[code] === one.tier[code], three.tier[code] > two.tier[code]]).toEqual([true, true]);
    expect([...three.waiting].some(Boolean)).toBe(false);
  });

  it('refuse a rule without weight or with crossed cuts, and to score nobody', () => {
    const workspace = createShapePlan(1);
    const rule = { plan: null, by: 'score' as const, cutA: 50, cutB: 70 };
    const weights = { spend: 1, frequency: 0, recency: 0, influence: 0 };
    expect(refusal(workspace, { name: 'customers/setTierRule', rule: { ...rule, weights } })).toBe('tiers/cuts');
    expect(
      refusal(workspace, {
        name: 'customers/setTierRule',
        rule: { ...rule, cutA: 80, weights: { ...weights, spend: 0 } },
      }),
    ).toBe('tiers/cuts');
    const empty = createWorkspace('2026-01-16');
    expect(refusal(empty, { name: 'customers/applyTiers', on: 20_000, why: '' })).toBe('tiers/nobody');
  });
});

describe('the lifecycle rule', () => {
  it('is one, and comes back by undo', () => {
    const workspace = createShapePlan(1);
    const before = stateOf(workspace);
    const rule = { newDays: 90, dormantDays: 120, lostDays: 200, intervals: 2, growth: 0.2, decline: 0.1 };
    const first = workspace.run({ name: 'lifecycle/setRule', rule });
    const second = workspace.run({ name: 'lifecycle/setRule', rule: { ...rule, newDays: 60 } });
    expect(workspace.document.records.lifecycleRule.size).toBe(1);
    undo(workspace, [first, second]);
    expect(stateOf(workspace)).toBe(before);
    expect(refusal(workspace, { name: 'lifecycle/setRule', rule: { ...rule, lostDays: 100 } })).toBe(
      'lifecycle/figure',
    );
  });
});
