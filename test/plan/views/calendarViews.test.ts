import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FiscalCalendar, fiscalYearOfDay, ISO_WEEKS } from '~/domain/calendar';
import { WORKING_TARGET } from '~/domain/plan';
import type { ForecastView, KpiView } from '~/domain/view';
import { createFactCache } from '~/plan/facts';
import { focusYear } from '~/plan/focusYear';
import { burnUpOf } from '~/plan/views/burnUp';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { homeView } from '~/plan/views/homeView';
import { kpiView } from '~/plan/views/kpiView';
import { nodeStandings } from '~/plan/views/nodeStanding';
import { createViewCache } from '~/plan/views/viewCache';
import { anyCalendar } from '../support/anyCalendar';
import { planOf } from '../support/shapePlan';
import { SMALL_LINES } from '../support/smallPlan';
import {
  batchOf,
  createWorkspace,
  day,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from '../support/smallWorkspace';

const AS_OF = day('2026-07-15');
const today = day('2026-07-16');

/** A plan over the year that the last complete day lies in. */
function planned(calendar: FiscalCalendar, years = 1, lines: readonly OrderLine[] = SMALL_LINES): SmallWorkspace {
  const workspace = createWorkspace('2026-07-16');
  const coverage = { from: '2023-01-01', to: '2026-07-15' };
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
  const fiscalYear = fiscalYearOfDay(calendar, AS_OF);
  workspace.run({ name: 'plan/create', settings: settingsOf({ calendar, fiscalYear, years, target: 36_000 }) });
  return workspace;
}

const soldIn = (from: number, to: number, lines: readonly OrderLine[] = SMALL_LINES): number =>
  lines.reduce((sum, { on, amount }) => (day(on) >= from && day(on) <= to ? sum + amount : sum), 0);

function forecastOf({ document }: SmallWorkspace, monthly: number): ForecastView {
  const plan = document.open ? (document.records.plan.get(document.open.id) ?? null) : null;
  const request = forecastRequest(document, plan, { at: {} });
  if (!request.ok) throw new Error('no history');
  const mean = new Float64Array(request.value.horizon).fill(monthly);
  const result = {
    mean,
    intervals: [],
    models: [],
    seasonal: false,
    method: 'combination' as const,
    error: null,
    notes: [],
  };
  return forecastView(document, plan, { request: request.value, result });
}

const homeOf = (workspace: SmallWorkspace, forecast: ForecastView | null) =>
  homeView(workspace.document, planOf(workspace), {
    revision: 1,
    forecast,
    steps: workspace.steps,
    undone: workspace.undone(),
    cache: createViewCache(),
    facts: createFactCache(),
    today,
  });

const boardOf = (
  { document }: SmallWorkspace,
  period: 'month' | 'quarter' | 'year',
  periodId: string | null = null,
): KpiView => {
  const plan = document.open ? (document.records.plan.get(document.open.id) ?? null) : null;
  return kpiView(document, plan, { query: { period, periodId, at: {} }, cache: createViewCache(), today });
};

const cardOf = (view: KpiView, id: string) => view.cards.find((card) => card.id === id);

describe('screens over any calendar', () => {
  test('home counts what was sold in the year so far, and its year comes to that and the forecast of the rest', () => {
    fc.assert(
      fc.property(anyCalendar(), (calendar) => {
        const workspace = planned(calendar);
        const { periods } = planOf(workspace);
        const home = homeOf(workspace, forecastOf(workspace, 2500));
        const sold = soldIn(periods[0].from, AS_OF);
        expect(home).toMatchObject({ target: 36_000, goal: 36_000, allocated: 36_000, actual: sold });
        expect(home.burnUp.target[periods.length - 1]).toBe(36_000);
        const running = periods.findIndex(({ to }) => to > AS_OF);
        expect(home.burnUp.actual[running] ?? sold).toBe(sold);
        // 2,500 a month, sold on one day of each: the rest of the year is within two months of its share.
        const rest = ((periods[periods.length - 1].to - AS_OF) * 2500) / 30.4;
        expect(Math.abs((home.forecast?.mean ?? Number.NaN) - sold - rest)).toBeLessThanOrEqual(5000);
      }),
      { seed: 51, numRuns: 15 },
    );
  });

  test('the KPI board judges each period by the orders and targets of its own days', () => {
    fc.assert(
      fc.property(anyCalendar(), (calendar) => {
        const workspace = planned(calendar);
        const year = boardOf(workspace, 'year');
        expect(cardOf(year, 'attainment')).toMatchObject({ denominator: 36_000 });
        const quarters = boardOf(workspace, 'quarter');
        const own = quarters.periods.filter((id) => id.startsWith(`${planOf(workspace).fiscalYear}-`));
        expect(own).toHaveLength(4);
        let actuals = 0;
        for (const id of own) {
          const view = boardOf(workspace, 'quarter', id);
          const attainment = cardOf(view, 'attainment');
          actuals += attainment?.numerator ?? 0;
          if (view.period.to <= AS_OF) {
            expect(attainment?.numerator).toBe(soldIn(view.period.from, view.period.to));
          }
        }
        expect(actuals).toBe(cardOf(year, 'attainment')?.numerator);
        const leaf = boardOf(workspace, 'month');
        expect([leaf.period.from <= AS_OF, AS_OF <= leaf.period.to]).toEqual([true, true]);
        expect(planOf(workspace).periods.map(({ id }) => id)).toContain(leaf.period.id);
      }),
      { seed: 52, numRuns: 5 },
    );
  });

  test('growth of a week is held against the week 52 weeks earlier', () => {
    const lines: OrderLine[] = [
      { on: '2026-06-16', amount: 300, region: 'N', seller: 'A' },
      { on: '2025-06-17', amount: 200, region: 'N', seller: 'A' },
      { on: '2026-06-09', amount: 400, region: 'N', seller: 'A' },
    ];
    const view = boardOf(planned(ISO_WEEKS, 1, lines), 'month', '2026-W25');
    expect([view.period.from, view.period.to]).toEqual([day('2026-06-15'), day('2026-06-21')]);
    expect(cardOf(view, 'growthYoY')).toMatchObject({ value: 0.5, denominator: 200 });
    expect(cardOf(view, 'growthPrior')).toMatchObject({ value: -0.25, denominator: 400 });
    expect(cardOf(view, 'attainment')?.trend).toHaveLength(13);
  });

  test('members are held against known years of equal length', () => {
    fc.assert(
      fc.property(anyCalendar(), (calendar) => {
        const workspace = planned(calendar);
        const standings = nodeStandings(workspace.document, planOf(workspace), {
          dimension: 'seller',
          level: 0,
          at: {},
        });
        const { from } = planOf(workspace).periods[0];
        expect(standings.reduce((sum, { actual }) => sum + (actual ?? 0), 0)).toBe(soldIn(from, AS_OF));
        expect(standings.every(({ reference }) => reference !== null && reference > 0)).toBe(true);
      }),
      { seed: 53, numRuns: 15 },
    );
  });
});

describe('a plan of several years', () => {
  test('speaks of the year that the last complete day lies in, with its own goal', () => {
    const workspace = createWorkspace('2026-07-16');
    const coverage = { from: '2023-01-01', to: '2026-07-15' };
    workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(SMALL_LINES, { coverage }));
    workspace.run({ name: 'plan/create', settings: settingsOf({ fiscalYear: 2025, years: 2, target: 31_000 }) });
    const second = planOf(workspace)
      .periods.slice(12)
      .map(({ id }) => id);
    const cell = { column: WORKING_TARGET, at: {}, periods: second };
    workspace.run({ name: 'targets/setCell', cell, amount: 40_000 });
    workspace.run({ name: 'goals/set', cell, amount: 41_000 });
    const home = homeOf(workspace, forecastOf(workspace, 2500));
    expect(home).toMatchObject({ target: 41_000, goal: 41_000, allocated: 40_000, actual: 17_500 });
    expect(home.burnUp.periods).toEqual(second);
    expect(home.attention.filter(({ kind }) => kind === 'unallocated').map(({ params }) => params.amount)).toEqual([
      1000,
    ]);
    // Last year is the plan's own first one: 2,500 a month were sold in it.
    expect(home.burnUp.lastYear[11]).toBe(30_000);
    expect(forecastOf(workspace, 2500).year.target).toBe(40_000);
    const board = boardOf(workspace, 'year', '2025');
    expect(cardOf(board, 'attainment')).toMatchObject({ numerator: 30_000, denominator: 31_000 });
    expect(board.burnUp.periods[0]).toBe('2025-01');
  });

  test('is one of its years before its first day and after its last', () => {
    const workspace = planned(ISO_WEEKS, 3);
    const plan = planOf(workspace);
    const years = [day('2020-01-01'), day('2027-01-03'), day('2027-01-04'), day('2040-01-01')];
    expect(years.map((on) => focusYear(plan, on).fiscalYear)).toEqual([2026, 2026, 2027, 2028]);
    expect(focusYear(plan, day('2027-06-01')).periods).toHaveLength(52);
    const burnUp = burnUpOf(workspace.document, focusYear(plan, day('2027-06-01')), { at: {}, forecast: null });
    expect(burnUp.target.every((amount) => amount === null)).toBe(true);
  });
});
