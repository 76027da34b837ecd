import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { createSheet } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { createSmallPlan } from '../support/smallPlan';

test('the footer tells a goal below the total from the goal of the whole plan', () => {
  const small = createSmallPlan();
  const periods = small.plan.periods.map(({ id }) => id);
  const footer = () => {
    const { document, plan } = small;
    const sheet = createSheet(document, { dimensions: ['region'], column: WORKING_TARGET, open: null }, 1);
    if (!sheet.ok) throw new Error('no sheet');
    const context = { plan, facts: null, coverage: null, revision: 1, inputs: new Map() };
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
