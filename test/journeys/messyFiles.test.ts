import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetOf, textRow, xlsxOf } from '../support/books/xlsxParts';
import { eventually } from './support/eventually';
import { type Brought, type Importing, importing } from './support/importing';
import { numbered } from './support/numbered';
import { openBrowser } from './support/page';
import { setOut, type Traveller } from './support/traveller';

const folder = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales', 'messy');
const isReal = existsSync(folder);
if (!isReal) console.log('no real messy files here: the journey brings made-up ones of its own');

interface Messy {
  file: Brought;
  table: string;
  /** In full currency units. */
  sum: number;
  rows: number;
  /** Rows that are no data. */
  dropped: number;
  /** Columns a person has to name, as their headers do not: by place among those called the same. */
  named?: readonly { header: string; field: 'customer' | 'region' | 'product' }[];
}

let browser: Browser;
let traveller: Traveller;
let wizard: Importing;

beforeAll(async () => {
  browser = await openBrowser();
  traveller = await setOut(browser, { language: 'zh-CN', theme: 'light' });
  wizard = importing(traveller);
});
afterAll(async () => {
  await traveller.close();
  await browser.close();
});

interface Truth {
  rows: number;
  dropped: number;
  sum?: number;
  data: { months?: number[] }[];
}

const NAMED = [
  { header: '名称', field: 'customer' },
  { header: '名称 (2)', field: 'region' },
  { header: '名称 (3)', field: 'product' },
] as const;

function realFiles(): Messy[] {
  return [
    'dev1_gbk_title_totals.csv',
    'dev2_utf16_tab.txt',
    'dev3_semicolon_bom.csv',
    'dev4_duplicate_headers.csv',
    'dev5_two_level_header.xlsx',
  ].map((name) => {
    const truth = JSON.parse(readFileSync(join(folder, `${name}.truth.json`), 'utf8')) as Truth;
    const months = truth.data.flatMap((row) => row.months ?? []);
    return {
      file: join(folder, name),
      table: name.endsWith('.xlsx') ? `${name} / 目标` : name,
      sum: truth.sum ?? months.reduce((sum, amount) => sum + amount, 0),
      rows: months.length || truth.rows,
      dropped: truth.dropped,
      ...(name.includes('duplicate') ? { named: NAMED } : {}),
    };
  });
}

const LINES = [
  ['C1', '恒泰机械', '华东', '李伟', 'A系列', '2026-01-05', '1,000.50'],
  ['C2', '新源汽配', '华东', '王芳', 'B系列', '2026-02-06', '1.2万'],
  ['C3', '港龙冷链', '华北', '李伟', 'A系列', '2026-03-07', '￥300'],
];
const SUM = 13_300.5;

/** One file for each of the ways in which the real ones are messy. */
function madeUpFiles(): Messy[] {
  const head = ['客户编号', '客户名称', '区域', '业务员', '产品', '签约日期', '金额(元)'];
  const quoted = (cells: readonly string[]) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');
  const titled = [
    '2026年销售明细',
    '',
    quoted(head),
    ...LINES.map(quoted),
    quoted(['合计', '', '', '', '', '', '13,300.50']),
  ];
  const tabbed = [head, ...LINES].map((cells) => cells.join('\t')).join('\r\n');
  const decimal = [head, ...LINES.map((cells, at) => [...cells.slice(0, 6), ['1000,50', '12000,00', '300,00'][at]])];
  const twins = ['编号', '名称', '名称', '负责人', '名称', '日期', '金额'];
  const wide = [
    ['销售目标分解表'],
    ['区域', '业务员', '客户', '2026年1季度', '', '', ''],
    ['', '', '', '1月', '2月', '3月', '小计'],
    ['华东', '李伟', '恒泰机械', '100', '200', '300.5', '600.5'],
    ['华北', '王芳', '新源汽配', '4000', '4000', '4700', '12700'],
    ['合计', '', '', '4100', '4200', '5000.5', '13300.5'],
  ];
  const merges =
    '<mergeCells><mergeCell ref="D2:G2"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/></mergeCells>';
  const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
  const utf8 = (text: string) => Buffer.from(text, 'utf8');
  const one = { sum: SUM, rows: 3, dropped: 0 };
  return [
    { ...one, file: file('titled.csv', utf8(titled.join('\n'))), table: 'titled.csv', dropped: 1 },
    { ...one, file: file('tabbed.txt', Buffer.from(`\ufeff${tabbed}`, 'utf16le')), table: 'tabbed.txt' },
    {
      ...one,
      file: file('decimal.csv', utf8(`\ufeff${decimal.map((cells) => cells.join(';')).join('\n')}`)),
      table: 'decimal.csv',
    },
    {
      ...one,
      file: file('twins.csv', utf8([twins, ...LINES].map(quoted).join('\n'))),
      table: 'twins.csv',
      named: NAMED,
    },
    {
      file: file(
        'wide.xlsx',
        xlsxOf({
          names: ['目标'],
          sheets: [`${sheetOf(wide.map((cells, at) => textRow(at + 1, cells)).join(''))}${merges}`],
        }),
      ),
      table: 'wide.xlsx / 目标',
      sum: SUM,
      rows: 6,
      dropped: 1,
    },
  ];
}

