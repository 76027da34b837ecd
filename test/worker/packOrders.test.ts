import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '~/domain/view';
import type { PackOpened, PackTrial, PlanHostApi } from '~/worker/protocol';
import { must, testHost } from './support/host';

const orders = new File(
  [
    'order_no,date,customer,product,stage,amount\n',
    '1,2026-01-05,Hengtai,GTX Pro,Won,10.50\n',
    '2,2026-01-06,Norwood,GTXPro,Won,20\n',
    '3,2026-01-07,Norwood,GTX Basic,Lost,30\n',
    '4,not a day,Norwood,GTX Basic,Won,40\n',
  ],
  'orders.csv',
);
const products = new File(['product,series\nGTX Pro,GTX\nGTX Basic,GTX\n'], 'products.csv');

/** The orders of a pack as they would be taken in, read as proposed but for the changes. */
async function checked(
  host: PlanHostApi,
  { draft, choices, orders: mapping }: PackOpened,
  changes: { trial?: Partial<PackTrial>; mapping?: Partial<NonNullable<PackTrial['orders']>> } = {},
): Promise<ImportPreview> {
  const trial = { choices, orders: mapping && { ...mapping, ...changes.mapping }, ...changes.trial };
  const preview = must(await host.previewPack(draft, trial, 'p'));
  if (!preview.orders) throw new Error('no orders in the pack');
  return preview.orders;
}

describe('orders on their way in', () => {
  it('are checked without a workspace, and nothing is stored by it', async () => {
    const { host } = await testHost();
    const opened = must(await host.openPack([orders, products], 'j1'));
    expect(opened.choices.map(({ kinds }) => kinds)).toEqual([['orders', 'opportunities'], ['products']]);
    const { report } = await checked(host, opened, { trial: { minorUnit: 3 } });
    expect(report).toMatchObject({ rowsIn: 4, kept: 2, reported: 2, amount: 30_500 });
    expect(must(await host.workspaces())).toEqual([]);
  });

  it('name whom an unknown name may mean, and one alias mends it', async () => {
    const { host } = await testHost();
    const opened = must(await host.openPack([orders, products], 'j1'));
    const first = await checked(host, opened);
    expect(first.report.unmatched).toEqual([{ dimension: 'product', name: 'GTXPro', rows: 1 }]);
    expect(first.known).toEqual([
      {
        dimension: 'product',
        members: [
          { key: 'GTX Pro', name: 'GTX Pro' },
          { key: 'GTX Basic', name: 'GTX Basic' },
        ],
      },
    ]);
    expect(first.leftOut).toEqual([{ value: 'Lost', rows: 1 }]);
    const aliases = [{ dimension: 'product', from: 'GTXPro', to: 'GTX Pro' }];
    const mended = await checked(host, opened, { mapping: { aliases } });
    expect(mended.report.unmatched).toEqual([]);
    expect(mended.report.kept).toBe(first.report.kept);
    expect(mended.known).toEqual([]);
  });

  it('keep the row that went wrong in sight of hundreds left out on purpose, and say why in the words given', async () => {
    const lost = Array.from({ length: 300 }, (_, i) => `${i + 10},2026-01-08,Norwood,GTX Pro,Lost,1\n`).join('');
    const { host } = await testHost();
    const many = new File([await orders.slice(0).text(), lost, '999,2026-02-30,Norwood,GTX Pro,Won,5\n'], 'many.csv');
    const opened = must(await host.openPack([many, products], 'j1'));
    const choices = opened.choices.map((choice) =>
      choice.table === 'many.csv' ? { ...choice, kinds: ['orders' as const] } : choice,
    );
    const { report } = await checked(host, opened, { trial: { choices } });
    expect(report.byReason).toEqual({ 'import/filteredOut': 301, 'import/badDate': 2 });
    expect(report.rows.filter((row) => row.issue.code === 'import/badDate')).toHaveLength(2);
    expect(report.rows.length).toBeLessThan(303);
    const words = { file: 'File', row: 'Row', reason: 'Why', reasons: { 'import/badDate': 'no such day' } };
    const csv = must(await host.rejectedRows(opened.draft, words));
    expect(csv).toContain('no such day');
    expect(csv.trim().split('\n')).toHaveLength(304);
  });

  it('say which files cannot be read, every one of them, and are read beside them', async () => {
    const { host } = await testHost();
    const files = [new File([], 'a.csv'), new File(['x,y\n'], 'b.csv')];
    const refused = await host.openPack(files, 'j1');
    const told = [
      ['import/emptyFile', 'a.csv'],
      ['import/headerOnly', 'b.csv'],
    ];
    expect(refused.ok ? [] : refused.issues.map((found) => [found.code, found.place?.file])).toEqual(told);
    const opened = must(await host.openPack([...files, orders], 'j2'));
    expect(opened.tables.map(({ id }) => id)).toEqual(['orders.csv']);
    expect(opened.issues.map((found) => [found.code, found.place?.file])).toEqual(told);
  });
});
