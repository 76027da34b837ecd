import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackPreview, TablePreview } from '~/domain/packView';
import { dayOf } from '~/domain/period';
import type { SourceKind } from '~/domain/source';
import { canonicalBytes } from '~/plan/canonical';
import { factsOf } from '~/plan/sources/facts';
import type { PackOpened, PackTrial, PlanHostApi } from '~/worker/protocol';
import { openSession, type Session } from '~/worker/session';
import { must, type TestHost, testHost } from './support/host';

const folder = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales');
const present = existsSync(folder);
if (!present) console.log('sales data not beside the checkout: whole folders are not imported here');

const folderFiles = (name: string): File[] =>
  readdirSync(resolve(folder, name))
    .sort()
    .map((file) => new File([readFileSync(resolve(folder, name, file))], file));

const textFile = (name: string, text: string): File => new File([text], name);

interface Opened extends TestHost {
  pack: PackOpened;
  trial: PackTrial;
}

async function openedIn(test: TestHost, files: File[], draft = 'd'): Promise<Opened> {
  const pack = must(await test.host.openPack(files, draft));
  return { ...test, pack, trial: { choices: pack.choices, orders: pack.orders } };
}

async function opened(files: File[]): Promise<Opened> {
  const test = await testHost();
  must(await test.host.createWorkspace({ name: 'Pack', currency: 'CNY' }));
  return openedIn(test, files);
}

async function taken(host: PlanHostApi, trial: PackTrial, draft = 'd'): Promise<PackPreview> {
  const preview = must(await host.previewPack(draft, trial, 'p'));
  expect(preview.issues).toEqual([]);
  must(await host.dispatch({ name: 'sources/import', draft }, null));
  return preview;
}

const tableOf = (preview: PackPreview, kind: SourceKind): TablePreview => {
  const found = preview.tables.find((table) => table.kind === kind);
  if (!found) throw new Error(`no table of ${kind}`);
  return found;
};

/** The workspace as it is stored, read anew: what a reload sees. */
async function stored({ host, namespace }: TestHost): Promise<Session> {
  const { workspace } = await host.settle();
  const lock = { held: true, release: () => undefined };
  return must(await openSession({ namespace, id: workspace?.id ?? '', lock, isNew: false, onSaved: () => undefined }));
}

const digestOf = async (test: TestHost): Promise<string> => {
  const { document, database } = await stored(test);
  database.close();
  return createHash('sha256').update(canonicalBytes(document)).digest('hex');
};

const rowsOf = async (host: PlanHostApi): Promise<Record<string, number>> =>
  Object.fromEntries(
    must(await host.sourceStates()).flatMap(({ kind, rows }) => (rows > 0 ? [[kind, rows] as const] : [])),
  );

/** Every row is either kept or told, and so is every amount. */
function expectWhole(preview: PackPreview): void {
  for (const table of preview.tables) {
    expect([table.table, table.rowsIn]).toEqual([table.table, table.kept + table.reported]);
    const reasons = Object.values(table.byReason).reduce((sum, rows) => sum + rows, 0);
    expect([table.table, reasons]).toEqual([table.table, table.reported]);
    if (table.amountIn !== null) expect(table.amountIn).toBe((table.amountKept ?? 0) + (table.amountReported ?? 0));
  }
}

const ORDERS = `订单号,订单日期,客户名称,产品名称,业务员,区域,数量,金额
A001,2026-01-05,海纳科技,甲型泵,张伟,华东,2,2000.00
A002,2026-01-09,博远实业,乙型阀,李娜,华南,1,850.50
A003,2026-02-11,海纳科技,乙型阀,张伟,华东,4,3402.00
A004,2026-03-02,鼎盛电子,甲型泵,李娜,华南,1,
`;
const CUSTOMERS = `客户编号,客户名称,行业,信用额度,账期,信用等级
C01,海纳科技,机械,50万,30,A级
C02,博远实业,贸易,200000,45,B
C03,鼎盛电子,电子,,60,C级
`;
const RECEIVABLES = `发票号,客户,开票日期,到期日,应收余额
F001,海纳科技,2026-01-06,2026-02-05,1500.00
F002,C02,2026-01-10,2026-02-24,850.50
F003,新锐机电,2026-02-01,2026-03-03,"9,999.00"
F004,海纳科技,2026-02-12,2026-03-14,约三千
`;
const VISITS = `拜访日期,客户名称,业务员,拜访目的,下次拜访日期
2026-03-01,海纳科技,张伟,回访,2026-04-01
2026-03-02,博远实业,李娜,催款,
`;

const monthly = (): File[] => [
  textFile('销售明细.csv', ORDERS),
  textFile('客户档案.csv', CUSTOMERS),
  textFile('应收账款.csv', RECEIVABLES),
  textFile('拜访记录.csv', VISITS),
];

