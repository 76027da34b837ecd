import { describe, expect, it } from 'vitest';
import { civilOf, dayOf } from '~/domain/period';
import type { CsvFormat } from '~/exchange/csv/csvFormat';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';
import { cleanCsv } from '~/exchange/table/cleanCsv';
import { detectTable } from '~/exchange/table/detectTable';
import { isPlain } from '~/exchange/table/isPlain';
import { longFile } from '../../support/messyFiles/longFile';
import { LONG_LAYOUTS } from '../../support/messyFiles/longLayouts';
import { rowsOf } from '../csv/rowsOf';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function tableOf(bytes: Uint8Array) {
  const table = await detectTable(bytes, { name: 'sales' });
  if (!table.ok) throw new Error(JSON.stringify(table.issues));
  return table.value;
}

const cleanText = async (text: string): Promise<string[]> =>
  new TextDecoder()
    .decode(cleanCsv(await tableOf(utf8(text))).bytes)
    .trim()
    .split('\n');

/** Days and amounts of every order, as they come out of the import. */
async function ordersOf(chunks: Uint8Array[], format: Partial<CsvFormat>, clean: Uint8Array) {
  const [headers, ...rows] = rowsOf(clean).map((row) => row.cells);
  const { mapping } = guessMapping(headers, rows.slice(0, 50));
  const result = await importOrders({ files: [{ name: 'sales', chunks, format }], mapping, minorUnit: 2 });
  if (!result.ok) return { issues: result.issues.map(({ code }) => code) };
  const { segments, report } = result.value;
  return {
    kept: report.kept,
    amount: report.amount,
    days: segments.flatMap((segment) => [...segment.day.subarray(0, segment.count)]),
  };
}

describe('a messy file as a plain one', () => {
  const files = LONG_LAYOUTS.filter(
    ({ asked, headers, hollow, names }) => !asked && !headers && !hollow && names === undefined,
  ).map((layout, i) => longFile(layout, 300 + i));
  for (const file of files) {
    it(`gives the import every order of: ${file.name}`, async () => {
      const table = await tableOf(file.bytes);
      const { bytes, rowNumbers } = cleanCsv(table);
      expect(rowNumbers).toHaveLength(file.truth.rows);
      const orders = await ordersOf([bytes], {}, bytes);
      const dateAt = file.truth.headers.indexOf(file.truth.headers.find((name) => /日期/.test(name)) ?? '');
      const days = file.truth.data.map((row) => {
        const [year, month, date = '1'] = (row[dateAt] ?? '').split('-');
        return dayOf(Number(year), Number(month), Number(date));
      });
      const amountAt = file.truth.headers.findIndex((name) => /金/.test(name));
      const amount = Math.round(file.truth.data.reduce((sum, row) => sum + Number(row[amountAt]) * 100, 0));
      expect(orders).toMatchObject({ kept: file.truth.rows, amount, days });
      if (isPlain(table)) {
        const { encoding, bom, delimiter, lineEnd, headerRow } = table;
        const format = { encoding, bom, delimiter, lineEnd, headerRow } as CsvFormat;
        expect(await ordersOf([file.bytes], format, bytes)).toEqual(orders);
      }
    });
  }

  it('is the original where nothing is odd, and only there', async () => {
    const plain = async (text: string): Promise<boolean> => isPlain(await tableOf(utf8(text)));
    expect(await plain('日期,客户,金额\n2024-01-02,甲,5\n2024-01-03,乙,"1,234.50"\n')).toBe(true);
    expect(await plain('销售表\n\n日期,客户,金额\n2024-01-02,甲,5\n2024/1/3,乙,6\n')).toBe(true);
    for (const text of [
      '日期,客户,金额\n2024-01-02,甲,5\n合计,,5\n',
      '日期,客户,金额(万元)\n2024-01-02,甲,5\n2024-01-03,乙,6\n',
      '日期;客户;金额\n2024-01-02;甲;5,50\n2024-01-03;乙;6,00\n',
      '日期,客户,金额\n2024-01-02,甲,-\n2024-01-03,乙,6\n',
      '日期,客户,金额\n2024年1月,甲,5\n2024年2月,乙,6\n',
      '客户,1月,2月,3月\n甲,5,6,7\n乙,6,7,8\n',
      '日期,客户,金额\n2024-01-02,="007",5\n2024-01-03,乙,6\n',
    ]) {
      expect([text, await plain(text)]).toEqual([text, false]);
    }
  });

  it('writes what could not be read so that the import reports it, and asks where dates are open', async () => {
    expect(await cleanText('Kunde;Umsatz\nA;1.234,50\nB;12.5\nC;offen\nD;3,25\n')).toEqual([
      'Kunde,Umsatz',
      'A,1234.5',
      'B,12.5?',
      'C,offen',
      'D,3.25',
    ]);
    expect(await cleanText('Customer,Date,Amount\nA,3/4/2024,5\nB,5/6/2024,6\n')).toEqual([
      'Customer,Date,Amount',
      'A,3/4/2024,5',
      'B,5/6/2024,6',
    ]);
  });

  it('keeps texts that would break a plain file', async () => {
    const text = '客户,备注,金额\n"甲 ""A""","两\n行",1\n乙," a,b ",2\n';
    const rows = rowsOf(cleanCsv(await tableOf(utf8(text))).bytes).map((row) => row.cells);
    expect(rows).toEqual([
      ['客户', '备注', '金额'],
      ['甲 "A"', '两\n行', '1'],
      ['乙', 'a,b', '2'],
    ]);
  });

  it('stands for months and quarters by their first day', async () => {
    const [, first] = await cleanText('客户,2024Q1,2024Q2,2024Q3\n甲,1,2,3\n乙,4,5,6\n');
    expect(first).toBe('甲,2024-01-01,1');
    expect(civilOf(dayOf(2024, 1, 1))).toEqual({ year: 2024, month: 1, date: 1 });
  });
});
