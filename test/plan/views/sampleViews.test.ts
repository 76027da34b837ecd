import { describe, expect, test } from 'vitest';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import type { CustomersQuery, HomeView } from '~/domain/view';
import { forecastSeries } from '~/engine/forecast';
import { openedPlan, type PlanDocument } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { createSample } from '~/plan/sample/createSample';
import { burnUpOf } from '~/plan/views/burnUp';
import { customersView } from '~/plan/views/customersView';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { homeView } from '~/plan/views/homeView';
import { kpiView } from '~/plan/views/kpiView';
import { memberSales, memberTargets } from '~/plan/views/memberTotals';
import { nodeSales } from '~/plan/views/nodeSales';
import { nodeTargets, sumSpoken } from '~/plan/views/nodeTargets';
import { createViewCache } from '~/plan/views/viewCache';
import { createWorkspace, day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const today = day('2026-08-20');

interface Opened extends SmallWorkspace {
  plan: Plan;
}

/** The sample as a manager left it: plan, one seller set too high, the whole brought back to what is handed out. */
function openSample(language: 'zh-CN' | 'en'): Opened {
  const { batch, plan: settings, story } = createSample({ language, seed: 2026, scale: 1 });
  const workspace = createWorkspace('2026-08-20');
  workspace.run({ name: 'orders/import', draft: 'd' }, batch);
  workspace.run({ name: 'plan/create', settings: settingsOf(settings) });
  const plan = openedPlan(workspace.document);
  if (!plan) throw new Error('no plan');
  const periods = plan.periods.map(({ id }) => id);
  const cell = { column: WORKING_TARGET, at: { seller: story.unreasonable.seller }, periods };
  workspace.run({ name: 'targets/setCell', cell, amount: story.unreasonable.amount });
  for (const { at, kind } of story.holds) workspace.run({ name: 'holds/add', cell: { ...cell, at }, kind });
  workspace.run({ name: 'targets/setCell', cell: { ...cell, at: {} }, amount: story.allocated });
  return { ...workspace, plan };
}

function homeOf({ document, plan, steps, undone }: Opened): HomeView {
  const request = forecastRequest(document, plan, { at: {} });
  if (!request.ok) throw new Error('no history');
  const { history, horizon } = request.value;
  const forecast = forecastView(document, plan, {
    request: request.value,
    result: forecastSeries(history, { period: 12, horizon }),
  });
  return homeView(document, plan, {
    revision: 1,
    forecast,
    steps,
    undone: undone(),
    cache: createViewCache(),
    facts: createFactCache(),
    today,
  });
}

const sample = openSample('zh-CN');
const { document, plan } = sample;
const home = homeOf(sample);
const customers = (found: PlanDocument) => found.members.get('customer')?.byCode ?? [];

describe('Home of the sample', () => {
  test('finds the region behind pace and the seller whose target is out of reach', () => {
    const behind = home.attention.filter(({ kind }) => kind === 'behindPace');
    expect(behind[0]).toMatchObject({ severity: 'bad', at: { region: 1 } });
    const [unreasonable] = home.attention.filter(({ kind }) => kind === 'unreasonable');
    expect(unreasonable.at).toEqual({ seller: 1 });
    expect(Number(unreasonable.params.growth)).toBeGreaterThan(Number(unreasonable.params.ownGrowth));
  });

  test('says that the feast moved, and what is not handed out', () => {
    expect(home.attention.find(({ kind }) => kind === 'festivalMoved')?.params.days).toBe(19);
    expect(home.attention.find(({ kind }) => kind === 'unallocated')?.params.amount).toBe(200_000_000);
  });

  test('shows the numbers of the KPI board', () => {
    const query = { period: 'year' as const, periodId: null, at: {} };
    const { cards } = kpiView(document, plan, { query, cache: createViewCache(), today });
    const card = (id: string) => cards.find((entry) => entry.id === id);
    expect(home.planToDate).toBe(card('planToDate')?.value);
    expect(home.actual).toBe(card('attainment')?.numerator);
    expect(home.lastYear).toBe(card('growthYoY')?.denominator);
    expect(home.actual).toBe(home.burnUp.actual[7]);
  });

  test('is the same in English but for names and holidays', () => {
    const twin = homeOf(openSample('en'));
    expect(twin.actual).toBe(home.actual);
    expect(twin.allocated).toBe(home.allocated);
    expect(twin.burnUp.actual).toEqual(home.burnUp.actual);
    expect(twin.burnUp.forecast).toEqual(home.burnUp.forecast);
    expect(twin.attention.some(({ kind }) => kind === 'festivalMoved')).toBe(false);
  });
});

describe('nodes of the sample', () => {
  const firstMonth = (2026 - 1970) * 12;

  test.each([
    ['region', 0],
    ['seller', 0],
    ['seller', 1],
    ['product', 0],
    ['product', 1],
    ['customer', 0],
    ['customer', 1],
    ['salesMode', 0],
  ])('of %s level %i add up to the orders and to the plan, month by month', (dimension, level) => {
    const member = { dimension, level, at: {} };
    const { amount, months } = memberSales(document, plan, { member, firstMonth, months: 12 });
    const whole = nodeSales(document, plan, { at: {}, firstMonth, months: 12 });
    const sums = new Float64Array(months);
    amount.forEach((value, i) => {
      sums[i % months] += value;
    });
    whole.whole.forEach((value, m) => {
      if (value !== null) expect(sums[m]).toBe(value);
    });
    expect(sums[7]).toBe(whole.running?.amount);
    const targets = [...memberTargets(document, plan, member).values()];
    const total = nodeTargets(document, plan, {});
    const sumAt = (p: number): number => targets.reduce((sum, own) => sum + (own[p] ?? 0), 0);
    expect(total.map((_, p) => sumAt(p))).toEqual(total);
  });

  test('pooled customers are read one by one, and planned together', () => {
    const [pool] = plan.pools;
    const pooled = customers(document).findIndex(
      (member, code) => member?.level === 'customer' && code !== pool.member && !pool.keep.includes(code),
    );
    const kept = pool.keep[0];
    const salesOf = (code: number): number =>
      nodeSales(document, plan, { at: { customer: code }, firstMonth, months: 7 }).whole.reduce<number>(
        (sum, value) => sum + (value ?? 0),
        0,
      );
    expect(nodeTargets(document, plan, { customer: pooled }).every((value) => value === null)).toBe(true);
    expect(sumSpoken(nodeTargets(document, plan, { customer: kept }))).toBeGreaterThan(0);
    expect(sumSpoken(nodeTargets(document, plan, { customer: pool.member }))).toBeGreaterThan(0);
    let alone = 0;
    customers(document).forEach((member, code) => {
      if (member?.level === 'customer' && code !== pool.member && !pool.keep.includes(code)) alone += salesOf(code);
    });
    expect(alone).toBe(salesOf(pool.member));
    const member = { dimension: 'customer', level: 1, at: {} };
    const { amount } = memberSales(document, plan, { member, firstMonth, months: 7 });
    const planned = amount.subarray(pool.member * 7, (pool.member + 1) * 7);
    expect(planned.reduce((sum, value) => sum + value, 0)).toBe(alone);
    const burnUp = burnUpOf(document, plan, { at: { customer: pooled }, forecast: null });
    expect(burnUp.target.every((value) => value === null)).toBe(true);
    expect(burnUp.actual[6]).toBe(salesOf(pooled));
  });

  test('lie below each other in the tree of their dimension before the next dimension comes', () => {
    const category = document.members.get('product')?.byCode.findIndex((member) => member?.level === 'category') ?? 0;
    const query = { period: 'quarter' as const, periodId: '2026-Q2', at: { product: category } };
    const { breakdown } = kpiView(document, plan, { query, cache: createViewCache(), today });
    expect(breakdown?.dimension).toBe('product');
    expect(breakdown?.rows).toHaveLength(3);
    const levels = breakdown?.rows.map(({ at }) => document.members.get('product')?.byCode[at.product]?.level);
    expect(new Set(levels)).toEqual(new Set(['item']));
  });

  test('the pooled member is a line of the plan and no customer of the list', () => {
    const query: CustomersQuery = {
      rule: null,
      search: '',
      tier: null,
      rfm: null,
      sort: { by: 'name', descending: false },
      first: 0,
      count: 1000,
    };
    const view = customersView(document, { query, cache: createViewCache() });
    expect(view.customers).toBe(240);
    expect(view.rows.every(({ code }) => code !== plan.pools[0].member)).toBe(true);
  });
});
