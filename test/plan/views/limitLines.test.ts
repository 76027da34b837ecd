import { expect, test } from 'vitest';
import { BASELINE, WORKING_TARGET } from '~/domain/plan';
import { limitLines } from '~/plan/views/limitLines';
import { attempt, cellOf, sumAt } from '../support/cells';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

function linesOf(small: SmallPlan, column = WORKING_TARGET) {
  const lines = limitLines(small.document, column);
  if (!lines.ok) throw new Error(JSON.stringify(lines.issues));
  return lines.value;
}

test('a plan without limits has no lines', () => {
  expect(linesOf(createSmallPlan())).toEqual([]);
});

test('limits are told from the top of the sheet down, with their bounds and what stands there now', () => {
  const small = createSmallPlan();
  const cid = cellOf(small, { seller: 'Cid' });
  const now = sumAt(small, cid);
  small.run({ name: 'limits/set', cell: cid, min: now - 1, max: null });
  small.run({ name: 'limits/set', cell: cellOf(small, { region: 'North' }), min: null, max: 30_000 });
  expect(linesOf(small).map(({ labels, min, max, amount }) => [labels, min, max, amount])).toEqual([
    [['North'], null, 30_000, 21_600],
    [['Cid'], now - 1, null, now],
  ]);
});

test('what stands there follows an edit, and the limit goes by its id', () => {
  const small = createSmallPlan();
  const ann = cellOf(small, { seller: 'Ann' });
  small.run({ name: 'limits/set', cell: ann, min: null, max: 15_000 });
  small.run({ name: 'targets/setCell', cell: ann, amount: 15_000 });
  const [line] = linesOf(small);
  expect(line.amount).toBe(15_000);
  expect(attempt(small, { name: 'targets/setCell', cell: line.cell, amount: 15_001 }).ok).toBe(false);
  small.run({ name: 'limits/clear', limit: line.id });
  expect(linesOf(small)).toEqual([]);
});

test('each column has its own limits', () => {
  const small = createSmallPlan();
  small.run({ name: 'limits/set', cell: cellOf(small, {}), min: 1, max: null });
  expect([linesOf(small).length, linesOf(small, BASELINE).length]).toEqual([1, 0]);
});