const inFull = (amount: number) =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** Chooses an entry of a select that is found by its label. */
const choose = async (label: string, option: string) => {
  const { page } = traveller;
  await page.getByRole('button', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} `) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.getByRole('listbox').waitFor({ state: 'detached' });
};
const part = (name: 'columns' | 'reading' | 'merge') =>
  traveller.page.getByRole('tab', { name: traveller.t(`pack.part.${name}`) }).click();
const total = async () => {
  const tried = await wizard.dryRun();
  for (const { rows, amounts } of tried) {
    expect(rows.kept + rows.reported).toBe(rows.all);
    if (amounts) expect(amounts.kept + amounts.reported).toBeCloseTo(amounts.all, 2);
  }
  return { rows: tried[0].rows, amounts: tried[0].amounts };
};

describe.each(isReal ? realFiles() : madeUpFiles())('$table', ({ file, table, sum, rows, dropped, named }) => {
  test('shows the true sum, and every row that is no data with its reason', async () => {
    const { page, t } = traveller;
    await wizard.bring([file]);
    await wizard.open(table);
    if (named) {
      for (const { header, field } of named)
        await choose(t('import.becomesOf', { column: header }), t(`import.field.${field}`));
      await wizard.checked();
    }
    await part('reading');
    const told = await page.locator('.dropped__row').evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    const reasons = ['blank', 'title', 'header', 'subtotal', 'total', 'note'].map((why) =>
      t(`pack.droppedBecause.${why as 'blank'}`),
    );
    for (const line of told)
      expect(
        reasons.some((reason) => line.includes(reason)),
        line,
      ).toBe(true);
    // Titles and blank rows above the header are told too; the truth counts those below.
    expect(told.length).toBeGreaterThanOrEqual(dropped);
    if (dropped === 0) expect(told).toEqual([]);
    const { rows: counted, amounts } = await total();
    expect(counted).toEqual({ all: rows, kept: rows, reported: 0 });
    expect(amounts).toEqual({ all: sum, kept: sum, reported: 0 });
    expect(await page.getByRole('table', { name: t('pack.dryRun') }).innerText()).toContain(inFull(sum));
  });
});

describe('what was read wrongly is put right by hand', () => {
  const HEAD = '客户,区域,业务员,日期,金额';
  const GBK_LINES = [
    // 恒泰,华东,李伟 in GB18030.
    [0xba, 0xe3, 0xcc, 0xa9, 0x2c, 0xbb, 0xaa, 0xb6, 0xab, 0x2c, 0xc0, 0xee, 0xce, 0xb0],
  ];

  test('the header row, from the rows of the file', async () => {
    const { page, t, button } = traveller;
    const text = ['客户,区域,业务员,日期,金额', '恒泰,华东,李伟,2026-01-05,100', '新源,华北,王芳,2026-02-06,250.5'];
    const file = { name: '两个表头.csv', mimeType: 'text/csv', buffer: Buffer.from(`${HEAD}\n${text.join('\n')}\n`) };
    await wizard.bring([file]);
    await wizard.open('两个表头.csv');
    await part('reading');
    await button(t('pack.makeHeader', { row: 2 })).click();
    await wizard.checked();
    await eventually(() => button(t('pack.makeHeader', { row: 2 })).getAttribute('aria-pressed')).toBe('true');
    expect((await total()).amounts).toEqual({ all: 350.5, kept: 350.5, reported: 0 });
    await wizard.open('两个表头.csv');
    await part('reading');
    await page.getByLabel(t('pack.headerRow'), { exact: true }).fill('1');
    await page.keyboard.press('Enter');
    await eventually(() => button(t('pack.makeHeader', { row: 1 })).getAttribute('aria-pressed')).toBe('true');
    await wizard.checked();
    await traveller.look('messy-header');
  });

  test('the encoding, until names can be read', async () => {
    const { page, t } = traveller;
    const line = Buffer.from(GBK_LINES[0]);
    const rows = [Buffer.from('customer,region,seller,date,amount\n'), line, Buffer.from(',2026-01-05,100\n')];
    await wizard.bring([{ name: 'short.csv', mimeType: 'text/csv', buffer: Buffer.concat(rows) }]);
    await wizard.open('short.csv');
    await part('reading');
    await choose(t('pack.encoding'), 'WINDOWS-1252');
    await wizard.checked();
    await part('columns');
    await eventually(() => page.getByRole('gridcell', { name: '恒泰', exact: true }).count()).toBe(0);
    await part('reading');
    await choose(t('pack.encoding'), 'GB18030');
    await wizard.checked();
    await part('columns');
    await page.getByRole('gridcell', { name: '恒泰', exact: true }).waitFor();
    await page.getByRole('gridcell', { name: '李伟', exact: true }).waitFor();
  });

  test('a cell, in its place, and the sum follows', async () => {
    const { page, t } = traveller;
    const good = Array.from({ length: 9 }, (_, at) => `恒泰,华东,李伟,2026-01-1${at},10`);
    const text = `${HEAD}\n新源,华北,王芳,2026-02-30,250.5\n${good.join('\n')}\n`;
    await wizard.bring([{ name: '日期.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }]);
    expect((await total()).amounts).toEqual({ all: 340.5, kept: 90, reported: 250.5 });
    await wizard.open('日期.csv');
    const grid = page.getByRole('grid');
    await grid.focus();
    for (const key of ['Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2', 'Control+a'])
      await page.keyboard.press(key);
    await page.keyboard.type('2026-02-28');
    await page.keyboard.press('Enter');
    await page.getByText(t('pack.mended', { n: 1 })).waitFor();
    expect((await total()).amounts).toEqual({ all: 340.5, kept: 340.5, reported: 0 });
  });
});

describe('a file that is no good', () => {
  const plain = sheetOf(textRow(1, ['客户', '日期', '金额']) + textRow(2, ['恒泰', '2026-01-05', '100']));
  const page2003 =
    '<html><body><table><tr><td>客户</td><td>日期</td><td>金额</td></tr><tr><td>恒泰</td><td>2026-01-05</td><td>100.5</td></tr></table><script>document.title="run"</script></body></html>';
  const bad: { name: string; bytes: Uint8Array }[] = [
    {
      name: '炸弹.xlsx',
      bytes: xlsxOf({
        sheets: [plain],
        more: { 'xl/worksheets/sheet1.xml': new Uint8Array(24 * 1024 * 1024).fill(0x61) },
      }),
    },
    { name: '宏.xlsm', bytes: xlsxOf({ sheets: [plain], more: { 'xl/vbaProject.bin': new Uint8Array(64) } }) },
    { name: '半个.xlsx', bytes: xlsxOf({ sheets: [plain] }).slice(0, 400) },
  ];

  test('is answered with a sentence, and the page goes on', async () => {
    const { page, t, button } = traveller;
    await page.goto('about:blank');
    await page.goto(`${traveller.url}#/import`);
    for (const { name, bytes } of bad) {
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }]);
      const alert = page.getByRole('alert').filter({ hasText: name });
      await alert.waitFor();
      // A sentence of the app, not a code or an error of a library.
      expect(await alert.innerText()).not.toMatch(/Error|undefined|workbook\/|import\//);
      expect((await alert.innerText()).length).toBeGreaterThan(name.length + 6);
      await traveller.look(`messy-refused-${name}`);
    }
    await page.goto('about:blank');
    await wizard.bring([{ name: '网页.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from(page2003) }]);
    expect((await total()).amounts).toEqual({ all: 100.5, kept: 100.5, reported: 0 });
    expect(await page.title()).not.toBe('run');
    await button(t('import.back')).waitFor();
  });
});

