import { expect, test } from 'vitest';
import { monthId } from '~/domain/period';
import type { ChangeLine } from '~/domain/view';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate } from '~/i18n/translate';
import { changeText } from '~/ui/pages/home/changeText';

const year = Array.from({ length: 12 }, (_, p) => monthId(2027, p + 1));
const words = {
  t: createTranslate(en, 'en'),
  format: createFormat('en'),
  money: (amount: number | null) => String(amount),
  year,
  now: new Date(2027, 4, 18, 12),
};
const line: ChangeLine = {
  seq: 7,
  command: 'targets/setCell',
  wallTime: new Date(2027, 4, 17, 18, 20).toISOString(),
  who: '',
  at: { seller: 3, product: 2 },
  labels: ['Wang Fang', 'Coolant'],
  periods: ['2027-08'],
  before: 25,
  after: 23,
  leaves: 6,
  undone: false,
};

test('a change says when, where, from what to what, and how', () => {
  expect(changeText(line, words)).toEqual({
    when: 'Yesterday 18:20',
    where: 'Wang Fang · Coolant · Aug',
    value: '25 → 23',
    what: 'edit of a target, 6 leaf values',
  });
});

test('a whole year, a run of months and an import are named as such', () => {
  expect(changeText({ ...line, periods: year, labels: [], at: {} }, words).where).toBe('All · year');
  expect(changeText({ ...line, periods: year.slice(3, 6) }, words).where).toBe('Wang Fang · Coolant · Apr–Jun');
  expect(changeText({ ...line, at: null, source: 'orders_2027-05.csv' }, words).where).toBe('orders_2027-05.csv');
});

test('an import says how much it brought, and what all plans share is not the whole plan', () => {
  const pack: ChangeLine = {
    ...line,
    command: 'sources/import',
    at: null,
    before: null,
    after: null,
    leaves: 0,
    source: 'orders.csv · accounts.csv',
    brought: { tables: 5, rows: 13_165 },
  };
  expect(changeText(pack, words)).toMatchObject({
    where: 'orders.csv · accounts.csv',
    value: '',
    what: 'import of data, 5 tables, 13,165 rows',
  });
  expect(changeText({ ...pack, command: 'credit/setRule', source: undefined, brought: undefined }, words).where).toBe(
    '',
  );
  expect(changeText({ ...pack, command: 'plan/create', source: undefined }, words).where).toBe('All');
});

test('a value that did not change is said once, none is left blank', () => {
  expect(changeText({ ...line, before: 10, after: 10 }, words).value).toBe('10');
  expect(changeText({ ...line, before: null, after: null }, words).value).toBe('');
});
