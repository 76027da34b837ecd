import { describe, expect, test } from 'vitest';
import { forecastSeries } from '~/engine/forecast';
import { openedPlan } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { homeView } from '~/plan/views/homeView';
import { planProposal } from '~/plan/views/planProposal';
import { createViewCache } from '~/plan/views/viewCache';
import { salesFolder } from '../../exchange/mapping/salesFiles';
import { realOrders } from '../support/realOrders';
import { createWorkspace, day, settingsOf } from '../support/smallWorkspace';

if (salesFolder === null) console.log('sales data not beside the checkout: only the made-up samples are checked');

const today = day('2026-11-22');

describe.skipIf(salesFolder === null)('AdventureWorks', () => {
  test('is planned without its 10,559 customers, in well under a second', async () => {
    const years = ['adventureworks/AdventureWorks_Sales_2017.csv', 'adventureworks/AdventureWorks_Sales_2018.csv'];
    const workspace = createWorkspace('2026-11-22');
    const orders = await realOrders(years, ['adventureworks/AdventureWorks_Products.csv']);
    workspace.run({ name: 'orders/import', draft: 'd' }, orders);
    const started = performance.now();
    const proposal = planProposal(workspace.document, {}, { today });
    expect(performance.now() - started).toBeLessThan(1000);
    const customer = proposal.dimensions.find(({ id }) => id === 'customer');
    expect(customer).toMatchObject({ members: 10_559, recommended: false, reason: 'tooMany' });
    expect(proposal.settings).toMatchObject({
      dimensions: ['region', 'product', 'salesMode', 'settlementMethod'],
      keyCustomers: null,
    });
    expect(proposal.lines).toBeLessThan(1500);
    workspace.run({ name: 'plan/create', settings: settingsOf({ ...proposal.settings, names: settingsOf({}).names }) });
    expect(workspace.document.open?.lines.count).toBe(proposal.lines);
    const planned = openedPlan(workspace.document);
    const code = orders.segments[0].codes.customer[0];
    const one = forecastRequest(workspace.document, planned, { at: { customer: code } });
    expect(one.ok && one.value.history.length).toBeGreaterThan(0);
  });
});

describe.skipIf(salesFolder === null)('CRM deals', () => {
  test('know nothing of January and February 2017, and are never taken for 0', async () => {
    const workspace = createWorkspace('2026-11-22');
    const orders = await realOrders(
      ['crm/sales_pipeline.csv'],
      ['crm/accounts.csv', 'crm/products.csv', 'crm/sales_teams.csv'],
    );
    workspace.run({ name: 'orders/import', draft: 'd' }, orders);
    const proposal = planProposal(workspace.document, {}, { today });
    expect(proposal.settings).toMatchObject({ fiscalYear: 2018, base: 'lastYear', keyCustomers: 20 });
    expect(proposal.bases[0]).toMatchObject({ total: 1_000_553_400, estimate: 1_200_664_080, unknownMonths: 2 });
    workspace.run({ name: 'plan/create', settings: { ...proposal.settings, names: settingsOf({}).names } });
    const plan = openedPlan(workspace.document);
    const request = forecastRequest(workspace.document, plan, { at: {} });
    if (!plan || !request.ok) throw new Error('no plan');
    const { history, fromMonth, horizon } = request.value;
    expect(history).toHaveLength(10);
    expect(fromMonth).toBe((2017 - 1970) * 12 + 2);
    expect(history.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).toBe(1_000_553_400);
    const forecast = forecastView(workspace.document, plan, {
      request: request.value,
      result: forecastSeries(history, { period: 12, horizon }),
    });
    const home = homeView(workspace.document, plan, {
      revision: 1,
      forecast,
      steps: workspace.steps,
      undone: workspace.undone(),
      cache: createViewCache(),
      facts: createFactCache(),
      today,
    });
    // The year has not begun in the orders, and last year's sums miss two months.
    expect(home).toMatchObject({ actual: null, lastYear: null, planToDate: null });
    expect(home.burnUp.lastYear.every((sum) => sum === null)).toBe(true);
    expect(home.burnUp.forecast.every((sum) => sum !== null)).toBe(true);
    expect(home.attention.find(({ kind }) => kind === 'unmatched')?.params).toMatchObject({ name: 'GTXPro', n: 729 });
  });
});
