import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DetectedTable } from '~/exchange/table/detectedTable';
import { detectTable } from '~/exchange/table/detectTable';
import { salesBytes, salesFolder } from '../mapping/salesFiles';

interface Truth {
  encoding?: string;
  delimiter?: string;
  headerRow?: number;
  headerRows?: number[];
  unit?: string;
  layout?: string;
  rows: number;
  dropped: number;
  sum?: number;
  data: Record<string, string | number | number[]>[];
}

const names =
  salesFolder === null ? [] : readdirSync(resolve(salesFolder, 'messy')).filter((name) => name.endsWith('.json'));
if (names.length === 0) console.log('the messy sample files are not beside the checkout: only made-up ones are tried');

describe.skipIf(names.length === 0)('the messy sample files are read as their truth says', () => {
  for (const truthName of names) {
    const name = truthName.replace('.truth.json', '');
    it(name, async () => {
      const truth = JSON.parse(new TextDecoder().decode(salesBytes(`messy/${truthName}`))) as Truth;
      const found = await detectTable(salesBytes(`messy/${name}`), { name });
      if (!found.ok) throw new Error(JSON.stringify(found.issues));
      const table = found.value;
      expect(table.rows).toBe(truth.rows);
      expect(table.dropped.filter((row) => row.row > table.headerRow)).toHaveLength(truth.dropped);
      expect(table.rowsIn).toBe(table.rows + table.dropped.length + table.reported.length);
      expect(table.columns.reduce((sum, column) => sum + column.doubtful, 0)).toBe(0);
      if (truth.layout === 'wide') checkWide(table, truth);
      else checkLong(table, truth);
    });
  }
});

function checkLong(table: DetectedTable, truth: Truth): void {
  expect(table.bom > 0 && table.encoding === 'utf-8' ? 'utf-8-bom' : table.encoding).toBe(truth.encoding);
  expect([table.delimiter, table.headerRow]).toEqual([truth.delimiter, truth.headerRow]);
  const amounts = table.columns.filter((column) => column.type === 'amount');
  expect(amounts.map((column) => Number(column.sum))).toEqual([truth.sum]);
  const rows = table.rowNumbers.map((_, r) =>
    table.columns.map(({ type, values }) => (type === 'amount' ? Number(values[r]) : values[r])),
  );
  expect(rows).toEqual(truth.data.map((row) => Object.values(row)));
}

function checkWide(table: DetectedTable, truth: Truth): void {
  expect([table.headerRow, table.headerRows]).toEqual([truth.headerRows?.at(-1), truth.headerRows?.length]);
  expect([table.layout, table.unit]).toEqual(['unpivoted', 1]);
  const column = (header: string): (string | null)[] =>
    table.columns.find((one) => one.header === header)?.values ?? [];
  const [customers, regions, reps, months, amounts] = ['客户', '区域', '业务员', '月份', '金额'].map(column);
  const read = customers.map((customer, r) => [customer, regions[r], reps[r], months[r], Number(amounts[r])]);
  const expected = truth.data.flatMap(({ customer, region, rep, months: values }) =>
    (values as number[]).map((value, m) => [customer, region, rep, `2024-${String(m + 1).padStart(2, '0')}`, value]),
  );
  expect(read).toEqual(expected);
}
