import { describe, expect, test } from 'vitest';
import type { KpiQuery, KpiView } from '~/domain/view';
import { kpiView } from '~/plan/views/kpiView';
import { createViewCache } from '~/plan/views/viewCache';
import { createSmallPlan } from '../support/smallPlan';
import { createWorkspace, day } from '../support/smallWorkspace';

const small = createSmallPlan();
const { document, plan, at } = small;
const cache = createViewCache();

const viewOf = (query: Partial<KpiQuery>): KpiView =>
  kpiView(document, plan, {
    query: { period: 'month', periodId: null, at: {}, ...query },
    cache,
    today: day('2026-07-16'),
  });

const cardOf = (view: Pick<KpiView, 'cards'>, id: string) => {
  const card = view.cards.find((entry) => entry.id === id);
  if (!card) throw new Error(`no card ${id}`);
  return card;
};

describe('the KPI board', () => {
  test('opens on the month of the last complete day, which is judged on pace', () => {
    const view = viewOf({});
    expect(view.period).toEqual({ id: '2026-07', from: day('2026-07-01'), to: day('2026-07-31'), running: true });
    expect(view.asOf).toBe(day('2026-07-15'));
    expect(cardOf(view, 'attainment')).toMatchObject({ numerator: 2500, status: null, reason: 'judgedOnPace' });
    expect(cardOf(view, 'timeProgress').value).toBeCloseTo(11 / 23, 12);
    expect(cardOf(view, 'pace').status).not.toBeNull();
  });

  test('lists months from the first order to the end of the plan, and fiscal quarters and years alike', () => {
    expect(viewOf({}).periods[0]).toBe('2023-01');
    expect(viewOf({}).periods.at(-1)).toBe('2026-12');
    expect(viewOf({ period: 'quarter' }).periods.slice(-4)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(viewOf({ period: 'year' }).periods).toEqual(['2023', '2024', '2025', '2026']);
  });

  test('reads a closed quarter of one seller from its orders and its own target', () => {
    const view = viewOf({ period: 'quarter', periodId: '2026-Q2', at: at({ seller: 'Cid' }) });
    expect(cardOf(view, 'attainment').numerator).toBe(3000);
    expect(cardOf(view, 'growthYoY').value).toBe(0);
    expect(cardOf(view, 'activeCustomers').value).toBe(1);
    const target = view.burnUp.target;
    expect(cardOf(view, 'attainment').denominator).toBe((target[5] ?? 0) - (target[2] ?? 0));
  });

  test('shows the same KPI over the periods before, this one last', () => {
    const { trend } = cardOf(viewOf({ period: 'year', periodId: '2025' }), 'averageOrderValue');
    expect(trend.slice(-3)).toEqual([
      { period: '2023', value: 3500 / 3 },
      { period: '2024', value: 3500 / 3 },
      { period: '2025', value: 2500 / 3 },
    ]);
    expect(trend[0].value).toBeNull();
  });

  test('leaves out what has no source and names the need', () => {
    expect(cardOf(viewOf({}), 'collectionRate')).toMatchObject({ value: null, reason: 'noSource' });
    expect(cardOf(viewOf({}), 'collectionRate').missing).toContain('collections');
  });

  test('breaks the company down by the first dimension, a region by the next one', () => {
    const whole = viewOf({ period: 'quarter', periodId: '2026-Q2' });
    expect(whole.breakdown?.dimension).toBe('region');
    expect(whole.breakdown?.rows.map(({ label }) => label).sort()).toEqual(['North', 'South']);
    const north = viewOf({ period: 'quarter', periodId: '2026-Q2', at: at({ region: 'North' }) });
    expect(north.breakdown?.rows.map(({ label, at: node }) => [label, Object.keys(node)])).toEqual([
      ['Ann', ['region', 'seller']],
      ['Bob', ['region', 'seller']],
    ]);
    expect(viewOf({ at: at({ region: 'North', seller: 'Ann' }) }).breakdown).toBeNull();
  });

  test('sums of the breakdown are the node: actual and target', () => {
    const view = viewOf({ period: 'quarter', periodId: '2026-Q2' });
    const parts = view.breakdown?.rows.map((row) => cardOf(row, 'attainment')) ?? [];
    const whole = cardOf(view, 'attainment');
    expect(parts.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(whole.numerator);
    expect(parts.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBe(whole.denominator);
  });

  test('says nothing of a year before the orders began', () => {
    const view = viewOf({ period: 'year', periodId: '2023' });
    expect(cardOf(view, 'growthYoY')).toMatchObject({ value: null, reason: 'historyTooShort' });
  });

  test('a limit set by hand judges instead of the starting one', () => {
    const own = createSmallPlan();
    own.run({ name: 'kpi/setLimit', kpi: 'pace', good: 0.5, bad: 0.4 });
    const view = kpiView(own.document, own.plan, {
      query: { period: 'month', periodId: null, at: {} },
      cache: createViewCache(),
      today: day('2026-07-16'),
    });
    expect(cardOf(view, 'pace')).toMatchObject({ status: 'good', limits: { good: 0.5, bad: 0.4, own: false } });
  });
});

test('a workspace without orders or plan shows missing cards, not zeros', () => {
  const view = kpiView(createWorkspace('2026-07-16').document, null, {
    query: { period: 'month', periodId: null, at: {} },
    cache: createViewCache(),
    today: day('2026-07-16'),
  });
  expect(view).toMatchObject({ asOf: null, breakdown: null });
  const orders = view.cards.filter(({ id }) => id !== 'timeProgress');
  expect(orders.every(({ value }) => value === null)).toBe(true);
});
