import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { At, CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { type Column, columnKey, type Measure, WORKING_TARGET } from '~/domain/plan';
import { measureCellAt, measureEdit } from '~/plan/measureEdit';
import { measureValue } from '~/plan/measureValue';
import { runCommand } from '~/plan/run';
import { createShapePlan, openOf, planOf, stateOf, totalsAt } from '../support/shapePlan';
import { day, type SmallWorkspace } from '../support/smallWorkspace';

const MEASURES: [Measure, string][] = [
  [{ id: 'margin', kind: 'additive', scale: 2, unit: 'USD' }, 'Gross margin'],
  [{ id: 'units', kind: 'additive', scale: 0, unit: 'pcs' }, ''],
  [{ id: 'heads', kind: 'balance', scale: 1, unit: 'head' }, 'Head count'],
  [{ id: 'newCustomers', kind: 'distinct', scale: 0, unit: 'pcs' }, ''],
  [{ id: 'marginRate', kind: 'ratio', numerator: 'margin', denominator: 'sales' }, 'Margin %'],
  [{ id: 'price', kind: 'ratio', numerator: 'sales', denominator: 'units', scale: 2, unit: 'USD' }, ''],
  [{ id: 'perHead', kind: 'ratio', numerator: 'newCustomers', denominator: 'heads', scale: 1, unit: 'pcs' }, ''],
];

function withMeasures(seed = 4): SmallWorkspace {
  const workspace = createShapePlan(seed);
  for (const [measure, title] of MEASURES) workspace.run({ name: 'measures/add', measure, title });
  return workspace;
}

const columnOf = (measure: string): Column => ({ ...WORKING_TARGET, measure });
const year = (workspace: SmallWorkspace): string[] => planOf(workspace).periods.map(({ id }) => id);
const cellOf = (workspace: SmallWorkspace, measure: string, at: At = {}, periods = year(workspace)): CellRef => ({
  column: columnOf(measure),
  at,
  periods,
});

function shownAt(workspace: SmallWorkspace, cell: CellRef): number | null {
  const plan = planOf(workspace);
  const parts = measureCellAt(workspace.document, { open: openOf(workspace), plan }, cell);
  return measureValue(plan.groups[0].measures, cell.column.measure, parts);
}

function refused(workspace: SmallWorkspace, command: Command): string {
  const before = stateOf(workspace);
  const context = { today: day('2026-01-16'), now: '', seq: workspace.steps.length + 1, batchOf: () => null };
  const result = runCommand(workspace.document, command, context);
  if (result.ok) throw new Error('was not refused');
  expect(stateOf(workspace)).toBe(before);
  return result.issues[0].code;
}

describe('the measures of a plan', () => {
  test('are added blank under their titles, once each', () => {
    const workspace = withMeasures();
    const plan = planOf(workspace);
    expect(plan.groups[0].measures.map(({ id }) => id)).toEqual(['sales', ...MEASURES.map(([{ id }]) => id)]);
    expect(plan.titles).toMatchObject({ margin: 'Gross margin', marginRate: 'Margin %' });
    expect(shownAt(workspace, cellOf(workspace, 'margin'))).toBeNull();
    const twice: Measure = { id: 'margin', kind: 'additive', scale: 0, unit: 'pcs' };
    expect(refused(workspace, { name: 'measures/add', measure: twice, title: '' })).toBe('measure/thereAlready');
    const title: Measure = { ...twice, id: 'other' };
    expect(refused(workspace, { name: 'measures/add', measure: title, title: 'Margin %' })).toBe(
      'measure/thereAlready',
    );
    const dimension: Measure = { ...twice, id: 'region' };
    expect(refused(workspace, { name: 'measures/add', measure: dimension, title: '' })).toBe('measure/thereAlready');
  });

  test('have ratios of measures that are there and are no ratios', () => {
    const workspace = withMeasures();
    const ratio = (numerator: string, denominator: string): Command => ({
      name: 'measures/add',
      measure: { id: 'x', kind: 'ratio', numerator, denominator },
      title: '',
    });
    expect(refused(workspace, ratio('gone', 'sales'))).toBe('measure/unknown');
    expect(refused(workspace, ratio('sales', 'marginRate'))).toBe('measure/unknown');
    const slash: Measure = { id: 'a/b', kind: 'additive', scale: 0, unit: 'pcs' };
    expect(() => workspace.run({ name: 'measures/add', measure: slash, title: '' })).toThrow(RangeError);
  });

  test('go with their columns, goals and holds, and not while a ratio is made of them', () => {
    const workspace = withMeasures();
    expect(refused(workspace, { name: 'measures/remove', measure: 'margin' })).toBe('measure/inUse');
    expect(refused(workspace, { name: 'measures/remove', measure: 'sales' })).toBe('measure/needed');
    expect(refused(workspace, { name: 'measures/remove', measure: 'gone' })).toBe('measure/unknown');
    workspace.run({ name: 'measures/remove', measure: 'marginRate' });
    const titles = planOf(workspace).titles;
    workspace.run({ name: 'targets/setCell', cell: cellOf(workspace, 'margin'), amount: 90_000 });
    workspace.run({ name: 'holds/add', cell: cellOf(workspace, 'margin'), kind: 'freeze' });
    workspace.run({ name: 'goals/set', cell: cellOf(workspace, 'margin'), amount: 95_000 });
    workspace.run({ name: 'measures/remove', measure: 'margin' });
    expect(totalsAt(workspace, {}, columnKey(columnOf('margin'))).every((total) => total === 0)).toBe(true);
    expect(workspace.document.records.hold.size).toBe(0);
    expect([...workspace.document.records.goal.values()].map(({ amount }) => amount)).toEqual([5_000_003]);
    expect(planOf(workspace).titles).toEqual({ ...titles, margin: undefined });
  });

  test('say on what basis sales are counted, without a number changing', () => {
    const workspace = withMeasures();
    const before = totalsAt(workspace, {});
    workspace.run({ name: 'plan/setBasis', basis: 'invoiced', taxIncluded: false });
    expect(planOf(workspace)).toMatchObject({ salesBasis: 'invoiced', taxIncluded: false });
    expect(totalsAt(workspace, {})).toEqual(before);
  });
});

describe('typing', () => {
  test('into a share moves its numerator, so that the cell shows what was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 500 }), (basisPoints, seed) => {
        const workspace = withMeasures(seed);
        const cell = cellOf(workspace, 'marginRate', { region: 1 });
        workspace.run({ name: 'targets/setCell', cell, amount: basisPoints });
        const sales = shownAt(workspace, { ...cell, column: columnOf('sales') }) ?? 0;
        const margin = shownAt(workspace, { ...cell, column: columnOf('margin') }) ?? Number.NaN;
        expect(Math.abs(margin - (sales * basisPoints) / 10_000)).toBeLessThanOrEqual(0.5);
        expect(Math.round((shownAt(workspace, cell) ?? Number.NaN) * 10_000)).toBe(basisPoints);
        expect(shownAt(workspace, { ...cell, column: columnOf('sales') })).toBe(sales);
      }),
      { seed: 61, numRuns: 12 },
    );
  });

  test('into an average price moves sales, in the price own unit', () => {
    const workspace = withMeasures();
    const cell = cellOf(workspace, 'price');
    expect(refused(workspace, { name: 'targets/setCell', cell, amount: 250 })).toBe('cell/noDenominator');
    workspace.run({ name: 'targets/setCell', cell: cellOf(workspace, 'units'), amount: 10_000 });
    workspace.run({ name: 'targets/setCell', cell, amount: 250 });
    // 10,000 pieces at 2.50.
    expect(shownAt(workspace, cellOf(workspace, 'sales'))).toBe(2_500_000);
    expect(shownAt(workspace, cell)).toBe(250);
  });

  test('by a spread is for what adds up: a ratio has no parts, and a balance has its own only within a period', () => {
    const workspace = withMeasures();
    const spread = (cell: CellRef): Command => ({
      name: 'targets/spread',
      cell,
      amount: 900,
      basis: { kind: 'equal' },
      unit: 1,
    });
    for (const id of ['price', 'heads', 'newCustomers']) {
      expect(refused(workspace, spread(cellOf(workspace, id)))).toBe('measure/notSpread');
      const rows = [{ at: {}, total: 900 }];
      const periods = [{ periods: cellOf(workspace, id).periods, total: 900 }];
      const margins: Command = { name: 'targets/setMargins', column: columnOf(id), rows, periods };
      expect(refused(workspace, margins)).toBe('measure/notSpread');
    }
    const june = { ...cellOf(workspace, 'heads'), periods: ['2026-06'] };
    workspace.run(spread(june));
    expect(shownAt(workspace, june)).toBe(900);
    workspace.run(spread(cellOf(workspace, 'margin')));
  });

  test('into the year of a balance sets its closing period, the last one that is open', () => {
    const workspace = withMeasures();
    const cell = cellOf(workspace, 'heads');
    workspace.run({ name: 'targets/setCell', cell, amount: 125 });
    expect(totalsAt(workspace, {}, columnKey(cell.column))).toEqual([...new Array(11).fill(0), 125]);
    workspace.run({ name: 'periods/close', periods: ['2026-12'] });
    workspace.run({ name: 'targets/setCell', cell: { ...cell, periods: year(workspace).slice(9) }, amount: 110 });
    expect(totalsAt(workspace, {}, columnKey(cell.column)).slice(9)).toEqual([0, 110, 125]);
    expect(shownAt(workspace, cell)).toBe(125);
  });

  test('into a distinct count sets the goal of that cell only, and clearing takes it away', () => {
    const workspace = withMeasures();
    const cell = cellOf(workspace, 'newCustomers', { region: 1 });
    workspace.run({ name: 'targets/setCell', cell, amount: 50 });
    workspace.run({ name: 'targets/setCell', cell, amount: 60 });
    expect(shownAt(workspace, cell)).toBe(60);
    expect(shownAt(workspace, { ...cell, at: {} })).toBeNull();
    expect(openOf(workspace).columns.has(columnKey(cell.column))).toBe(false);
    workspace.run({ name: 'targets/clearCell', cell });
    expect(shownAt(workspace, cell)).toBeNull();
    expect(refused(workspace, { name: 'targets/clearCell', cell: cellOf(workspace, 'price') })).toBe('cell/computed');
  });

  test('into a ratio of a count over a balance sets the goal that gives it', () => {
    const workspace = withMeasures();
    workspace.run({ name: 'targets/setCell', cell: cellOf(workspace, 'heads'), amount: 40 });
    workspace.run({ name: 'targets/setCell', cell: cellOf(workspace, 'perHead'), amount: 125 });
    // 4.0 heads at 12.5 customers each.
    expect(shownAt(workspace, cellOf(workspace, 'newCustomers'))).toBe(50);
  });

  test('is refused for a measure the plan does not have', () => {
    const workspace = withMeasures();
    const cell = cellOf(workspace, 'gone');
    expect(refused(workspace, { name: 'targets/setCell', cell, amount: 1 })).toBe('measure/unknown');
    const plan = planOf(workspace);
    expect(measureEdit(workspace.document, { open: openOf(workspace), plan }, { cell, amount: 1 }).ok).toBe(false);
  });
});

