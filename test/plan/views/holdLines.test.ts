import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import type { HoldLine } from '~/domain/view';
import { holdLines } from '~/plan/views/holdLines';
import { createSheet } from '~/plan/views/sheet';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

function linesOf(small: SmallPlan): HoldLine[] {
  const lines = holdLines(small.document, WORKING_TARGET);
  if (!lines.ok) throw new Error(JSON.stringify(lines.issues));
  return lines.value;
}

function hold(small: SmallPlan, names: Record<string, string>, options: { periods?: string[]; kind?: 'total' } = {}) {
  const periods = options.periods ?? small.plan.periods.map(({ id }) => id);
  const cell = { column: WORKING_TARGET, at: small.at(names), periods };
  small.run({ name: 'holds/add', cell, kind: options.kind ?? 'freeze' });
}

test('a plan without locks has no lines', () => {
  expect(linesOf(createSmallPlan())).toEqual([]);
});

test('rows, months and single cells are told in the order of the sheet, totals with their amount', () => {
  const small = createSmallPlan();
  hold(small, { seller: 'Cid' }, { kind: 'total' });
  hold(small, {}, { periods: ['2026-03'] });
  hold(small, { region: 'North' });
  const leaf = Object.fromEntries(small.plan.dimensions.map((dimension) => [dimension, NAMES[dimension] ?? '']));
  hold(small, leaf, { periods: ['2026-05'] });
  expect(
    linesOf(small).map(({ kind, labels, periods, amount, leaves }) => [kind, labels, periods.length, amount, leaves]),
  ).toEqual([
    ['freeze', [], 1, null, 3],
    ['freeze', ['North'], 12, null, 24],
    ['total', ['Cid'], 12, 14_400, 12],
    ['cells', [], 0, null, 1],
  ]);
});

const NAMES: Record<string, string> = { region: 'North', seller: 'Ann', customer: 'Acme' };

test('the path of a lock is a row of the sheet over its dimensions', () => {
  const small = createSmallPlan();
  hold(small, { region: 'South', seller: 'Cid' });
  const [line] = linesOf(small);
  const sheet = createSheet(
    small.document,
    { dimensions: Object.keys(line.at), column: WORKING_TARGET, open: [line.path.region] },
    1,
  );
  const row = Object.values(line.path).join('/');
  expect(sheet.ok && sheet.value.ids).toContain(row);
  expect(atOfRow(row)).toEqual(line.at);
});

test('a lock that was removed is told no more', () => {
  const small = createSmallPlan();
  hold(small, { seller: 'Ann' });
  const [line] = linesOf(small);
  if (line.id === null) throw new Error('a record has an id');
  small.run({ name: 'holds/remove', hold: line.id });
  expect(linesOf(small)).toEqual([]);
});
