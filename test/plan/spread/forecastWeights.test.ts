import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { totalsAt } from '../support/shapePlan';
import { createSmallPlan } from '../support/smallPlan';
import { everyMonth, type OrderLine } from '../support/smallWorkspace';

/** What somebody sells each month from 2023 to July 2026, by the number of the month from 0. */
function sales(seller: string, region: string, amount: (month: number) => number): OrderLine[] {
  return everyMonth('2023-1', '2026-7', { amount: 0, region, seller, customer: seller }).map((line, month) => ({
    ...line,
    amount: Math.round(amount(month)),
  }));
}

function spreadByForecast(lines: OrderLine[], at: Record<string, string> = {}) {
  const small = createSmallPlan(lines);
  const cell = { column: WORKING_TARGET, at: small.at(at), periods: small.plan.periods.map(({ id }) => id) };
  small.run({ name: 'targets/spread', cell, basis: { kind: 'forecast' }, amount: null, unit: 1 });
  return small;
}

const sum = (amounts: number[]): number => amounts.reduce((all, amount) => all + amount, 0);

test('a total laid by the forecast gives each line its own season', () => {
  const winter = (month: number): number => (month % 12 < 3 ? 4000 : 1000);
  const summer = (month: number): number => (month % 12 > 4 && month % 12 < 8 ? 4000 : 1000);
  const small = spreadByForecast([...sales('Win', 'North', winter), ...sales('Sum', 'South', summer)]);
  const win = totalsAt(small, small.at({ seller: 'Win' }));
  const summed = totalsAt(small, small.at({ seller: 'Sum' }));
  expect(win[0]).toBeGreaterThan(3 * summed[0]);
  expect(summed[7]).toBeGreaterThan(3 * win[7]);
  expect(sum(win) + sum(summed)).toBe(36_000);
});

test('a line that grows is asked for more than its present share, within the cell alone', () => {
  const small = spreadByForecast(
    [
      ...sales('Up', 'North', (month) => 1000 + 100 * month),
      ...sales('Flat', 'North', () => 3000),
      ...sales('Else', 'South', () => 2000),
    ],
    { region: 'North' },
  );
  const year = (seller: string): number => sum(totalsAt(small, small.at({ seller })));
  const before = createSmallPlan([
    ...sales('Up', 'North', (month) => 1000 + 100 * month),
    ...sales('Flat', 'North', () => 3000),
    ...sales('Else', 'South', () => 2000),
  ]);
  const was = (seller: string): number => sum(totalsAt(before, before.at({ seller })));
  expect(year('Up')).toBeGreaterThan(was('Up'));
  expect(year('Up') + year('Flat')).toBe(was('Up') + was('Flat'));
  expect(year('Else')).toBe(was('Else'));
});

test('the same orders give the same spread, whatever was asked before', () => {
  const lines = [...sales('Ann', 'North', (m) => 900 + 7 * m), ...sales('Bob', 'South', (m) => 1500 - 9 * m)];
  const once = spreadByForecast(lines);
  const again = spreadByForecast(lines);
  again.run({
    name: 'targets/spread',
    cell: { column: WORKING_TARGET, at: {}, periods: again.plan.periods.map(({ id }) => id) },
    basis: { kind: 'forecast' },
    amount: null,
    unit: 1,
  });
  for (const seller of ['Ann', 'Bob'])
    expect(totalsAt(again, again.at({ seller }))).toEqual(totalsAt(once, once.at({ seller })));
});
