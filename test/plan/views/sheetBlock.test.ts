import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { CELL_FROZEN, CELL_HELD_ALL, CELL_HELD_SOME, CELL_UNKNOWN } from '~/domain/sheet';
import { openedPlan } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { createSheet } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { createSmallPlan, SMALL_LINES } from '../support/smallPlan';
import { batchOf, createWorkspace, settingsOf } from '../support/smallWorkspace';

test('the footer tells a goal below the total from the goal of the whole plan', () => {
  const small = createSmallPlan();
  const periods = small.plan.periods.map(({ id }) => id);
  const footer = () => {
    const { document, plan } = small;
    const sheet = createSheet(document, { dimensions: ['region'], column: WORKING_TARGET, open: null }, 1);
    if (!sheet.ok) throw new Error('no sheet');
    const context = { plan, facts: null, revision: 1, inputs: new Map() };
    return sheetBlock(document, sheet.value, { first: 0, count: 3, context }).footer;
  };
  small.run({ name: 'goals/set', cell: { column: WORKING_TARGET, at: {}, periods }, amount: 40_000 });
  expect(footer()).toMatchObject({ goal: 40_000, hasNodeGoals: false });
  const south = { column: WORKING_TARGET, at: small.at({ region: 'South' }), periods };
  small.run({ name: 'goals/set', cell: south, amount: 10_000 });
  expect(footer()).toMatchObject({ goal: 40_000, hasNodeGoals: true });
  small.run({ name: 'goals/clear', cell: south });
  expect(footer().hasNodeGoals).toBe(false);
});

/** The first rows of a sheet of regions and sellers, by row and field. */
function cellsOf(small: ReturnType<typeof createSmallPlan>) {
  const { document, plan } = small;
  const sheet = createSheet(document, { dimensions: ['region', 'seller'], column: WORKING_TARGET, open: null }, 1);
  if (!sheet.ok) throw new Error('no sheet');
  const facts = sheetFacts(document, plan, sheet.value, createFactCache());
  const context = { plan, facts, revision: 1, inputs: new Map() };
  const block = sheetBlock(document, sheet.value, { first: 0, count: 10, context });
  const flagsAt = (names: Record<string, string>, field: string): number => {
    const id = Object.entries(small.at(names))
      .map(([dimension, code]) => `${dimension}:${code}`)
      .join('/');
    const row = sheet.value.ids.indexOf(id || 'all');
    return block.flags[row * sheet.value.fields.length + sheet.value.fields.findIndex((one) => one.id === field)];
  };
  return { flagsAt };
}

test('a freeze shows on the row it was put on and on all below, as some above, and nowhere else', () => {
  const small = createSmallPlan();
  const periods = small.plan.periods.map(({ id }) => id);
  const cell = { column: WORKING_TARGET, at: small.at({ region: 'North' }), periods };
  small.run({ name: 'holds/add', cell, kind: 'freeze' });
  const { flagsAt } = cellsOf(small);
  expect(flagsAt({ region: 'North' }, 'y:2026')).toBe(CELL_FROZEN | CELL_HELD_ALL);
  expect(flagsAt({ region: 'North', seller: 'Ann' }, 'm:2026-03')).toBe(CELL_HELD_ALL);
  expect(flagsAt({}, 'y:2026')).toBe(CELL_HELD_SOME);
  expect(flagsAt({ region: 'South' }, 'y:2026')).toBe(0);
});

test('a last year outside the coverage is unknown, not zero', () => {
  const lines = SMALL_LINES.filter((line) => line.on >= '2026');
  const workspace = createWorkspace('2026-07-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2026-01-01', to: '2026-06-30' } }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ target: 1000, base: 'lastTwelveMonths' }) });
  const plan = openedPlan(workspace.document);
  if (!plan) throw new Error('no plan');
  const { flagsAt } = cellsOf({ ...workspace, plan, at: () => ({}) });
  expect(flagsAt({}, 'lastYear')).toBe(CELL_UNKNOWN);
  expect(flagsAt({}, 'growth') & CELL_UNKNOWN).toBe(CELL_UNKNOWN);
});
