import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanSheetModel } from '~/exchange/workbook/planSheetModel';
import { readFormulas } from '~/exchange/workbook/readFormulas';
import { writePlanWorkbook } from '~/exchange/workbook/writePlanWorkbook';
import { PLAN_SHEET, partText } from './openWorkbook';
import { samplePlanSheet } from './samplePlanSheet';

const base = samplePlanSheet({ fans: [2, 3], seed: 5 });
const blank = base.rows.findIndex(({ isLeaf }) => isLeaf);
/** The first leaf: January blank, February held, March 12.34. */
const model: PlanSheetModel = {
  ...base,
  rows: base.rows.map((row, i) =>
    i === blank
      ? { ...row, name: '=HYPERLINK("x")', values: [null, 500, 1234, ...row.values.slice(3)], heldCells: ['m:2027-02'] }
      : row,
  ),
};

let bytes: Uint8Array;
let sheet: string;
let styles: string;

beforeAll(async () => {
  bytes = await writePlanWorkbook(model);
  sheet = partText(bytes, PLAN_SHEET);
  styles = partText(bytes, 'xl/styles.xml');
});

const cell = (address: string): string =>
  new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`).exec(sheet)?.[0] ?? `no cell ${address}`;

/** Whether protection stops typing into a cell. */
function isLocked(address: string): boolean {
  const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0].matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs) ?? [])];
  return !formats[Number(/ s="(\d+)"/.exec(cell(address))?.[1] ?? 0)][0].includes('locked="0"');
}

describe('the plan sheet', () => {
  it('has its elements in the order of the schema', () => {
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'sheetProtection',
      'conditionalFormatting',
      'pageMargins',
      'pageSetup',
    ];
    const places = order.map((name) => sheet.indexOf(`<${name}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set([...sheet.matchAll(/<(sheetData|cols|sheetProtection)[ >]/g)].map(([, name]) => name)).size).toBe(3);
  });

  it('has rows and cells in rising order, and its dimension covers them', () => {
    const rows = [...sheet.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(rows.length);
    expect(sheet).toContain(`<dimension ref="A1:X${rows.at(-1)}"/>`);
  });

  it('keeps names and headers in view: panes are frozen at E6', () => {
    expect(sheet).toMatch(/<pane xSplit="4" ySplit="5" topLeftCell="E6" state="frozen" activePane="bottomRight"\/>/);
  });

  it('is an outline with the sum above its parts, and says how deep', () => {
    expect(sheet).toContain('<outlinePr summaryBelow="0"');
    expect(sheet).toContain('<sheetFormatPr outlineLevelRow="2" ');
    expect(sheet).toMatch(/<row r="6">/);
    expect(sheet).toMatch(/<row r="7" outlineLevel="1">/);
    expect(sheet).toMatch(/<row r="8" outlineLevel="2">/);
  });

  it('hides row id, parent id, level, the leaf mark and the row of machine keys', () => {
    const hidden = [...sheet.matchAll(/<col min="(\d+)"[^>]*hidden="(?:1|true)"/g)].map(([, column]) => Number(column));
    expect(hidden).toEqual([1, 2, 3, 24]);
    expect(sheet).toMatch(/<row r="4" hidden="1">/);
    expect(cell('E4')).toContain('m:2027-01');
    expect(cell('H4')).toContain('q:2027-Q1');
    expect(cell('U4')).toContain('y:2027');
    expect([cell('A8'), cell('B8')].join()).toMatch(/region:1\/d1:1<.*region:1</);
  });

  it('gives a column room for its longest amount', async () => {
    const width = (xml: string): number => Number(/<col min="21" max="21" width="([\d.]+)"/.exec(xml)?.[1]);
    const large = model.rows.map((row) =>
      row.isLeaf ? { ...row, values: row.values.map(() => 123_456_789_012_34) } : row,
    );
    expect(width(partText(await writePlanWorkbook({ ...model, rows: large }), PLAN_SHEET))).toBeGreaterThan(
      '¥8,888,888,808,888.48'.length,
    );
    expect(width(sheet)).toBeLessThan(20);
  });

  it('folds leaf periods into quarters and quarters into the year, with the sum to the right', () => {
    expect(sheet).toContain('summaryRight="1"');
    expect(sheet).toMatch(/<sheetFormatPr [^>]*outlineLevelCol="2"/);
    const levels = [...sheet.matchAll(/<col min="(\d+)"[^>]*outlineLevel="(\d)"/g)].map(([, c, l]) => [
      Number(c),
      Number(l),
    ]);
    expect(levels.slice(0, 4)).toEqual([
      [5, 2],
      [6, 2],
      [7, 2],
      [8, 1],
    ]);
    expect(levels.at(-1)).toEqual([20, 1]);
  });

  it('is protected without a password', () => {
    const protection = /<sheetProtection[^>]*>/.exec(sheet)?.[0];
    expect(protection).toContain('sheet="1"');
    expect(protection).not.toContain('password');
  });

  it('opens leaves and locks held leaves, every total and everything beside the amounts', () => {
    expect([cell('E8'), isLocked('E8')]).toEqual([expect.stringMatching(/^<c r="E8" s="\d+"\/>$/), false]);
    expect(isLocked('G8')).toBe(false);
    const locked = ['F8', 'E6', 'E7', 'H8', 'U8', 'V8', 'W8', 'D8', 'A8', 'D5'];
    expect(locked.filter((address) => !isLocked(address))).toEqual([]);
  });

  it('leaves a blank leaf empty and writes amounts in major units to the last digit', () => {
    expect(cell('E8')).not.toContain('<v>');
    expect(cell('G8')).toContain('<v>12.34</v>');
  });

  it('sums parts, months and quarters by live formulas', () => {
    expect(cell('E6')).toContain('<f>SUM(E7,E11)</f>');
    expect(cell('E7')).toContain('<f>SUM(E8:E10)</f>');
    expect(cell('H8')).toContain('<f>SUM(E8:G8)</f>');
    expect(cell('U8')).toContain('<f>H8+L8+P8+T8</f>');
    expect(cell('W8')).toContain('<f>IF(V8&gt;0,ROUND(U8/V8-1,6),"")</f>');
  });

  it('has a check per level below the data, which is 0', () => {
    expect(cell('D16')).toContain('Check 1');
    expect(cell('E16')).toMatch(/<f>ROUND\(SUMIFS\(.*<v>0<\/v>/);
    expect(cell('D17')).toContain('Check 2');
    expect(sheet).toContain('<conditionalFormatting sqref="E16:U17">');
  });

  it('uses only functions that Excel, WPS and LibreOffice share', () => {
    const names = [...sheet.matchAll(/<f>(.*?)<\/f>/g)].flatMap(([, formula]) => formula.match(/[A-Z]+(?=\()/g) ?? []);
    expect([...new Set(names)].sort()).toEqual(['IF', 'ROUND', 'SUM', 'SUMIFS']);
  });

  it('shows money with the symbol as a quoted literal', () => {
    expect(styles).toContain('formatCode="&quot;¥&quot;#,##0.00"');
    expect(styles).not.toContain('[$');
  });

  it('keeps a name that starts with an equals sign as text', () => {
    expect(cell('D8')).toMatch(/t="inlineStr"><is><t>=HYPERLINK\("x"\)</);
  });
});

describe('the plan workbook', () => {
  it('names its data, its revision and each column', () => {
    const book = partText(bytes, 'xl/workbook.xml');
    expect(book).toContain('<definedName name="目标数据">\'目标分解\'!$D$6:$W$14</definedName>');
    expect(book).toContain('<definedName name="计划版本">\'_sp_meta\'!$B$3</definedName>');
    expect(book).toContain('<definedName name="_sp_m_2027_01">\'目标分解\'!$E$6:$E$14</definedName>');
  });

  it('carries its origin on a very hidden sheet and in its properties', async () => {
    expect(partText(bytes, 'xl/workbook.xml')).toMatch(/<sheet name="_sp_meta"[^>]*state="veryHidden"/);
    const read = await readFormulas(bytes);
    const values = read.ok ? [...read.value[1].values.values()] : [];
    expect(values.slice(0, 12)).toEqual([
      'schema',
      1,
      'planId',
      'plan-1',
      'revision',
      42,
      'exportedAt',
      model.exportedAt,
      'currency',
      'CNY',
      'minorUnit',
      2,
    ]);
    expect(partText(bytes, 'docProps/custom.xml')).toContain('plan-1');
  });

  it('has the same bytes for the same plan, and other fingerprints for another', async () => {
    expect(await writePlanWorkbook(model)).toEqual(bytes);
    const fingerprints = async (plan: PlanSheetModel): Promise<string[]> =>
      partText(await writePlanWorkbook(plan), 'xl/worksheets/sheet2.xml').match(/>[0-9a-f]{16}</g) ?? [];
    const [structure, values] = await fingerprints(model);
    const zero = {
      ...model,
      rows: model.rows.map((row, i) => (i === blank ? { ...row, values: [0, ...row.values.slice(1)] } : row)),
    };
    expect(await fingerprints(zero)).toEqual([structure, expect.not.stringMatching(values)]);
  });

  it('lists every part among the content types', () => {
    const types = partText(bytes, '[Content_Types].xml');
    for (const path of Object.keys(unzipSync(bytes)).filter((part) => !/rels$|Content_Types/.test(part))) {
      expect(types).toContain(`PartName="/${path}"`);
    }
  });

  it('shows what people wrote at cells as comments of those cells', async () => {
    const noted = model.rows.map((row, i) =>
      i === blank ? { ...row, notes: [{ key: 'y:2027', text: 'Wait for <Q3>', author: 'Li' }] } : row,
    );
    const parts = unzipSync(await writePlanWorkbook({ ...model, rows: noted }));
    const comments = Object.keys(parts).find((path) => /comments\d*\.xml$/.test(path)) ?? '';
    const text = new TextDecoder().decode(parts[comments]);
    expect(text).toContain('ref="U8"');
    expect(text).toContain('Wait for &lt;Q3&gt;');
    expect(text).toContain('<author>Li</author>');
    expect(new TextDecoder().decode(parts[PLAN_SHEET])).toMatch(/<legacyDrawing r:id="[^"]+"\/>/);
    expect(new TextDecoder().decode(parts['xl/worksheets/_rels/sheet1.xml.rels'])).toContain('comments');
  });

  it('stands without rows, as headings only', async () => {
    const empty = partText(await writePlanWorkbook({ ...model, rows: [] }), PLAN_SHEET);
    expect(empty).toContain('y:2027');
    expect(empty).not.toContain('<f>');
  });
});
