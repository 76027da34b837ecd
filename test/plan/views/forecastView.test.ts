import { describe, expect, test } from 'vitest';
import { forecastSeries, type SeriesForecast } from '~/engine/forecast';
import { burnUpOf } from '~/plan/views/burnUp';
import { type ForecastRequest, forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { nodeSales } from '~/plan/views/nodeSales';
import { createSmallPlan, SMALL_LINES } from '../support/smallPlan';
import { batchOf, createWorkspace, day, everyMonth } from '../support/smallWorkspace';

const small = createSmallPlan();
const { document, plan, at } = small;

/** A made-up answer of the models: the same mean each month, ± 100 at 80 %, ± 200 at 95 %. */
function resultOf(request: ForecastRequest, mean: number): SeriesForecast {
  const line = (value: number): Float64Array => new Float64Array(request.horizon).fill(value);
  return {
    mean: line(mean),
    intervals: [
      { level: 0.8, lower: line(mean - 100), upper: line(mean + 100) },
      { level: 0.95, lower: line(mean - 200), upper: line(mean + 200) },
    ],
    models: [{ name: 'naive', weight: 1, error: null }],
    seasonal: false,
    method: 'combination',
    error: null,
    notes: [],
  };
}

function requestOf(names: Record<string, string>): ForecastRequest {
  const request = forecastRequest(document, plan, { at: at(names) });
  if (!request.ok) throw new Error(JSON.stringify(request.issues));
  return request.value;
}

describe('the history of a node', () => {
  test('ends with the last whole month; the running one is told apart', () => {
    const request = requestOf({});
    expect(request.fromMonth).toBe((2023 - 1970) * 12);
    expect(request.history).toHaveLength(42);
    expect(request.history.slice(0, 2)).toEqual([3500, 3500]);
    expect(request.history.at(-1)).toBe(2500);
    expect(request.running).toEqual({ month: (2026 - 1970) * 12 + 6, actual: 2500 });
    expect(request.asOf).toBe(day('2026-07-15'));
  });

  test('reaches twelve whole months after the running one', () => {
    expect(requestOf({}).horizon).toBe(13);
  });

  test('is read for a customer that no line of the plan names', () => {
    expect(plan.dimensions).not.toContain('customer');
    expect(requestOf({ customer: 'Birch' }).history).toEqual(new Array(42).fill(500));
    expect(forecastRequest(document, plan, { at: at({ region: 'North', customer: 'Cedar' }) }).ok).toBe(false);
  });
});

describe('months outside the coverage', () => {
  const workspace = createWorkspace('2026-07-16');
  const line = { amount: 700, region: 'North', seller: 'Ann' };
  workspace.run(
    { name: 'orders/import', draft: 'a' },
    batchOf(everyMonth('2023-1', '2023-12', line), { coverage: { from: '2023-01-01', to: '2023-12-31' } }),
  );
  workspace.run(
    { name: 'orders/import', draft: 'b' },
    batchOf(everyMonth('2025-1', '2025-12', line), { coverage: { from: '2025-01-01', to: '2025-12-31' } }),
  );

  test('are unknown, never 0, also between two imports', () => {
    const request = forecastRequest(workspace.document, null, { at: {} });
    expect(request.ok && request.value.history).toEqual([
      ...new Array(12).fill(700),
      ...new Array(12).fill(null),
      ...new Array(12).fill(700),
    ]);
  });

  test('stay out of a node that began later: its history starts with its first sale', () => {
    const late = everyMonth('2025-6', '2025-12', { amount: 50, region: 'East', seller: 'Zoe' }).map((entry) => ({
      ...entry,
      on: entry.on.replace(/10$/, '11'),
    }));
    workspace.run(
      { name: 'orders/import', draft: 'c' },
      batchOf(late, { coverage: { from: '2025-01-01', to: '2025-12-31' } }),
    );
    const east = workspace.document.members.get('region')?.byCode.findIndex((member) => member?.name === 'East') ?? 0;
    const request = forecastRequest(workspace.document, null, { at: { region: east } });
    expect(request.ok && request.value.history).toEqual(new Array(7).fill(50));
  });

  test('a workspace without orders has nothing to foretell', () => {
    const empty = forecastRequest(createWorkspace('2026-07-16').document, null, { at: {} });
    expect(empty.ok ? [] : empty.issues.map(({ code }) => code)).toEqual(['forecast/noHistory']);
  });
});

describe('the forecast screen', () => {
  const request = requestOf({});
  const view = forecastView(document, plan, { request, result: resultOf(request, 2400) });

  test('draws the plan against actual and forecast, month by month', () => {
    const point = (period: string) => view.points.find((entry) => entry.period === period);
    expect(point('2026-06')).toMatchObject({ actual: 2500, mean: null, intervals: [] });
    expect(point('2026-07')).toMatchObject({ actual: null, mean: 2400 });
    expect(point('2026-08')?.intervals.map(({ level }) => level)).toEqual([0.8, 0.95]);
    expect(point('2025-12')?.target).toBeNull();
    const targets = view.points.flatMap(({ target }) => target ?? []);
    expect(targets).toHaveLength(12);
    expect(targets.reduce((sum, value) => sum + value, 0)).toBe(36_000);
    expect(view.running).toEqual({ period: '2026-07', actual: 2500 });
  });

  test('adds the year from what came and what is foretold, the running month at the larger of both', () => {
    // 6 × 2,500 known, July 2,500 so far against 2,400 foretold, 5 × 2,400 ahead.
    expect(view.year).toMatchObject({ actual: 17_500, forecast: 15_000 + 2_500 + 12_000, target: 36_000, level: 0.8 });
  });

  test('gives the sum a range between independent and in step', () => {
    // August to December ± 100; July can only grow, to 2,500 = what came: 0 up and 0 down.
    const half = Math.sqrt(0.5 * 5 * 100 ** 2 + 0.5 * 500 ** 2);
    expect(view.year.lower).toBe(Math.round(29_500 - half));
    expect(view.year.upper).toBe(Math.round(29_500 + half));
    expect(half).toBeGreaterThan(Math.sqrt(5) * 100);
    expect(half).toBeLessThan(500);
  });

  test('never says less than what has come in the running month', () => {
    const high = forecastView(document, plan, { request, result: resultOf(request, 2550) });
    // July: 2,500 came, 2,550 is foretold: at most 50 can be missing there.
    const half = Math.sqrt(0.5 * (5 * 100 ** 2 + 50 ** 2) + 0.5 * 550 ** 2);
    expect(high.year.lower).toBe(Math.round(15_000 + 2_550 + 5 * 2_550 - half));
  });

  test('has no target for a customer that is not in the lines', () => {
    const own = requestOf({ customer: 'Birch' });
    const customer = forecastView(document, plan, { request: own, result: resultOf(own, 500) });
    expect(customer.label).toBe('Birch');
    expect(customer.points.every(({ target }) => target === null)).toBe(true);
    expect(customer.year).toMatchObject({ target: null, actual: 3500, forecast: 6000 });
  });

  test('works with the models themselves, all values finite', () => {
    const real = forecastView(document, plan, {
      request,
      result: forecastSeries(request.history, { period: 12, horizon: request.horizon }),
    });
    const { forecast, lower, upper } = real.year;
    expect((lower ?? 0) <= (forecast ?? 0) && (forecast ?? 0) <= (upper ?? 0)).toBe(true);
  });
});

describe('the burn-up', () => {
  const request = requestOf({});
  const forecast = forecastView(document, plan, { request, result: resultOf(request, 2400) });
  const burnUp = burnUpOf(document, plan, { at: {}, forecast });

  test('adds month to month and stops where nothing is known', () => {
    expect(burnUp.actual.slice(0, 8)).toEqual([2500, 5000, 7500, 10_000, 12_500, 15_000, 17_500, null]);
    expect(burnUp.lastYear.at(-1)).toBe(30_000);
    expect(burnUp.target.at(-1)).toBe(36_000);
  });

  test('lets the forecast start at the last closed month and end at the year', () => {
    expect(burnUp.forecast.slice(0, 7)).toEqual([null, null, null, null, null, 15_000, 17_500]);
    expect(burnUp.lower[5]).toBe(15_000);
    expect(burnUp.forecast.at(-1)).toBe(forecast.year.forecast);
    expect(burnUp.upper.at(-1)).toBe(forecast.year.upper);
  });

  test('of two regions adds up to that of the whole', () => {
    const of = (name: string) => burnUpOf(document, plan, { at: at({ region: name }), forecast: null });
    const north = of('North');
    const south = of('South');
    burnUp.actual.forEach((whole, p) => {
      expect(whole === null ? null : (north.actual[p] ?? 0) + (south.actual[p] ?? 0)).toBe(whole);
      expect((north.target[p] ?? 0) + (south.target[p] ?? 0)).toBe(burnUp.target[p]);
    });
  });
});

test('the months of a node add up to its order lines', () => {
  const { whole, running } = nodeSales(document, plan, {
    at: at({ seller: 'Cid' }),
    firstMonth: (2023 - 1970) * 12,
    months: 43,
  });
  const sum = whole.reduce<number>((all, amount) => all + (amount ?? 0), running?.amount ?? 0);
  expect(sum).toBe(SMALL_LINES.reduce((all, line) => all + (line.seller === 'Cid' ? line.amount : 0), 0));
});