describe('a pack of files', () => {
  it('is understood by its columns and names, and every row and amount is kept or told', async () => {
    const { host, pack, trial } = await opened(monthly());
    expect(pack.choices.map(({ kinds }) => kinds)).toEqual([['orders'], ['customers'], ['receivables'], ['visits']]);
    expect(pack.choices[2].fields.receivables).toEqual({
      invoice: '发票号',
      customer: '客户',
      day: '开票日期',
      due: '到期日',
      amount: '应收余额',
    });
    const preview = must(await host.previewPack('d', trial, 'p'));
    expectWhole(preview);
    expect(tableOf(preview, 'orders')).toMatchObject({ rowsIn: 4, kept: 3, reported: 1, amountKept: 625_250 });
    const receivables = tableOf(preview, 'receivables');
    expect(receivables).toMatchObject({ rowsIn: 4, kept: 3, reported: 1, byReason: { 'import/badNumber': 1 } });
    expect(receivables).toMatchObject({ amountKept: 150_000 + 85_050 + 999_900, merge: { new: 3, same: 0 } });
    expect(receivables.errors).toMatchObject([{ row: 5, column: '应收余额', value: '约三千', reported: true }]);
    expect(receivables.unmatched).toEqual([{ dimension: 'customer', name: '新锐机电', rows: 1 }]);
    expect([receivables.from, receivables.to]).toEqual([dayOf(2026, 1, 6), dayOf(2026, 2, 12) - 11]);
  });

  it('shares its members: a customer by key in one file and by name in another is one member', async () => {
    const test = await opened(monthly());
    await taken(test.host, test.trial);
    const { document, database } = await stored(test);
    database.close();
    const customers = document.members.get('customer')?.byCode.filter((member) => member?.level === 'customer') ?? [];
    expect(customers.map((member) => member?.name)).toEqual(['海纳科技', '博远实业', '鼎盛电子', '新锐机电']);
    expect(customers[0]).toMatchObject({
      aliases: ['C01'],
      attributes: { key: 'C01', industry: '机械', creditLimit: 50_000_000, termsDays: 30, rating: 'A' },
    });
    const facts = factsOf(document, 'receivables');
    expect([...facts.code('customer')]).toEqual([customers[0]?.code, customers[1]?.code, customers[3]?.code]);
    expect(await rowsOf(test.host)).toMatchObject({ orders: 3, customers: 4, receivables: 3, visits: 2 });
  });

  it('undone takes all of it away, byte for byte, and done again brings the same bytes back', async () => {
    const test = await opened(monthly());
    const before = await digestOf(test);
    await taken(test.host, test.trial);
    const after = await digestOf(test);
    expect(after).not.toBe(before);
    must(await test.host.undo(null));
    expect(await digestOf(test)).toBe(before);
    expect(await rowsOf(test.host)).toEqual({});
    must(await test.host.redo(null));
    expect(await digestOf(test)).toBe(after);
    const again = await test.again();
    must(
      await again.host.openWorkspace(
        (await again.host.start(() => undefined)).workspace?.id ?? must(await again.host.workspaces())[0].id,
      ),
    );
    expect(await rowsOf(again.host)).toMatchObject({ orders: 3, receivables: 3 });
  });

  it('brought a second time is known, needs no question, and changes nothing', async () => {
    const test = await opened(monthly());
    await taken(test.host, test.trial);
    const before = await digestOf(test);
    const second = await openedIn(test, monthly(), 'e');
    expect(Object.values(second.pack.certainty)).toEqual(['known', 'known', 'known', 'known']);
    expect(second.pack.choices).toEqual(test.pack.choices);
    expect(second.pack.orders).toEqual(test.pack.orders);
    const preview = must(await test.host.previewPack('e', second.trial, 'p'));
    expectWhole(preview);
    for (const { merge } of preview.tables)
      expect({ ...merge, same: 0 }).toEqual({ new: 0, changed: 0, same: 0, gone: 0 });
    const refused = await test.host.dispatch({ name: 'sources/import', draft: 'e' }, null);
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'import/nothingNew' }] });
    expect(await digestOf(test)).toBe(before);
  });

  it('of next month changes what it says otherwise, and receivables it leaves out are gone', async () => {
    const test = await opened(monthly());
    await taken(test.host, test.trial);
    const orders = ORDERS.replace('850.50', '900.00').replace('A004,', 'A004,');
    const receivables = RECEIVABLES.replace('F002,C02,2026-01-10,2026-02-24,850.50\n', '').replace('1500.00', '700');
    const second = await openedIn(test, [textFile('销售明细4.csv', orders), textFile('应收4.csv', receivables)], 'e');
    const before = await digestOf(test);
    // Only new rows wanted: what says something else now stays, and is not told as a change.
    const asItWas = second.trial.choices.map((choice) => ({
      ...choice,
      merge: Object.fromEntries(choice.kinds.map((kind) => [kind, 'onlyNew' as const])),
    }));
    const kept = must(await test.host.previewPack('e', { ...second.trial, choices: asItWas }, 'j9'));
    expect(tableOf(kept, 'orders')).toMatchObject({ merge: { new: 0, changed: 0, same: 3, gone: 0 } });
    expect(tableOf(kept, 'receivables')).toMatchObject({ merge: { new: 0, changed: 0, same: 2, gone: 0 } });
    const preview = await taken(test.host, second.trial, 'e');
    expectWhole(preview);
    expect(tableOf(preview, 'orders')).toMatchObject({
      merge: { new: 0, changed: 1, same: 2, gone: 0 },
      after: { rows: 3, amount: 630_200 },
    });
    expect(tableOf(preview, 'receivables')).toMatchObject({
      merge: { new: 0, changed: 1, same: 1, gone: 1 },
      after: { rows: 2, amount: 1_069_900 },
    });
    expect(await rowsOf(test.host)).toMatchObject({ orders: 3, receivables: 2 });
    const { document, database } = await stored(test);
    database.close();
    const total = [...document.records.import.values()]
      .flatMap(({ segments }) => segments.flatMap((id) => [...(document.orders.get(id)?.amount ?? [])]))
      .reduce((sum, amount) => sum + amount, 0);
    expect(total).toBe(630_200);
    must(await test.host.undo(null));
    expect(await digestOf(test)).toBe(before);
    must(await test.host.redo(null));
    // Taken out later, the old rows come back.
    const newest = [...document.records.import.keys()].at(-1) ?? '';
    must(await test.host.dispatch({ name: 'orders/removeImport', import: newest }, null));
    const facts = [...document.records.sourceImport.values()].at(-1)?.id ?? '';
    must(await test.host.dispatch({ name: 'orders/removeImport', import: facts }, null));
    expect(await rowsOf(test.host)).toMatchObject({ orders: 3, receivables: 3 });
  });

  it('of members never takes away whom a list leaves out', async () => {
    const test = await opened(monthly());
    await taken(test.host, test.trial);
    const fewer = textFile('客户档案.csv', CUSTOMERS.replace(/C03.*\n/, '').replace('贸易', '零售'));
    const second = await openedIn(test, [fewer], 'e');
    const choices = second.trial.choices.map((choice) => ({ ...choice, merge: { customers: 'replace' as const } }));
    const preview = await taken(test.host, { ...second.trial, choices }, 'e');
    expect(tableOf(preview, 'customers').merge).toEqual({ new: 0, changed: 1, same: 1, gone: 0 });
    const { document, database } = await stored(test);
    database.close();
    const customers = document.members.get('customer')?.byCode.filter((member) => member?.level === 'customer') ?? [];
    expect(customers.map((member) => [member?.name, member?.archived ?? false])).toContainEqual(['鼎盛电子', false]);
  });

  it('takes mended cells, one by its row or all that say so, for facts and for orders', async () => {
    const { host, pack, trial } = await opened(monthly());
    const choices = pack.choices.map((choice) =>
      choice.kinds.includes('receivables')
        ? { ...choice, fixes: [{ column: '应收余额', row: 5, to: '3000' }] }
        : choice.kinds.includes('orders')
          ? {
              ...choice,
              fixes: [
                { column: '金额', from: '', to: '100' },
                { column: '区域', from: '华南', to: '南区' },
              ],
            }
          : choice,
    );
    const preview = must(await host.previewPack('d', { ...trial, choices }, 'p'));
    expectWhole(preview);
    expect(tableOf(preview, 'receivables')).toMatchObject({ kept: 4, amountKept: 1_534_950 });
    expect(tableOf(preview, 'orders')).toMatchObject({ kept: 4, amountKept: 635_250 });
    const query = { table: '应收账款.csv', kind: 'receivables' as const, first: 0, count: 10, onlyErrors: true };
    expect(must(await host.tableRows('d', query, trial))).toMatchObject({
      matching: 1,
      rows: [{ row: 5, errors: [{ column: '应收余额', issue: { code: 'import/badNumber' } }], fixed: [] }],
    });
    const shown = must(await host.tableRows('d', { ...query, onlyErrors: false }, { ...trial, choices }));
    expect(shown.rows[3]).toMatchObject({ row: 5, errors: [], fixed: ['应收余额'] });
  });

  it('asks once how dates are meant that fit both readings, and never again for such a file', async () => {
    const text =
      '拜访日期,客户名称,业务员,拜访目的,下次拜访日期\n03/04/2026,海纳科技,张伟,回访,\n05/06/2026,博远实业,李娜,催款,\n';
    const { host, trial, pack, ...test } = await opened([textFile('拜访3.csv', text)]);
    const asked = must(await host.previewPack('d', trial, 'p'));
    expect(asked.issues).toMatchObject([{ code: 'import/ambiguousDate', place: { column: '拜访日期' } }]);
    expect((await host.dispatch({ name: 'sources/import', draft: 'd' }, null)).ok).toBe(false);
    must(await host.readTable('d', pack.tables[0].id, { dateOrder: 'dmy' }));
    const preview = await taken(host, trial);
    expect(tableOf(preview, 'visits')).toMatchObject({ kept: 2, from: dayOf(2026, 4, 3), to: dayOf(2026, 6, 5) });
    const later = textFile('拜访4.csv', text.replace('05/06', '07/06'));
    const second = await openedIn({ host, ...test }, [later], 'e');
    expect(second.pack.certainty).toEqual({ '拜访4.csv': 'known' });
    const next = await taken(host, second.trial, 'e');
    expect(tableOf(next, 'visits')).toMatchObject({ merge: { new: 1, same: 1 }, to: dayOf(2026, 6, 7) });
  });

  it('stands in the history with its files, tables and rows, undone or not, and is no amount of money', async () => {
    const { host, trial } = await opened(monthly());
    await taken(host, trial);
    const said = {
      command: 'sources/import',
      source: '销售明细.csv · 客户档案.csv · 应收账款.csv · …',
      brought: { tables: 4, rows: 11 },
      before: null,
      after: null,
    };
    const lines = async () => must(await host.history({ cell: null, before: null, count: 10 })).lines;
    expect((await lines())[0]).toMatchObject({ ...said, undone: false, method: { tables: 4, records: 11 } });
    must(await host.undo(null));
    expect((await lines())[0]).toMatchObject({ ...said, undone: true });
    must(await host.redo(null));
    const customers = must(
      await host.memberList({ dimension: 'customer', hierarchy: null, search: '海纳', first: 0, count: 5 }),
    );
    const changes = [{ code: customers.members[0].code, attribute: 'industry', value: '电子' }];
    must(await host.dispatch({ name: 'members/setAttributes', dimension: 'customer', changes }, null));
    expect((await lines())[0]).toMatchObject({ source: '海纳科技', method: { members: 1 } });
  });

  it('hands the rejected rows of all tables back with their reasons', async () => {
    const { host, trial } = await opened(monthly());
    must(await host.previewPack('d', trial, 'p'));
    const words = { file: '文件', row: '行', reason: '原因', reasons: { 'import/badNumber': '不是数' } };
    const text = must(await host.rejectedRows('d', words));
    expect(text).toContain('应收账款.csv,5,不是数,F004,海纳科技');
    expect(text).toContain('销售明细.csv,5,');
  });
});

