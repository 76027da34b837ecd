import { describe, expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { Attention, HomeView } from '~/domain/view';
import { createFactCache } from '~/plan/facts';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { homeView } from '~/plan/views/homeView';
import { createViewCache } from '~/plan/views/viewCache';
import { createSmallPlan, SMALL_LINES, type SmallPlan } from '../support/smallPlan';
import { batchOf, day } from '../support/smallWorkspace';

function homeOf(small: SmallPlan, forecast: HomeView['forecast'] | 'none' = 'none'): HomeView {
  const { document, plan, steps } = small;
  const request = forecastRequest(document, plan, { at: {} });
  if (!request.ok) throw new Error('no history');
  const mean = new Float64Array(request.value.horizon).fill(2500);
  const view = forecastView(document, plan, {
    request: request.value,
    result: { mean, intervals: [], models: [], seasonal: false, method: 'combination', error: null, notes: [] },
  });
  return homeView(document, plan, {
    revision: 7,
    forecast: forecast === 'none' ? null : view,
    steps,
    undone: small.undone(),
    cache: createViewCache(),
    facts: createFactCache(),
    today: day('2026-07-16'),
  });
}

const kinds = (home: HomeView): Attention['kind'][] => home.attention.map(({ kind }) => kind);
const year = (small: SmallPlan): string[] => small.plan.periods.map(({ id }) => id);

describe('home', () => {
  const small = createSmallPlan();
  const home = homeOf(small);

  test('shows where the plan stands on the last complete day', () => {
    expect(home).toMatchObject({
      revision: 7,
      asOf: day('2026-07-15'),
      target: 36_000,
      goal: 36_000,
      allocated: 36_000,
    });
    expect(home.actual).toBe(7 * 2500);
    // Same working days of last year: January to June and half of July with its tenth.
    expect(home.lastYear).toBe(7 * 2500);
    expect(home.forecast).toBeNull();
  });

  test('counts the plan to date by the working days of the running month', () => {
    const targets = home.burnUp.target;
    const june = targets[5] ?? 0;
    const july = (targets[6] ?? 0) - june;
    // July 2026 has 23 weekdays, 11 of them by the 15th.
    expect(home.planToDate).toBe(Math.round(june + (july * 11) / 23));
  });

  test('ticks the steps that are done in the data', () => {
    expect(home.steps.filter(({ done }) => done).map(({ id }) => id)).toEqual([
      'target',
      'decomposed',
      'orders',
      'kpis',
    ]);
    expect(home.steps.find(({ id }) => id === 'orders')?.amount).toBe(
      SMALL_LINES.reduce((sum, line) => sum + line.amount, 0),
    );
  });

  test('names the changes, newest first, an import by its file', () => {
    expect(home.changes.map(({ command }) => command)).toEqual(['plan/create', 'orders/import']);
    expect(home.changes[1].source).toBe('orders.csv');
    expect(home.changes[0].after).toBe(36_000);
  });

  test('warns of everyone behind pace, by the money that is missing', () => {
    const behind = home.attention.filter(({ kind }) => kind === 'behindPace');
    expect(behind.length).toBe(5);
    for (const { params, severity } of behind) {
      expect(params.amount).toBe(Number(params.planToDate) - Number(params.actual));
      expect(severity).toBe(Number(params.pace) < 0.9 ? 'bad' : 'warn');
    }
    const amounts = behind.map(({ params }) => Number(params.amount));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });
});

describe('attention', () => {
  test('is quiet where the target is what was sold and everything is handed out', () => {
    const calm = homeOf(createSmallPlan(SMALL_LINES, 29_000));
    expect(kinds(calm)).toEqual([]);
  });

  test('shows what is not handed out, and what is handed out twice', () => {
    const small = createSmallPlan(SMALL_LINES, 29_000);
    const whole = { column: WORKING_TARGET, at: {}, periods: year(small) };
    small.run({ name: 'targets/setCell', cell: whole, amount: 28_000 });
    small.run({ name: 'goals/set', cell: { ...whole, at: small.at({ region: 'South' }) }, amount: 5_000 });
    const home = homeOf(small);
    expect(home).toMatchObject({ target: 29_000, allocated: 28_000 });
    const unallocated = home.attention.find(({ kind }) => kind === 'unallocated');
    expect(unallocated?.params).toMatchObject({ amount: 1_000, goal: 29_000, allocated: 28_000 });
    const over = home.attention.find(({ kind }) => kind === 'overAllocated');
    expect(over).toMatchObject({ at: small.at({ region: 'South' }), params: { name: 'South', goal: 5_000 } });
  });

  test('flags a target that a seller never came near, with the numbers', () => {
    const small = createSmallPlan(SMALL_LINES, 29_000);
    const cell = { column: WORKING_TARGET, at: small.at({ seller: 'Bob' }), periods: year(small) };
    small.run({ name: 'targets/setCell', cell, amount: 7_800 });
    const bob = homeOf(small).attention.find(({ kind }) => kind === 'unreasonable');
    // 6,000 last year, growth 0 in every year before, 30 % asked: three times the least deviation of 10 %.
    expect(bob).toMatchObject({ severity: 'warn', at: small.at({ seller: 'Bob' }) });
    expect(bob?.params).toMatchObject({ name: 'Bob', target: 7_800, lastYear: 6_000, amount: 1_800 });
    expect(bob?.params.growth).toBeCloseTo(0.3, 12);
    small.run({ name: 'targets/setCell', cell, amount: 9_100 });
    expect(homeOf(small).attention.find(({ kind }) => kind === 'unreasonable')?.severity).toBe('bad');
  });

  test('finds sales of the year that no line stands for, until lines are aligned', () => {
    const small = createSmallPlan(SMALL_LINES, 29_000);
    small.run(
      { name: 'orders/import', draft: 'e' },
      batchOf([{ on: '2026-03-04', amount: 400, region: 'East', seller: 'Eve', customer: 'Elm' }], {
        coverage: { from: '2023-01-01', to: '2026-07-15' },
      }),
    );
    const before = homeOf(small);
    expect(before.attention.find(({ kind }) => kind === 'notInPlan')?.params.amount).toBe(400);
    expect(before.actual).toBe(7 * 2500 + 400);
    small.run({ name: 'plan/alignLines' });
    expect(kinds(homeOf(small))).not.toContain('notInPlan');
  });

  test('says how far the forecast is short', () => {
    const home = homeOf(createSmallPlan(SMALL_LINES, 33_000), null);
    const short = home.attention.find(({ kind }) => kind === 'forecastShort');
    expect(short).toMatchObject({ severity: 'bad', params: { amount: 3_000, forecast: 30_000, target: 33_000 } });
    expect(home.forecast).toEqual({ mean: 30_000, lower: 30_000, upper: 30_000, level: 0.8 });
  });

  test('comes bad first, then by amount', () => {
    const home = homeOf(createSmallPlan(SMALL_LINES, 60_000), null);
    const rank = { bad: 0, warn: 1, note: 2 };
    const order = home.attention.map(({ severity, params }) => [rank[severity], -Math.abs(Number(params.amount))]);
    expect(order).toEqual([...order].sort(([a, x], [b, y]) => a - b || x - y));
  });
});
