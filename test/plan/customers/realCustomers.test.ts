import { describe, expect, test } from 'vitest';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { customersView } from '~/plan/views/customersView';
import { lifecycleView } from '~/plan/views/lifecycleView';
import { planProposal } from '~/plan/views/planProposal';
import { segmentView } from '~/plan/views/segmentView';
import { createViewCache } from '~/plan/views/viewCache';
import { salesFolder } from '../../exchange/mapping/salesFiles';
import { realOrders } from '../support/realOrders';
import { openOf, planOf } from '../support/shapePlan';
import { createWorkspace, day, settingsOf } from '../support/smallWorkspace';

if (salesFolder === null) console.log('sales data not beside the checkout: only the made-up customers are checked');

const query = {
  rule: null,
  search: '',
  tier: null,
  rfm: null,
  sort: { by: 'monetary' as const, descending: true },
  first: 0,
  count: 5,
};

describe.skipIf(salesFolder === null)('AdventureWorks customers', () => {
  test('have tiers, groups, classes and stages that add up to the sales of twelve months, and a plan by tier', async () => {
    const years = ['2017', '2018'].map((year) => `adventureworks/AdventureWorks_Sales_${year}.csv`);
    const workspace = createWorkspace('2026-11-22');
    const orders = await realOrders(years, ['adventureworks/AdventureWorks_Products.csv']);
    workspace.run({ name: 'orders/import', draft: 'd' }, orders);
    const { document } = workspace;
    const cache = createViewCache();
    const view = customersView(document, { query, cache });
    const from = view.from ?? 0;
    let sold = 0;
    for (const { count, day: days, amount, codes } of orders.segments) {
      for (let i = 0; i < count; i += 1) if (days[i] >= from && codes.customer[i] !== 0) sold += amount[i];
    }
    const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
    expect(sum(view.tiers.map(({ revenue }) => revenue))).toBe(sold);
    expect(view.rfm?.size).toBe(5);
    expect(sum(view.groups.map(({ customers }) => customers))).toBe(sum(view.rfm?.counts.flat() ?? []));
    expect(sum(view.abc.sales)).toBe(sold);
    const scene = { document, cache, today: day('2026-11-22') };
    const stages = lifecycleView(document, cache, { rule: null, on: null, months: 12 });
    expect(stages.customers).toBe(view.customers);
    expect(sum(stages.stages.map(({ sales }) => sales))).toBe(sold);
    const classes = segmentView(scene, {
      kind: 'matrix',
      rows: { kind: 'class', of: 'stage' },
      columns: { kind: 'figure', figure: 'sales12' },
    });
    expect(sum([...classes.groups, classes.others].map(({ sales }) => sales))).toBe(sold);

    const { settings } = planProposal(document, {}, { today: day('2026-11-22') });
    workspace.run({ name: 'plan/create', settings: settingsOf({ ...settings, names: settingsOf({}).names }) });
    const total = () =>
      sum((openOf(workspace).columns.get(columnKey(WORKING_TARGET))?.value ?? []).map((own) => sum([...own])));
    const before = total();
    expect(planOf(workspace).dimensions).not.toContain('customer');
    workspace.run({ name: 'segments/toDimension', by: 'tier', on: day('2026-11-22'), title: 'Tier', names: ['None'] });
    expect(planOf(workspace).dimensions).toHaveLength(settings.dimensions.length + 1);
    expect(total()).toBe(before);
  });
});