describe.skipIf(!present)('whole folders as they lie there', () => {
  it('CRM: won deals are orders, all deals are opportunities, lists are members, the dictionary stays out', async () => {
    const { host, pack, trial } = await opened(folderFiles('crm'));
    expect(pack.choices.map(({ table, use, kinds }) => [table, use, kinds])).toEqual([
      ['accounts.csv', 'source', ['customers']],
      ['data_dictionary.csv', 'ignored', []],
      ['products.csv', 'source', ['products']],
      ['sales_pipeline.csv', 'source', ['orders', 'opportunities']],
      ['sales_teams.csv', 'source', ['sellers']],
    ]);
    const alias = { dimension: 'product', from: 'GTXPro', to: 'GTX Pro' };
    const orders = trial.orders && { ...trial.orders, aliases: [alias] };
    const preview = await taken(host, { ...trial, orders });
    expectWhole(preview);
    expect(preview.tables.flatMap(({ unmatched }) => unmatched)).toEqual([]);
    expect(tableOf(preview, 'orders')).toMatchObject({ kept: 4238, amountKept: 1_000_553_400 });
    expect(await rowsOf(host)).toEqual({ orders: 4238, customers: 85, products: 7, sellers: 35, opportunities: 8800 });
  });

  it('AdventureWorks: the workbook of the same orders counts once, foreign lists stay out', async () => {
    const { host, pack, trial } = await opened(folderFiles('adventureworks'));
    const used = pack.choices.filter(({ use }) => use === 'source').map(({ table, kinds }) => [table, ...kinds]);
    expect(used).toEqual([
      ['AdventureWorks_Products.csv', 'products'],
      ['AdventureWorks_Sales_2017.csv', 'orders'],
      ['AdventureWorks_Sales_2018.csv', 'orders'],
    ]);
    const preview = await taken(host, trial);
    expectWhole(preview);
    expect(await rowsOf(host)).toEqual({ orders: 26_565, customers: 10_559, products: 293 });
  });
});
