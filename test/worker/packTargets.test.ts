import { describe, expect, it } from 'vitest';
import type { PackPreview } from '~/domain/packView';
import { WORKING_TARGET } from '~/domain/plan';
import type { PackOpened } from '~/worker/protocol';
import { must, type TestHost, testHost } from './support/host';

const file = (name: string, text: string): File => new File([text], name);

interface Sample extends TestHost {
  year: number;
  /** Regions whose months can all be set. */
  regions: string[];
  total(): Promise<number | null>;
}

async function samplePlan(): Promise<Sample> {
  const test = await testHost();
  const { host } = test;
  must(await host.openSample({ language: 'zh-CN', seed: 3, scale: 1 }, 'j'));
  const list = await host.memberList({ dimension: 'region', hierarchy: null, search: '', first: 0, count: 50 });
  const regions = must(list).members.flatMap(({ lines, name }) => (lines > 0 && name !== '华东' ? [name] : []));
  const total = async (): Promise<number | null> => {
    const sheet = must(await host.openSheet({ dimensions: ['region'], column: WORKING_TARGET, open: [] }));
    return must(await host.sheetBlock({ sheet: sheet.sheet, first: 0, count: 5 })).footer.allocated;
  };
  return { ...test, regions, total, year: must(await host.shape()).firstYear };
}

async function tried(
  { host }: TestHost,
  given: File[],
  draft = 'd',
): Promise<{ opened: PackOpened; preview: PackPreview }> {
  const opened = must(await host.openPack(given, draft));
  const { choices, orders } = opened;
  return { opened, preview: must(await host.previewPack(draft, { choices, orders }, 'p')) };
}

describe('targets in a pack', () => {
  it('tell the total of the plan before and after, are written as cells, and undone with it', async () => {
    const sample = await samplePlan();
    const { host, year, regions } = sample;
    const region = regions.at(-1) ?? '';
    const before = await sample.total();
    const text = `区域,月份,目标\n${region},${year}-01,5000\n${region},${year}-02,6000\n`;
    const { opened, preview } = await tried(sample, [file('销售目标.csv', text)]);
    expect(opened.choices[0].kinds).toEqual(['targets']);
    expect(preview.issues).toEqual([]);
    const [table] = preview.tables;
    expect(table).toMatchObject({ rowsIn: 2, kept: 2, amountKept: 1_100_000, merge: { same: 0, gone: 0 } });
    expect(table.merge.new + table.merge.changed).toBe(2);
    expect(table.before.amount).toBe(before);
    expect(table.after.amount).not.toBe(before);
    // Tried out and taken back: nothing has moved yet.
    expect(await sample.total()).toBe(before);
    must(await host.dispatch({ name: 'sources/import', draft: 'd' }, null));
    expect(await sample.total()).toBe(table.after.amount);
    expect((await host.settle()).undo?.command).toBe('sources/import');
    const again = await tried(sample, [file('销售目标.csv', text)], 'e');
    expect(again.preview.tables[0]).toMatchObject({ merge: { new: 0, changed: 0, same: 2, gone: 0 } });
    must(await host.undo(null));
    expect(await sample.total()).toBe(before);
  });

  it('are taken right from a wide sheet in 万元 with a total row and a total column', async () => {
    const sample = await samplePlan();
    const { year, regions } = sample;
    const months = Array.from({ length: 12 }, (_, m) => `${m + 1}月`);
    const named = regions.slice(-2);
    const figures = named.map((_, i) => months.map((_, m) => 10 + i + m / 10));
    const sum = (row: number[]): string => row.reduce((all, value) => all + value, 0).toFixed(1);
    const lines = named.map((name, i) => [name, ...figures[i].map((value) => value.toFixed(1)), sum(figures[i])]);
    const totals = ['合计', ...months.map((_, m) => sum(figures.map((row) => row[m]))), sum(figures.flat())];
    const text = [[`${year}年度销售目标（单位：万元）`], ['区域', ...months, '全年合计'], ...lines, totals];
    const sheet = file('目标.csv', text.map((row) => row.join(',')).join('\n'));
    const { opened, preview } = await tried(sample, [sheet]);
    expect(opened.tables[0].format).toMatchObject({ unit: 10_000, unpivot: true });
    expect(preview.issues).toEqual([]);
    const minor = Math.round(figures.flat().reduce((all, value) => all + value, 0) * 1_000_000);
    expect(preview.tables).toMatchObject([{ kind: 'targets', rowsIn: 24, kept: 24, reported: 0, amountKept: minor }]);
    const before = await sample.total();
    must(await sample.host.dispatch({ name: 'sources/import', draft: 'd' }, null));
    expect(await sample.total()).toBe(preview.tables[0].after.amount);
    expect(await sample.total()).not.toBe(before);
  });

  it('refuse every name and month the plan does not have, each once, with its rows', async () => {
    const sample = await samplePlan();
    const { host, year, regions } = sample;
    const region = regions.at(-1) ?? '';
    const text = `区域,月份,目标\n火星,${year}-01,5000\n火星,${year}-02,5000\n${region},1999-01,1\n月球,${year}-03,2\n`;
    const { preview } = await tried(sample, [file('目标.csv', text)]);
    expect(preview.issues).toMatchObject([
      { code: 'import/unknownName', params: { rows: 2 }, place: { file: '目标.csv', row: 2, node: '火星' } },
      { code: 'import/otherMonths', params: { rows: 1 }, place: { row: 4, period: '1999-01' } },
      { code: 'import/unknownName', params: { rows: 1 }, place: { row: 5, node: '月球' } },
    ]);
    expect((await host.dispatch({ name: 'sources/import', draft: 'd' }, null)).ok).toBe(false);
  });

  it('without an open plan are told to need one as soon as the files are looked into', async () => {
    const { host } = await testHost();
    const list = file('目标.csv', '区域,月份,目标\n华东,2026-01,5000\n');
    const others = file('客户.csv', '客户编号,客户名称,行业\nC1,海纳科技,机械\n');
    const early = must(await host.openPack([others, list], 'a'));
    const noPlan = { code: 'import/noPlan', place: { file: '目标.csv' } };
    expect(early.issues).toMatchObject([noPlan]);
    must(await host.createWorkspace({ name: 'Empty', currency: 'CNY' }));
    const opened = must(await host.openPack([others, list], 'b'));
    expect(opened.issues).toMatchObject([noPlan]);
    const { choices, orders } = opened;
    const preview = must(await host.previewPack('b', { choices, orders }, 'p'));
    expect(preview.issues).toMatchObject([{ code: 'import/noPlan' }]);
    expect(must(await host.openPack([others], 'c')).issues).toEqual([]);
  });
});
