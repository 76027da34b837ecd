import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoDate } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import type { ImportPreview } from '~/domain/view';
import type { PackOpened, PlanHostApi } from '~/worker/protocol';
import { must, type TestHost, testHost } from './support/host';

const folder = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales');
const present = existsSync(folder);
if (!present) console.log('sales data not beside the checkout: real orders are not planned here');

const fileOf = (path: string): File => new File([readFileSync(resolve(folder, path))], basename(path));

const crmFiles = (): File[] =>
  ['sales_pipeline.csv', 'sales_teams.csv', 'products.csv', 'accounts.csv'].map((name) => fileOf(`crm/${name}`));

async function importFiles(files: File[]): Promise<TestHost & { draft: string; opened: PackOpened }> {
  const test = await testHost();
  must(await test.host.createWorkspace({ name: 'Real', currency: 'USD' }));
  const opened = must(await test.host.openPack(files, 'd'));
  return { ...test, draft: opened.draft, opened };
}

/** The orders of a pack as they would be taken in. */
async function ordersOf(host: PlanHostApi, { draft, choices, orders }: PackOpened): Promise<ImportPreview> {
  const preview = must(await host.previewPack(draft, { choices, orders }, 'p'));
  expect(preview.issues).toEqual([]);
  if (!preview.orders) throw new Error('no orders in the pack');
  return preview.orders;
}

const names = { pooledCustomers: 'Others', defaultMember: 'Standard' };

describe.skipIf(!present)('real orders', () => {
  it('AdventureWorks becomes a plan without customers in its lines, exact to the cent', async () => {
    const test = await testHost();
    const { host } = test;
    must(await host.createWorkspace({ name: 'Bikes', currency: 'USD' }));
    const opened = must(
      await host.openPack(
        [
          fileOf('adventureworks/AdventureWorks_Sales_2017.csv'),
          fileOf('adventureworks/AdventureWorks_Sales_2018.csv'),
          fileOf('adventureworks/AdventureWorks_Products.csv'),
        ],
        'd',
      ),
    );
    const { report } = await ordersOf(host, opened);
    expect(report).toMatchObject({ rowsIn: 26_565, kept: 26_565, reported: 0, amount: 1_572_913_637 });
    expect(report.unmatched).toEqual([]);
    must(await host.dispatch({ name: 'sources/import', draft: opened.draft }, null));
    const proposal = must(await host.proposePlan({ names }));
    const customer = proposal.dimensions.find((dimension) => dimension.id === 'customer');
    expect(customer).toMatchObject({ members: 10_559, recommended: false });
    const target = 1_698_746_728;
    const settings = { ...proposal.settings, name: 'FY2019', target, names };
    const made = must(await host.dispatch({ name: 'plan/create', settings }, null));
    expect(made.effect.linesAdded).toBe(proposal.lines);
    const rows = must(await host.openSheet({ dimensions: settings.dimensions, column: WORKING_TARGET, open: [] }));
    const block = must(await host.sheetBlock({ sheet: rows.sheet, first: 0, count: 50 }));
    expect(block.footer.allocated).toBe(target);
    const status = await host.settle();
    expect(status.save).toBe('saved');
  });

  it('CRM deals keep 729 GTXPro under unassigned until one alias mends them; unknown months stay unknown', async () => {
    const { host, draft, opened } = await importFiles(crmFiles());
    const first = await ordersOf(host, opened);
    expect(first.report).toMatchObject({ kept: 4238, amount: 1_000_553_400 });
    expect(first.report.unmatched).toEqual([{ dimension: 'product', name: 'GTXPro', rows: 729 }]);
    const alias = { dimension: 'product', from: 'GTXPro', to: 'GTX Pro' };
    const mended = await ordersOf(host, { ...opened, orders: opened.orders && { ...opened.orders, aliases: [alias] } });
    expect(mended.report.unmatched).toEqual([]);
    expect(mended.report.amount).toBe(1_000_553_400);
    const { coverage } = mended;
    expect(coverage && [isoDate(coverage.from), isoDate(coverage.to)]).toEqual(['2017-03-01', '2017-12-31']);
    must(await host.dispatch({ name: 'sources/import', draft }, null));
    const again = must(await host.openPack(crmFiles(), 'e'));
    const second = await ordersOf(host, again);
    expect(second.report).toMatchObject({ kept: 0, unmatched: [] });
    const proposal = must(await host.proposePlan({ fiscalYear: 2018, names }));
    const lastYear = proposal.bases.find((base) => base.kind === 'lastYear');
    expect(lastYear).toMatchObject({ total: 1_000_553_400, unknownMonths: 2 });
    const settings = {
      ...proposal.settings,
      fiscalYear: 2018,
      base: 'lastYear' as const,
      target: 1_200_000_000,
      names,
    };
    must(await host.dispatch({ name: 'plan/create', settings }, null));
    const rows = must(await host.openSheet({ dimensions: ['seller'], column: WORKING_TARGET, open: null }));
    const block = must(await host.sheetBlock({ sheet: rows.sheet, first: 0, count: 3 }));
    const lastYearField = rows.fields.findIndex((field) => field.kind === 'lastYear');
    expect(block.values[lastYearField]).toBe(1_000_553_400);
    expect(block.flags[lastYearField] & 512).toBe(512);
    expect(block.footer.allocated).toBe(1_200_000_000);
    must(await host.undo(null));
    must(await host.undo(null));
    expect((await host.settle()).asOf).toBeNull();
  });
});
