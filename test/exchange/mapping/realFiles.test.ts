import { describe, expect, it } from 'vitest';
import type { OrderBatch } from '~/domain/order';
import { isoDate } from '~/domain/period';
import { sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';
import type { ImportMapping } from '~/exchange/mapping/mapping';
import { lookupOf, salesBytes, salesFolder } from './salesFiles';

if (salesFolder === null) console.log('sales data not beside the checkout: only the made-up samples are checked');

async function proposal(orders: string, lookupFiles: string[]) {
  const lookups = await Promise.all(lookupFiles.map((file) => lookupOf(file, salesBytes(file))));
  const sniffed = sniff(salesBytes(orders).subarray(0, 256 * 1024), { partial: true });
  if (!sniffed.ok) throw new Error(JSON.stringify(sniffed.issues));
  return { lookups, guess: guessMapping(sniffed.value.headers, sniffed.value.sample, lookups) };
}

async function run(files: string[], mapping: ImportMapping, lookups: Awaited<ReturnType<typeof lookupOf>>[]) {
  const result = await importOrders({
    files: files.map((name) => ({ name, chunks: [salesBytes(name)] })),
    mapping,
    lookups,
    minorUnit: 2,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const nameOf = (batch: OrderBatch, dimension: string, member: number) =>
  batch.dimensions.find((d) => d.dimension === dimension)!.members[member].name;

describe.skipIf(salesFolder === null)('AdventureWorks 2017 + 2018', () => {
  const years = ['adventureworks/AdventureWorks_Sales_2017.csv', 'adventureworks/AdventureWorks_Sales_2018.csv'];

  it('takes every line at quantity × joined price, rounded once per line', async () => {
    const { guess, lookups } = await proposal(years[1], ['adventureworks/AdventureWorks_Products.csv']);
    expect(guess.issues).toEqual([]);
    expect(guess.columns.map((c) => c.field)).toEqual([
      ...['date', 'ignore', 'orderNumber', 'product', 'customer', 'region', 'orderLine', 'quantity'],
    ]);
    expect(guess.mapping.joins).toMatchObject([
      { dimension: 'product', key: 'ProductKey', name: 'ProductName', price: 'ProductPrice' },
    ]);
    expect(guess.mapping.joins[0].levels.map((level) => level.column)).toEqual(['ProductSubcategoryKey']);
    const batch = await run(years, guess.mapping, lookups);
    expect(batch.report).toMatchObject({ rowsIn: 26_565, kept: 26_565, reported: 0, unmatched: [], warnings: {} });
    expect(batch.report.amount).toBe(1_572_913_637);
    expect(isoDate(batch.coverage.from)).toBe('2017-01-01');
    expect(batch.segments.map((segment) => segment.count)).toEqual([26_565]);
    expect(batch.dimensions.map((d) => [d.dimension, d.levels.join('>'), d.members.length - 1])).toMatchInlineSnapshot(`
      [
        [
          "product",
          "series>product",
          147,
        ],
        [
          "customer",
          "customer",
          10559,
        ],
        [
          "region",
          "region",
          10,
        ],
      ]
    `);
    const [segment] = batch.segments;
    expect(new Set(segment.row).size).toBe(26_565);
    expect(nameOf(batch, 'product', segment.codes.product[0])).toBe('Road-650 Black, 58');
  });
});

describe.skipIf(salesFolder === null)('CRM deals', () => {
  const lookupFiles = ['crm/accounts.csv', 'crm/products.csv', 'crm/sales_teams.csv'];

  it('takes the won deals, keeps GTXPro unassigned, and one alias mends it', async () => {
    const { guess, lookups } = await proposal('crm/sales_pipeline.csv', lookupFiles);
    expect(guess.issues).toEqual([]);
    expect(guess.columns.map((c) => c.field)).toEqual([
      ...['orderNumber', 'seller', 'product', 'customer', 'ignore', 'ignore', 'date', 'amount'],
    ]);
    expect(guess.mapping.filter).toEqual({ column: 'deal_stage', keep: ['Won'] });
    const batch = await run(['crm/sales_pipeline.csv'], guess.mapping, lookups);
    expect(batch.report).toMatchObject({
      rowsIn: 8800,
      kept: 4238,
      reported: 4562,
      byReason: { 'import/filteredOut': 4562 },
    });
    expect(batch.report.amount).toBe(1_000_553_400);
    expect(batch.report.unmatched).toEqual([{ dimension: 'product', name: 'GTXPro', rows: 729 }]);
    expect([isoDate(batch.coverage.from), isoDate(batch.coverage.to)]).toEqual(['2017-03-01', '2017-12-31']);
    expect(batch.dimensions.map((d) => [d.dimension, d.levels.join('>'), d.members.length - 1])).toMatchInlineSnapshot(`
      [
        [
          "seller",
          "office>manager>seller",
          39,
        ],
        [
          "product",
          "series>product",
          9,
        ],
        [
          "customer",
          "sector>customer",
          95,
        ],
      ]
    `);
    expect(batch.segments[0].codes.product.filter((code) => code === 0).length).toBe(729);

    const aliases = [{ dimension: 'product', from: 'GTXPro', to: 'GTX Pro' }];
    const mended = await run(['crm/sales_pipeline.csv'], { ...guess.mapping, aliases }, lookups);
    expect(mended.report.unmatched).toEqual([]);
    expect(mended.report.amount).toBe(1_000_553_400);
    expect(mended.segments[0].codes.product.includes(0)).toBe(false);
    expect([...mended.segments[0].row]).toEqual([...batch.segments[0].row]);
  });
});
