import { describe, expect, it } from 'vitest';
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

describe('files on their way in', () => {
  it('are checked without a workspace, and nothing is stored by it', async () => {
    const { host } = await testHost();
    const opened = must(await host.openImport([orders, products], 'j1'));
    expect(opened.files.map((file) => [file.role, file.headerRow])).toEqual([
      ['orders', 1],
      ['lookup', 1],
    ]);
    const checked = must(await host.previewImport(opened.draft, { ...opened.mapping, minorUnit: 3 }, 'j2'));
    expect(checked.report).toMatchObject({ rowsIn: 4, kept: 2, reported: 2, amount: 30_500 });
    expect(must(await host.workspaces())).toEqual([]);
  });

  it('name whom an unknown name may mean, and one alias mends it', async () => {
    const { host } = await testHost();
    const opened = must(await host.openImport([orders, products], 'j1'));
    const first = must(await host.previewImport(opened.draft, opened.mapping, 'j2'));
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
    const mended = must(await host.previewImport(opened.draft, { ...opened.mapping, aliases }, 'j3'));
    expect(mended.report.unmatched).toEqual([]);
    expect(mended.report.kept).toBe(first.report.kept);
    expect(mended.known).toEqual([]);
  });

  it('keep the row that went wrong in sight of hundreds left out on purpose, and say why in the words given', async () => {
    const lost = Array.from({ length: 300 }, (_, i) => `${i + 10},2026-01-08,Norwood,GTX Pro,Lost,1\n`).join('');
    const { host } = await testHost();
    const many = new File([await orders.slice(0).text(), lost, '999,2026-02-30,Norwood,GTX Pro,Won,5\n'], 'many.csv');
    const opened = must(await host.openImport([many, products], 'j1'));
    const checked = must(await host.previewImport(opened.draft, opened.mapping, 'j2'));
    expect(checked.report.byReason).toEqual({ 'import/filteredOut': 301, 'import/badDate': 2 });
    expect(checked.report.rows.filter((row) => row.issue.code === 'import/badDate')).toHaveLength(2);
    expect(checked.report.rows.length).toBeLessThan(303);
    const words = { file: 'File', row: 'Row', reason: 'Why', reasons: { 'import/badDate': 'no such day' } };
    const csv = must(await host.reportedRows(opened.draft, words));
    expect(csv).toContain('no such day');
    expect(csv.trim().split('\n')).toHaveLength(304);
  });

  it('are all named when they cannot be read, not the first one only', async () => {
    const { host } = await testHost();
    const refused = await host.openImport([new File([], 'a.csv'), new File(['x,y\n'], 'b.csv'), orders], 'j1');
    expect(refused.ok ? [] : refused.issues.map((found) => [found.code, found.place?.file])).toEqual([
      ['import/emptyFile', 'a.csv'],
      ['import/headerOnly', 'b.csv'],
    ]);
  });
});
