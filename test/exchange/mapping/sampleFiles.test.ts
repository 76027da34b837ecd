import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isoDate } from '~/domain/period';
import { sniff } from '~/exchange/csv/sniff';
import { guessFileRole } from '~/exchange/mapping/guessFileRole';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';
import { batchOf, pathOf } from './orderFiles';
import { lookupOf } from './salesFiles';

const bytesOf = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));

/** Made-up files in the shape of the real ones: this much holds also where those are absent. */
async function propose(orders: string, lookupFiles: string[]) {
  const lookups = await Promise.all(lookupFiles.map((file) => lookupOf(file, bytesOf(file))));
  const sniffed = sniff(bytesOf(orders));
  if (!sniffed.ok) throw new Error(JSON.stringify(sniffed.issues));
  const { headers, sample } = sniffed.value;
  expect(guessFileRole(headers, sample)).toBe('orders');
  for (const { headers: keys, rows } of lookups) expect(guessFileRole(keys, rows)).toBe('lookup');
  return { lookups, ...guessMapping(headers, sample, lookups) };
}

it('won deals come with seller, manager, office, series and sector, and one alias mends the misspelt product', async () => {
  const { lookups, mapping, issues } = await propose('crm/sales_pipeline.csv', [
    'crm/accounts.csv',
    'crm/products.csv',
    'crm/sales_teams.csv',
  ]);
  expect(issues).toEqual([]);
  const files = () => [{ name: 'sales_pipeline.csv', chunks: [bytesOf('crm/sales_pipeline.csv')] }];
  const batch = batchOf(await importOrders({ files: files(), mapping, lookups, minorUnit: 2 }));
  expect(batch.report).toMatchObject({ rowsIn: 7, kept: 4, byReason: { 'import/filteredOut': 3 }, amount: 1_007_200 });
  expect(batch.report.unmatched).toEqual([{ dimension: 'product', name: 'ZXPro', rows: 2 }]);
  expect([pathOf(batch, 'seller', 0), pathOf(batch, 'customer', 0), pathOf(batch, 'product', 1)]).toEqual([
    'North > Rolf Berg > Ada Poe',
    'retail > Northwind Foods',
    '',
  ]);
  expect([isoDate(batch.coverage.from), isoDate(batch.coverage.to)]).toEqual(['2017-03-01', '2017-12-31']);
  const aliases = [{ dimension: 'product', from: 'ZXPro', to: 'ZX Pro' }];
  const mended = batchOf(await importOrders({ files: files(), mapping, lookups, aliases, minorUnit: 2 }));
  expect([mended.report.unmatched, pathOf(mended, 'product', 1)]).toEqual([[], 'ZX > ZX Pro']);
});

it('two years of order lines come as one import at quantity × joined price', async () => {
  const { lookups, mapping, issues } = await propose('orders/sales_2017.csv', ['orders/products.csv']);
  expect(issues).toEqual([]);
  const names = ['orders/sales_2017.csv', 'orders/sales_2018.csv'];
  const files = names.map((name) => ({ name, chunks: [bytesOf(name)] }));
  const batch = batchOf(await importOrders({ files, mapping, lookups, minorUnit: 2 }));
  // 699.10 + 3 × 33.6442 = 100.93 + 19.00 + 34.99 + 33.64 + 2 × 699.0982 = 1,398.20
  expect([...batch.segments[0].amount]).toEqual([69_910, 10_093, 1900, 3499, 3364, 139_820]);
  expect(batch.report).toMatchObject({ rowsIn: 6, kept: 6, unmatched: [], warnings: {} });
  expect([...batch.segments[0].day].map(isoDate)).toEqual([
    ...['2017-01-01', '2017-01-02', '2017-01-12', '2017-12-31', '2018-01-05', '2018-06-30'],
  ]);
  expect(pathOf(batch, 'product', 0)).toBe('2 > Valley Bike, 58');
});
