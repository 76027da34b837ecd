import { describe, expect, it } from 'vitest';
import type { PackPreview, TableFormat } from '~/domain/packView';
import type { PackOpened, PackTrial } from '~/worker/protocol';
import { must, type TestHost, testHost } from './support/host';

const file = (name: string, ...parts: (string | Uint8Array)[]): File => new File(parts as BlobPart[], name);

async function workspace(): Promise<TestHost> {
  const test = await testHost();
  must(await test.host.createWorkspace({ name: 'Months', currency: 'CNY' }));
  return test;
}

/** The tab closed and opened again: all that is known stands in the database. */
async function reloaded(test: TestHost): Promise<TestHost> {
  await test.host.settle();
  const again = await test.again();
  must(await again.host.openWorkspace(must(await again.host.workspaces())[0].id));
  return again;
}

const trialOf = ({ choices, orders }: PackOpened): PackTrial => ({ choices, orders });

/** Brings a file whose one table a person reads in another way, and takes it in. */
async function takenByHand(
  { host }: TestHost,
  given: File,
  format: Partial<TableFormat>,
  change: (trial: PackTrial) => PackTrial = (trial) => trial,
): Promise<PackPreview> {
  const first = must(await host.openPack([given], 'a'));
  const [table] = first.tables;
  const read = must(await host.readTable('a', table.id, format));
  const proposed = must(await host.proposeFields('a', table.id, 'visits'));
  expect(read.headers).toEqual(expect.arrayContaining(['客户名称', '拜访日期']));
  return taken({ host }, change({ choices: [proposed], orders: null }), 'a');
}

async function taken({ host }: Pick<TestHost, 'host'>, trial: PackTrial, draft: string): Promise<PackPreview> {
  const preview = must(await host.previewPack(draft, trial, 'p'));
  expect(preview.issues).toEqual([]);
  must(await host.dispatch({ name: 'sources/import', draft }, null));
  return preview;
}

/** The next month's file after a reload: known, and taken in as it is proposed. */
async function next(test: TestHost, given: File): Promise<{ opened: PackOpened; preview: PackPreview }> {
  const later = await reloaded(test);
  const opened = must(await later.host.openPack([given], 'b'));
  expect(Object.values(opened.certainty)).toEqual(['known']);
  return { opened, preview: await taken(later, trialOf(opened), 'b') };
}

const visits = (month: number): string =>
  `拜访日期,客户名称,业务员\n2026-0${month}-01,海纳科技,张伟\n2026-0${month}-02,博远实业,李娜\n`;

describe('how a file was read by hand', () => {
  it('holds for the header row of next month, one line higher or lower, after a reload', async () => {
    const test = await workspace();
    const above = '编号,名称,人员\n';
    const { tables } = await takenByHand(test, file('三月.csv', above, visits(3)), { headerRow: 2, headerRows: 1 });
    expect(tables).toMatchObject([{ kind: 'visits', kept: 2 }]);
    const { opened, preview } = await next(test, file('四月.csv', '华东大区四月拜访\n\n', above, visits(4)));
    expect(opened.tables[0].format).toMatchObject({ headerRow: 4, headerRows: 1 });
    expect(preview.tables).toMatchObject([{ kind: 'visits', kept: 2, reported: 0, merge: { new: 2 } }]);
  });

  it('holds for an encoding and a delimiter, as long as the same is proposed again', async () => {
    const test = await workspace();
    const utf16 = (text: string): Uint8Array =>
      new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    const { tables } = await takenByHand(test, file('三月.txt', utf16(visits(3))), { encoding: 'utf-16le' });
    expect(tables).toMatchObject([{ kind: 'visits', kept: 2 }]);
    const { preview } = await next(test, file('四月.txt', utf16(visits(4))));
    expect(preview.tables).toMatchObject([{ kept: 2, merge: { new: 2 } }]);
    const plain = await next(test, file('五月.csv', visits(5)));
    expect(plain.opened.tables[0].format.encoding).toBe('utf-8');
  });

  it('holds for the unit of amounts until a file names another one', async () => {
    const test = await workspace();
    const costs = (month: number, title = ''): File =>
      file(`费用${month}.csv`, `${title}月份,渠道,金额\n2026-0${month},展会,12\n2026-0${month},线上,3.5\n`);
    const { host } = test;
    const first = must(await host.openPack([costs(3)], 'a'));
    expect(first.choices[0].kinds).toEqual(['channelSpend']);
    must(await host.readTable('a', first.tables[0].id, { unit: 10_000 }));
    const march = await taken(test, trialOf(first), 'a');
    expect(march.tables[0].amountKept).toBe(15_500_000);
    const april = await next(test, costs(4));
    expect(april.preview.tables[0].amountKept).toBe(15_500_000);
    const may = await next(test, costs(5, '市场费用（单位：千元）\n'));
    expect(may.opened.tables[0].format.unit).toBe(1000);
    expect(may.preview.tables[0].amountKept).toBe(1_550_000);
    const june = await next(test, costs(6));
    expect(june.preview.tables[0].amountKept).toBe(15_500_000);
  });

  it('keeps the merge rule and the key, and asks anew for the day a source is complete to', async () => {
    const test = await workspace();
    await takenByHand(test, file('三月.csv', visits(3)), {}, (trial) => ({
      ...trial,
      choices: trial.choices.map((choice) => ({
        ...choice,
        merge: { visits: 'onlyNew' as const },
        key: { visits: ['customer'] },
        asOf: 20_600,
      })),
    }));
    const { opened, preview } = await next(test, file('四月.csv', visits(4), '2026-04-05,鼎盛电子,李娜\n'));
    expect(opened.choices[0]).toMatchObject({
      merge: { visits: 'onlyNew' },
      key: { visits: ['customer'] },
      asOf: null,
    });
    expect(preview.tables[0].merge).toMatchObject({ new: 1, gone: 0 });
  });

  it('is let go where it does not make the file a known one', async () => {
    const test = await workspace();
    await takenByHand(test, file('三月.csv', '编号,名称,人员\n', visits(3)), { headerRow: 2, headerRows: 1 });
    const later = await reloaded(test);
    const other = file('人员.csv', '编号,名称,人员\n1,海纳科技,张伟\n2,博远实业,李娜\n');
    const opened = must(await later.host.openPack([other], 'b'));
    expect(opened.tables[0]).toMatchObject({ headers: ['编号', '名称', '人员'], format: { headerRow: 1 }, rows: 2 });
    expect(opened.certainty['人员.csv']).not.toBe('known');
  });
});
