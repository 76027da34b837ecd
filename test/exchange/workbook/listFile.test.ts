import { expect, test } from 'vitest';
import { type ListFile, listFile } from '~/exchange/workbook/listFile';
import { readBook } from '~/exchange/workbook/readBook';

const LIST: Omit<ListFile, 'as'> = {
  title: 'Customers',
  decimals: 2,
  exportedAt: '2026-01-05T08:00:00.000Z',
  columns: [
    { head: 'Customer', kind: 'text', values: ['=cmd()', 'a,"b"'] },
    { head: 'Sales', kind: 'money', values: [-12.5, null] },
    { head: 'Growth', kind: 'share', values: [0.25, null] },
    { head: 'Next visit', kind: 'day', values: ['2026-01-19', null] },
  ],
};

test('a list as CSV keeps numbers plain and formulas dead', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await listFile({ ...LIST, as: 'csv' }));
  expect(text).toBe('\uFEFFCustomer,Sales,Growth,Next visit\r\n\'=cmd(),-12.50,0.25,2026-01-19\r\n"a,""b""",,,\r\n');
});

test('a list as a workbook comes back cell by cell, text as text', async () => {
  const bytes = await listFile({ ...LIST, as: 'xlsx' });
  expect(await listFile({ ...LIST, as: 'xlsx' })).toEqual(bytes);
  const book = await readBook(bytes, {});
  expect(book.ok && book.value[0].name).toBe('Customers');
  const told = JSON.stringify(book);
  expect(told).toContain('=cmd()');
  expect(told).toContain('-12.5');
  expect(told).not.toContain('"formula"');
});
