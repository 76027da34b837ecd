import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FiscalCalendar } from '~/domain/calendar';
import { BASELINE, columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { counterparts, planYears } from '~/domain/planYears';
import { buildView } from '~/engine/cube';
import { createFactCache } from '~/plan/facts';
import { periodFacts, sumFacts, sumUnplaced } from '~/plan/periodFacts';
import { anyCalendar } from './support/anyCalendar';
import { openOf, planOf, randomOrders, totalsAt } from './support/shapePlan';
import {
  batchOf,
  createWorkspace,
  day,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from './support/smallWorkspace';

const NRF: FiscalCalendar = {
  kind: 'pattern',
  pattern: '454',
  startMonth: 2,
  nameBy: 'start',
  weekRule: { weekday: 6, end: 'nearest' },
};

interface Setup {
  calendar: FiscalCalendar;
  fiscalYear: number;
  years?: number;
  orders: OrderLine[];
  coverage?: { from: string; to: string };
}

function planned({ orders, coverage = { from: '2024-01-01', to: '2025-12-31' }, ...time }: Setup): SmallWorkspace {
  const workspace = createWorkspace('2026-01-16');
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(orders, { coverage }));
  workspace.run({ name: 'plan/create', settings: settingsOf({ ...time, target: 5_000_003 }) });
  return workspace;
}

function factsIn(workspace: SmallWorkspace) {
  const plan = planOf(workspace);
  const open = openOf(workspace);
  const facts = periodFacts(workspace.document, plan, buildView(open.lines, open.order), createFactCache());
  if (!facts) throw new Error('no facts');
  return { plan, facts };
}

const soldIn = (orders: OrderLine[], { from, to }: { from: number; to: number }): number =>
  orders.reduce((sum, { on, amount }) => (day(on) >= from && day(on) <= to ? sum + amount : sum), 0);

const yearOf = (plan: Plan) => ({ from: plan.periods[0].from, to: plan.periods[plan.periods.length - 1].to });

describe('facts by the periods of any calendar', () => {
  test('the actuals of all periods together are the orders of the year, and each period has its own', () => {
    fc.assert(
      fc.property(anyCalendar(), fc.integer({ min: 1, max: 1e6 }), (calendar, seed) => {
        const orders = randomOrders(seed);
        const coverage = { from: '2023-01-01', to: '2026-12-31' };
        const { plan, facts } = factsIn(planned({ calendar, fiscalYear: 2025, orders, coverage }));
        expect(sumFacts(facts, 0, facts.actual)).toEqual({ value: soldIn(orders, yearOf(plan)), partial: false });
        plan.periods.forEach((period, p) => {
          expect(sumFacts(facts, 0, [facts.actual[p]]).value).toBe(soldIn(orders, period));
        });
      }),
      { seed: 21, numRuns: 20 },
    );
  });

  test('last year is what was sold in the days each period is compared with; where there are none it is unknown', () => {
    fc.assert(
      fc.property(anyCalendar(), fc.integer({ min: 2024, max: 2026 }), (calendar, fiscalYear) => {
        const orders = randomOrders(fiscalYear);
        const coverage = { from: '2022-01-01', to: '2025-12-31' };
        const { plan, facts } = factsIn(planned({ calendar, fiscalYear, orders, coverage }));
        counterparts(plan).forEach((span, p) => {
          const { value, partial } = sumFacts(facts, 0, [facts.lastYear[p]]);
          const isKnown = span !== null && span.to <= day('2025-12-31');
          expect(value).toBe(isKnown ? soldIn(orders, span) : null);
          expect(partial).toBe(isKnown && !span.isWhole);
        });
      }),
      { seed: 22, numRuns: 20 },
    );
  });

  test('a period that the orders cover in part is unknown, and a year with one is partial', () => {
    const orders: OrderLine[] = [{ on: '2024-12-02', amount: 700, region: 'N', seller: 'A' }];
    const coverage = { from: '2024-01-10', to: '2024-12-31' };
    const calendar: FiscalCalendar = {
      kind: 'weeks',
      startMonth: 1,
      nameBy: 'end',
      weekRule: { weekday: 7, end: 'nearest' },
    };
    const { facts } = factsIn(planned({ calendar, fiscalYear: 2025, orders, coverage }));
    // 2025-W01 is compared with 2024-01-01 … 07, W02 with 08 … 14: known from the 10th on only.
    expect(facts.lastYear.slice(0, 3).map(({ known }) => known)).toEqual([false, false, true]);
    expect(sumFacts(facts, 0, facts.lastYear)).toEqual({ value: 700, partial: true });
    expect(sumFacts(facts, 0, facts.lastYear.slice(0, 2)).value).toBeNull();
    expect(sumFacts(facts, 0, [facts.lastYear[5]]).value).toBe(0);
  });

  test('the year after 53 weeks is compared with weeks 2 to 53', () => {
    const orders: OrderLine[] = [
      { on: '2023-02-01', amount: 5, region: 'N', seller: 'A' },
      { on: '2023-02-06', amount: 70, region: 'N', seller: 'A' },
      { on: '2024-02-02', amount: 900, region: 'N', seller: 'A' },
    ];
    const coverage = { from: '2022-01-01', to: '2025-12-31' };
    const { facts } = factsIn(planned({ calendar: NRF, fiscalYear: 2024, orders, coverage }));
    // FY2023 ran from 2023-01-29; its first week has nothing to be compared with in FY2024.
    expect(sumFacts(facts, 0, facts.lastYear)).toEqual({ value: 970, partial: false });
    expect(sumFacts(facts, 0, [facts.lastYear[0]]).value).toBe(70);
    expect(sumFacts(facts, 0, [facts.lastYear[11]]).value).toBe(900);
  });

  test('the second year of a plan is compared with the first', () => {
    const orders = randomOrders(5);
    const calendar: FiscalCalendar = { kind: 'months', startMonth: 4, nameBy: 'end' };
    const coverage = { from: '2023-01-01', to: '2026-12-31' };
    const { plan, facts } = factsIn(planned({ calendar, fiscalYear: 2025, years: 2, orders, coverage }));
    const [first, second] = planYears(plan);
    const part = <T>(list: T[], { first: from, last }: { first: number; last: number }): T[] =>
      list.slice(from, last + 1);
    expect(sumFacts(facts, 0, part(facts.lastYear, second))).toEqual(sumFacts(facts, 0, part(facts.actual, first)));
  });

  test('orders without a line are told apart, in every calendar', () => {
    const workspace = planned({
      calendar: NRF,
      fiscalYear: 2025,
      orders: randomOrders(9),
      coverage: { from: '2023-01-01', to: '2025-12-31' },
    });
    const more = [{ on: '2025-06-03', amount: 1234, region: 'Nowhere', seller: 'Nobody' }];
    workspace.run(
      { name: 'orders/import', draft: 'e' },
      batchOf(more, { coverage: { from: '2025-06-01', to: '2025-06-30' } }),
    );
    const { facts } = factsIn(workspace);
    expect(sumUnplaced(facts, 0, facts.actual)).toBe(1234);
    workspace.run({ name: 'plan/alignLines' });
    const after = factsIn(workspace).facts;
    expect(sumUnplaced(after, 0, after.actual)).toBe(0);
  });
});

describe('a plan in any calendar', () => {
  test('lays its target out exactly in the first year, blank after it, over a base that is the orders behind it', () => {
    fc.assert(
      fc.property(anyCalendar(), fc.integer({ min: 1, max: 3 }), (calendar, years) => {
        const orders = randomOrders(years * 31);
        const workspace = planned({
          calendar,
          fiscalYear: 2026,
          years,
          orders,
          coverage: { from: '2022-01-01', to: '2026-12-31' },
        });
        const plan = planOf(workspace);
        const { columns, lines } = openOf(workspace);
        const [first] = planYears(plan);
        const total = (key: string, from: number, end: number): number => {
          const { value = [] } = columns.get(key) ?? {};
          return value
            .slice(from, end)
            .reduce((all, rows) => all + rows.slice(0, lines.count).reduce((s, v) => s + v, 0), 0);
        };
        const target = columnKey(WORKING_TARGET);
        expect(total(target, 0, first.last + 1)).toBe(5_000_003);
        expect(columns.get(target)?.value.length).toBe(plan.periods.length);
        expect(
          columns
            .get(target)
            ?.state.slice(first.last + 1)
            .every((bits) => bits.every((bit) => bit === 0)),
        ).toBe(true);
        const behind = counterparts(plan).slice(0, first.last + 1);
        const base = behind.reduce((sum, span) => sum + (span ? soldIn(orders, span) : 0), 0);
        expect(total(columnKey(BASELINE), 0, plan.periods.length)).toBe(base);
        expect(plan.base.total).toBe(base);
      }),
      { seed: 23, numRuns: 15 },
    );
  });

  test('the last twelve months of a plan of weeks are the last 52 whole known weeks', () => {
    const orders = randomOrders(77);
    const weekRule = { weekday: 7, end: 'nearest' as const };
    const calendar: FiscalCalendar = { kind: 'weeks', startMonth: 1, nameBy: 'end', weekRule };
    const workspace = createWorkspace('2026-01-16');
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(orders, { coverage: { from: '2024-01-01', to: '2025-08-20' } }),
    );
    const settings = settingsOf({ calendar, fiscalYear: 2026, base: 'lastTwelveMonths', target: 1_000_000 });
    workspace.run({ name: 'plan/create', settings });
    // 2025-08-17 is the last Sunday up to the last known day.
    const last = day('2025-08-17');
    const sold = soldIn(orders, { from: last - 363, to: last });
    expect(planOf(workspace).base).toMatchObject({ total: sold, unknownMonths: 0 });
    // The 53rd week of 2026 grows from nothing.
    expect(planOf(workspace).base.estimate).toBe(Math.round((sold * 371) / 364));
  });

  test('actuals with the forecast of the rest fill a plan of weeks whose last year is half known', () => {
    const orders: OrderLine[] = Array.from({ length: 30 }, (_, m) => ({
      on: `${2023 + Math.floor(m / 12)}-${1 + (m % 12)}-15`,
      amount: 10_000,
      region: 'N',
      seller: 'A',
    }));
    const calendar: FiscalCalendar = { ...NRF, startMonth: 1 };
    const workspace = createWorkspace('2025-07-01');
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(orders, { coverage: { from: '2023-01-01', to: '2025-06-30' } }),
    );
    const settings = settingsOf({ calendar, fiscalYear: 2026, base: 'actualPlusForecast', target: 120_000 });
    workspace.run({ name: 'plan/create', settings });
    const { base } = planOf(workspace);
    // The sixth period runs into July: it is foretold with the six after it.
    expect(base).toMatchObject({ unknownMonths: 0, forecastMonths: 7 });
    // A level 10,000 a month: the year comes to twelve of them, give or take what weeks cut off at its ends.
    expect(base.total ?? 0).toBeGreaterThan(115_000);
    expect(base.total ?? 0).toBeLessThan(125_000);
  });

  test('takes its base anew over its own periods; the first year follows, later ones stay', () => {
    const orders = randomOrders(12);
    const calendar: FiscalCalendar = { ...NRF, startMonth: 1 };
    const coverage = { from: '2024-01-01', to: '2025-12-31' };
    const workspace = planned({ calendar, fiscalYear: 2026, years: 2, orders, coverage });
    const second = planOf(workspace)
      .periods.slice(12)
      .map(({ id }) => id);
    const later = { column: WORKING_TARGET, at: {}, periods: second };
    workspace.run({ name: 'targets/setCell', cell: later, amount: 4_000_000 });
    const before = planOf(workspace).base.total ?? 0;
    const [{ region, seller }] = orders;
    const more = [{ on: '2025-06-03', amount: before, region, seller }];
    workspace.run({ name: 'orders/import', draft: 'e' }, batchOf(more, { coverage }));
    workspace.run({ name: 'plan/refreshBase', keepTarget: false });
    const { base } = planOf(workspace);
    expect(base.total).toBe(before * 2);
    const totals = totalsAt(workspace, {});
    const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
    // Twice the base, the same growth: twice the target, in whole minor units.
    expect(sum(totals.slice(0, 12))).toBe(5_000_003 * 2);
    expect(sum(totals.slice(12))).toBe(4_000_000);
    expect([...workspace.document.records.goal.values()].map(({ amount }) => amount)).toEqual([5_000_003 * 2]);
    expect(sum(totalsAt(workspace, {}, columnKey(BASELINE)))).toBe(before * 2);
  });
});