describe('a pasted block', () => {
  test('takes a share of the sales pasted beside it, and sets counts and balances in the same step', () => {
    const workspace = withMeasures();
    const at = { region: 1 };
    const steps = workspace.steps.length;
    workspace.run({
      name: 'targets/setCells',
      origin: 'paste',
      cells: [
        { cell: cellOf(workspace, 'marginRate', at), amount: 2500 },
        { cell: cellOf(workspace, 'sales', at), amount: 800_000 },
        { cell: cellOf(workspace, 'newCustomers', at), amount: 7 },
        { cell: cellOf(workspace, 'newCustomers', at), amount: 9 },
        { cell: cellOf(workspace, 'heads', at), amount: 30 },
      ],
    });
    expect(workspace.steps).toHaveLength(steps + 1);
    expect(shownAt(workspace, cellOf(workspace, 'margin', at))).toBe(200_000);
    expect(shownAt(workspace, cellOf(workspace, 'newCustomers', at))).toBe(9);
    expect(totalsAt(workspace, at, columnKey(columnOf('heads')))[11]).toBe(30);
  });

  test('is refused whole when one of its ratios has no denominator', () => {
    const workspace = withMeasures();
    const cells = [
      { cell: cellOf(workspace, 'sales', { region: 1 }), amount: 800_000 },
      { cell: cellOf(workspace, 'price', { region: 1 }), amount: 100 },
    ];
    expect(refused(workspace, { name: 'targets/setCells', origin: 'paste', cells })).toBe('cell/noDenominator');
    const blank = [{ cell: cellOf(workspace, 'price'), amount: null }];
    expect(refused(workspace, { name: 'targets/setCells', origin: 'clear', cells: blank })).toBe('cell/computed');
  });
});
