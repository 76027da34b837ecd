import { describe, expect, it } from 'vitest';
import { openedPlan, orderSegments } from '~/plan/document';
import { createFactCache, planFacts } from '~/plan/facts';
import { createSmallPlan, SMALL_LINES } from '../support/smallPlan';
import { batchOf, createWorkspace, everyMonth } from '../support/smallWorkspace';

const coverage = { from: '2023-01-01', to: '2026-07-15' };

const totalOf = (workspace: ReturnType<typeof createWorkspace>): number =>
  orderSegments(workspace.document).reduce(
    (all, segment) => all + segment.amount.reduce((sum, value) => sum + value, 0),
    0,
  );

describe('importing orders', () => {
  it('matches members by folded name and gives codes only to new ones', () => {
    const workspace = createWorkspace('2026-07-16');
    workspace.run({ name: 'orders/import', draft: 'a' }, batchOf(SMALL_LINES, { coverage }));
    const before = workspace.document.members.get('seller')?.next;
    const more = [{ on: '2026-07-11', amount: 5, region: 'NORTH', seller: 'ａｎｎ', customer: 'New one' }];
    workspace.run({ name: 'orders/import', draft: 'b' }, batchOf(more, { coverage }));
    expect(workspace.document.members.get('seller')?.next).toBe(before);
    expect(workspace.document.members.get('customer')?.byCode.at(-1)?.name).toBe('New one');
  });

  it('takes the same rows once, and counts the ones it has already', () => {
    const workspace = createWorkspace('2026-07-16');
    workspace.run({ name: 'orders/import', draft: 'a' }, batchOf(SMALL_LINES, { coverage }));
    const total = totalOf(workspace);
    const more = everyMonth('2026-8', '2026-8', { amount: 700, region: 'North', seller: 'Ann', customer: 'Acme' });
    const both = batchOf([...SMALL_LINES, ...more], { coverage: { from: '2023-01-01', to: '2026-08-31' } });
    workspace.run({ name: 'orders/import', draft: 'b' }, both);
    expect(totalOf(workspace)).toBe(total + 700);
    const second = [...workspace.document.records.import.values()][1];
    expect(second.report).toMatchObject({ kept: 1, reported: SMALL_LINES.length });
    expect(second.report.byReason['import/alreadyThere']).toBe(SMALL_LINES.length);
    expect(second.report.kept + second.report.reported).toBe(second.report.rowsIn);
  });

  it('says that nothing is new when every row is there already', () => {
    const workspace = createWorkspace('2026-07-16');
    workspace.run({ name: 'orders/import', draft: 'a' }, batchOf(SMALL_LINES, { coverage }));
    expect(() => workspace.run({ name: 'orders/import', draft: 'b' }, batchOf(SMALL_LINES, { coverage }))).toThrow(
      'import/nothingKept',
    );
  });

  it('keeps actuals at every node equal to the orders, with or without a line', () => {
    const small = createSmallPlan();
    const facts = planFacts(small.document, small.plan, createFactCache());
    const sum = facts?.amount.reduce((all, month) => all + month.reduce((one, value) => one + value, 0), 0);
    expect(sum).toBe(SMALL_LINES.reduce((all, line) => all + line.amount, 0));
  });

  it('gives orders without a line their line by one command, and changes no number', () => {
    const small = createSmallPlan();
    const lines = [{ on: '2026-07-12', amount: 90, region: 'South', seller: 'Bob', customer: 'Birch' }];
    small.run({ name: 'orders/import', draft: 'b' }, batchOf(lines, { coverage }));
    const before = small.document.open?.lines.count ?? 0;
    small.run({ name: 'plan/alignLines' });
    expect(small.document.open?.lines.count).toBe(before + 1);
    small.run({ name: 'plan/alignLines' });
    expect(small.document.open?.lines.count).toBe(before + 1);
  });
});

describe('members that come after the plan', () => {
  it('take the parents of the workspace when lines are aligned; known ones keep theirs', () => {
    const small = createSmallPlan();
    const tree = { dimension: 'seller', levels: ['team', 'seller'], parents: { Zoe: 'New team', Ann: 'New team' } };
    const lines = [
      { on: '2026-07-12', amount: 90, region: 'South', seller: 'Zoe', customer: 'Birch' },
      { on: '2026-07-13', amount: 90, region: 'North', seller: 'Ann', customer: 'Acme' },
    ];
    small.run({ name: 'orders/import', draft: 'b' }, batchOf(lines, { coverage, trees: [tree] }));
    small.run({ name: 'plan/alignLines' });
    const own = [...small.document.records.hierarchy.values()].find(
      (hierarchy) => hierarchy.plan === small.plan.id && hierarchy.dimension === 'seller',
    );
    const { seller: zoe } = small.at({ seller: 'Zoe' });
    const { seller: ann } = small.at({ seller: 'Ann' });
    expect(small.document.members.get('seller')?.byCode[own?.parent[zoe] ?? 0]?.name).toBe('New team');
    expect(own?.parent[ann]).toBe(0);
  });
});

describe('refreshing the base', () => {
  it('takes new orders in, moves a growing target with it and keeps holds', () => {
    const small = createSmallPlan();
    const ann = { column: { scenario: 'base', layer: 'target', measure: 'sales' }, at: small.at({ seller: 'Ann' }) };
    const periods = small.plan.periods.map((period) => period.id);
    small.run({ name: 'holds/add', cell: { ...ann, periods }, kind: 'freeze' });
    const late = [{ on: '2025-12-30', amount: 3000, region: 'South', seller: 'Cid', customer: 'Cedar' }];
    small.run({ name: 'orders/import', draft: 'late' }, batchOf(late, { coverage }));
    const applied = small.run({ name: 'plan/refreshBase', keepTarget: false });
    expect(applied.outcome.effect).toMatchObject({ before: 30_000, after: 33_000 });
    expect(openedPlan(small.document)?.base.total).toBe(33_000);
    const column = small.document.open?.columns.get('base/target/sales');
    const total = column?.value.reduce((all, values) => all + values.reduce((sum, value) => sum + value, 0), 0);
    expect(total).toBe(39_600);
    expect([...small.document.records.goal.values()].map((goal) => goal.amount)).toEqual([39_600]);
  });
});
