import { describe, expect, it } from 'vitest';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { nodeTotals, selectionTotals } from '~/engine/cube/index';
import { openedPlan } from '~/plan/document';
import { createSheet } from '~/plan/views/sheet';
import { createSmallPlan, SMALL_LINES } from '../support/smallPlan';
import { batchOf, createWorkspace, everyMonth, settingsOf } from '../support/smallWorkspace';

const wholeOf = (count: number) => ({
  rows: { first: 0, end: count },
  periods: Array.from({ length: 12 }, (_, p) => p),
});

describe('a new plan', () => {
  it('lays the target exactly, by the shares of the base', () => {
    const { document, at, plan } = createSmallPlan();
    const open = document.open;
    const column = open?.columns.get(columnKey(WORKING_TARGET));
    if (!open || !column) throw new Error('no plan');
    expect(selectionTotals(column, wholeOf(open.lines.count)).sum).toBe(36_000);
    const sheet = createSheet(document, { dimensions: ['seller'], column: WORKING_TARGET, open: null }, 1);
    if (!sheet.ok) throw new Error('no sheet');
    const { view, accumulator } = sheet.value;
    const ofSeller = (name: string): number => {
      const code = at({ seller: name }).seller;
      const node = view.code.findIndex((value, n) => n > 0 && value === code);
      return nodeTotals(
        accumulator,
        node,
        plan.periods.map((_, p) => p),
      ).sum;
    };
    // 2025: Ann 12,000, Bob 6,000, Cid 12,000 of 30,000.
    expect([ofSeller('Ann'), ofSeller('Bob'), ofSeller('Cid')]).toEqual([14_400, 7200, 14_400]);
  });

  it('sets the target as the goal of the whole and copies the hierarchies', () => {
    const { document, plan } = createSmallPlan();
    expect([...document.records.goal.values()].map((goal) => [goal.amount, goal.cell.at])).toEqual([[36_000, {}]]);
    const own = [...document.records.hierarchy.values()].filter((hierarchy) => hierarchy.plan === plan.id);
    expect(own.map((hierarchy) => hierarchy.dimension).sort()).toEqual(['customer', 'region', 'seller']);
  });

  it('lays months by the season of the history, however small the amount', () => {
    const seasonal = [2023, 2024, 2025].flatMap((year) =>
      Array.from({ length: 12 }, (_, m) => ({
        on: `${year}-${m + 1}-10`,
        amount: m < 6 ? 1000 : 3000,
        region: 'North',
        seller: 'Ann',
      })),
    );
    const workspace = createWorkspace('2026-01-01');
    const coverage = { from: '2023-01-01', to: '2025-12-31' };
    workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(seasonal, { coverage }));
    workspace.run({ name: 'plan/create', settings: settingsOf({ target: 2401 }) });
    const column = workspace.document.open?.columns.get(columnKey(WORKING_TARGET));
    const months = column?.value.map((values) => values[0]) ?? [];
    expect(months.reduce((sum, value) => sum + value, 0)).toBe(2401);
    for (let m = 0; m < 6; m += 1) expect(Math.abs(months[m] - 100)).toBeLessThanOrEqual(2);
    for (let m = 6; m < 12; m += 1) expect(Math.abs(months[m] - 300)).toBeLessThanOrEqual(3);
  });

  it('counts months outside the coverage as unknown and says what a year would be', () => {
    const workspace = createWorkspace('2026-01-05');
    const lines = everyMonth('2025-3', '2025-12', { amount: 1000, region: 'North', seller: 'Ann' });
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(lines, { coverage: { from: '2025-03-01', to: '2025-12-31' } }),
    );
    workspace.run({ name: 'plan/create', settings: settingsOf({ target: 12_000 }) });
    const base = openedPlan(workspace.document)?.base;
    expect(base).toMatchObject({ total: 10_000, estimate: 12_000, unknownMonths: 2, forecastMonths: 0 });
    const baseline = workspace.document.open?.columns.get('base/baseline/sales');
    expect(baseline?.state[0][0]).toBe(0);
    expect(baseline?.value[2][0]).toBe(1000);
    expect(baseline?.state[2][0]).toBe(1);
  });

  it('pools the customers that are not key ones under one name per seller', () => {
    const workspace = createWorkspace('2026-01-05');
    const customers = ['Big', 'Small', 'Tiny'];
    const lines = customers.flatMap((customer, i) =>
      everyMonth('2025-1', '2025-12', { amount: 1000 >> (i * 3), region: 'North', seller: 'Ann', customer }),
    );
    const coverage = { from: '2025-01-01', to: '2025-12-31' };
    workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ target: 100_000, dimensions: ['seller', 'customer'], keyCustomers: 1 }),
    });
    const { open } = workspace.document;
    expect(open?.lines.count).toBe(2);
    const names = [...(open?.lines.codes[1].slice(0, 2) ?? [])].map(
      (code) => workspace.document.members.get('customer')?.byCode[code]?.name,
    );
    expect(names.sort()).toEqual(['Big', 'Others']);
  });

  it('needs no data: equal shares over the cross product of the chosen members', () => {
    const workspace = createWorkspace('2026-01-05');
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({
        target: 1_000_000,
        dimensions: ['region', 'product'],
        members: { region: ['East', 'West', ' '], product: ['Oil', 'Gas', 'Oil'] },
      }),
    });
    const { open } = workspace.document;
    const column = open?.columns.get(columnKey(WORKING_TARGET));
    if (!open || !column) throw new Error('no plan');
    expect(open.lines.count).toBe(4);
    expect(selectionTotals(column, wholeOf(4)).sum).toBe(1_000_000);
    const years = [0, 1, 2, 3].map((row) => column.value.reduce((sum, values) => sum + values[row], 0));
    expect(years).toEqual([250_000, 250_000, 250_000, 250_000]);
  });

  it('is refused without data to lay it on', () => {
    const workspace = createWorkspace('2026-01-05');
    expect(() => workspace.run({ name: 'plan/create', settings: settingsOf({ target: 1 }) })).toThrow('plan/noBase');
    expect(workspace.document.records.plan.size).toBe(0);
  });

  it('grows from actual to date plus forecast where last year does not exist yet', () => {
    const workspace = createWorkspace('2026-07-16');
    const coverage = { from: '2023-01-01', to: '2026-06-30' };
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(
        SMALL_LINES.filter((line) => line.on < '2026-07' || !line.on.startsWith('2026-7')),
        { coverage },
      ),
    );
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ target: 40_000, fiscalYear: 2027, base: 'actualPlusForecast' }),
    });
    const base = openedPlan(workspace.document)?.base;
    expect(base).toMatchObject({ from: '2026-01', to: '2026-12', unknownMonths: 0, forecastMonths: 6 });
    // 2,500 a month for years: six months sold, six foretold.
    expect(Math.abs((base?.total ?? 0) - 30_000)).toBeLessThan(300);
  });
});