describe('somebody without a mouse', () => {
  /** Tab by Tab until the control with this name has the focus. */
  const tabTo = async (name: RegExp) => {
    const { page } = traveller;
    for (let step = 0; step < 120; step += 1) {
      const here = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (name.test(here.trim())) return;
      await page.keyboard.press('Tab');
    }
    throw new RangeError(`${name} is not reached by Tab`);
  };

  test('pastes a block, mends a cell, tries it out, takes it in and back', async () => {
    const { page, t } = traveller;
    await page.goto('about:blank');
    await page.goto(`${traveller.url}#/import`);
    await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
    const good = Array.from({ length: 9 }, (_, at) => `恒泰\t华东\t李伟\t2026-01-1${at}\t10`);
    const block = ['客户\t区域\t业务员\t日期\t金额', '新源\t华北\t王芳\t2026-02-30\t250.5', ...good].join('\n');
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, block);
    await page.locator('.table-list__place').first().waitFor();
    await wizard.checked();
    await tabTo(new RegExp(`^${t('pack.pasted', { n: 1 })}`));
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await wizard.checked();
    const grid = page.getByRole('grid');
    for (let step = 0; step < 120; step += 1) {
      if (await grid.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    for (const key of ['Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2', 'Control+a'])
      await page.keyboard.press(key);
    await page.keyboard.type('2026-02-28');
    await page.keyboard.press('Enter');
    await page.getByText(t('pack.mended', { n: 1 })).waitFor();
    await wizard.checked();
    await tabTo(numbered(t, 'import.importRows'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t('import.done', { n: 10 }) }).waitFor();
    await tabTo(new RegExp(`^${t('import.undo')}$`));
    await page.keyboard.press('Enter');
    await page.getByText(t('import.undone')).waitFor();
  });
});
