import { writeOds } from 'hucre/ods';
import { describe, expect, it } from 'vitest';
import type { SheetGrid } from '~/exchange/table/sheetGrid';
import { bookKind } from '~/exchange/workbook/bookKind';
import { readBook } from '~/exchange/workbook/readBook';
import { compoundOf } from '../../support/books/compoundOf';
import { xlsOf, xlsStream } from '../../support/books/xlsOf';
import { sheetOf, textRow, xlsxOf } from '../../support/books/xlsxParts';

async function gridsOf(bytes: Uint8Array, sheet?: string): Promise<SheetGrid[]> {
  const read = await readBook(bytes, sheet === undefined ? {} : { sheet });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const codeOf = async (bytes: Uint8Array): Promise<string | null> => {
  const read = await readBook(bytes);
  return read.ok ? null : read.issues[0].code;
};

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
  '<numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="&quot;¥&quot;#,##0.00;[Red]-#,##0.00"/>' +
  '<numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>' +
  '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>';

describe('an .xlsx', () => {
  it('gives numbers, days, texts, flags and codes as what they are', async () => {
    const cells =
      '<c r="A1"><v>1234.5</v></c><c r="B1" s="1"><v>45366</v></c><c r="C1" s="2"><v>45366.5</v></c><c r="D1" s="3"><v>42</v></c>' +
      '<c r="E1" s="4"><v>-0.1</v></c><c r="F1" s="5"><v>1.5</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" t="s"><v>0</v></c>' +
      '<c r="I1" t="inlineStr"><is><t>一</t></is></c><c r="J1" t="d"><v>2024-03-15</v></c>';
    const [grid] = await gridsOf(
      xlsxOf({
        sheets: [sheetOf(`<row r="1">${cells}</row>`)],
        styles: STYLES,
        texts: '<si><t>文字 &amp; 更多</t></si>',
      }),
    );
    expect(grid.rows).toEqual([
      [1234.5, { serial: 45366 }, { serial: 45366.5 }, '00042', -0.1, 1.5, true, '文字 & 更多', '一', '2024-03-15'],
    ]);
  });

  it('takes the value beside a formula, runs none, and makes errors blank', async () => {
    const cells =
      '<c r="A1"><f>HYPERLINK("http://x")</f><v>7</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>7x</v></c>' +
      '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>SUM(A1)</f></c><c r="E1"><v>1</v></c>';
    const [grid] = await gridsOf(xlsxOf({ sheets: [sheetOf(`<row r="1">${cells}</row>`)] }));
    expect(grid.rows).toEqual([[7, '7x', null, null, 1]]);
  });

  it('joins runs of a text, leaves readings out and undoes escapes', async () => {
    const texts =
      '<si><r><rPr><b/></rPr><t>华东</t></r><r><t xml:space="preserve"> 区</t></r><rPh sb="0" eb="2"><t>huadong</t></rPh></si>' +
      '<si><t>一_x000D_二_x005F_x000D_</t></si>';
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>';
    const [grid] = await gridsOf(xlsxOf({ sheets: [sheetOf(`<row r="1">${cells}</row>`)], texts }));
    expect(grid.rows).toEqual([['华东 区', '一\r二_x000D_']]);
  });

  it('keeps blank rows, so that every row has the number a person sees', async () => {
    const [grid] = await gridsOf(
      xlsxOf({ sheets: [sheetOf(`<row r="3"><c r="C3"><v>5</v></c></row><row r="9"><c r="A9" s="1"/></row>`)] }),
    );
    expect(grid.rows).toEqual([[], [], [null, null, 5]]);
  });

  it('reads rows and cells that do not say where they stand', async () => {
    const [grid] = await gridsOf(
      xlsxOf({ sheets: [sheetOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')] }),
    );
    expect(grid.rows).toEqual([[1, 2], [3]]);
  });

  it('reads sheets whose tags carry a short name of their space', async () => {
    const plain = xlsxOf({ sheets: [sheetOf(textRow(1, ['甲']))] });
    const spaced = xlsxOf({
      sheets: ['</worksheet>'],
      more: {
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="a"><x:sheetData><x:row r=\'1\'><x:c r = "A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      },
    });
    expect(await gridsOf(spaced)).toEqual(await gridsOf(plain));
  });

  it('tells merged blocks and the date system of 1904', async () => {
    const inside = `${sheetOf(textRow(1, ['区域', '一季度', '', '']))}<mergeCells><mergeCell ref="B1:D1"/></mergeCells>`;
    const [grid] = await gridsOf(xlsxOf({ sheets: [inside], book: '<workbookPr date1904="1"/>' }));
    expect(grid.from1904).toBe(true);
    // Cut to what is used: the two last columns are empty.
    expect(grid.merges).toEqual([]);
    const full = `${sheetOf(textRow(1, ['区域', '一季度', '', '']) + textRow(2, ['', '1月', '2月', '3月']))}<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="A1:A2"/></mergeCells>`;
    const [wide] = await gridsOf(xlsxOf({ sheets: [full] }));
    expect(wide.from1904).toBe(false);
    expect(wide.merges).toEqual([
      { row: 0, column: 1, rows: 1, columns: 3 },
      { row: 0, column: 0, rows: 2, columns: 1 },
    ]);
  });

  it('leaves out hidden and empty sheets, but reads hidden ones where nothing else is there', async () => {
    const sheets = ['甲', '乙', '丙'].map((text) => sheetOf(textRow(1, [text])));
    const names = ['明细', '参数', '程序'];
    const shown = await gridsOf(
      xlsxOf({ sheets: [...sheets, sheetOf('')], names: [...names, '空'], states: ['', 'hidden', 'veryHidden'] }),
    );
    expect(shown.map(({ name }) => name)).toEqual(['明细']);
    const hidden = await gridsOf(xlsxOf({ sheets, names, states: ['hidden', 'hidden', 'veryHidden'] }));
    expect(hidden.map(({ name }) => name)).toEqual(['明细', '参数']);
    const wanted = await gridsOf(xlsxOf({ sheets, names, states: ['', 'hidden'] }), '参数');
    expect(wanted.map(({ rows }) => rows)).toEqual([[['乙']]]);
  });

  it('drops links to other files and never reads outside of itself', async () => {
    const more = {
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    };
    expect(await codeOf(xlsxOf({ sheets: [sheetOf(textRow(1, ['甲']))], more }))).toBe('import/emptyFile');
  });

  it('keeps names such as __proto__ as data', async () => {
    const [grid] = await gridsOf(
      xlsxOf({ names: ['__proto__'], sheets: [sheetOf(textRow(1, ['__proto__', 'constructor']))] }),
    );
    expect(grid.name).toBe('__proto__');
    expect(grid.rows).toEqual([['__proto__', 'constructor']]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('an .xls', () => {
  const rows = [
    ['日期', '客户', '金额', '核心'],
    [{ serial: 45366 }, '甲公司', -1234.5, true],
    [{ serial: 59 }, '乙公司', { error: 7 }, null],
    [{ serial: 61 }, null, 3, false],
  ];

  it('gives days as serials, errors as blanks and merged blocks', async () => {
    const [grid] = await gridsOf(xlsOf([{ name: '明细', rows, merges: [[0, 1, 2, 3]] }]));
    expect(grid).toEqual({
      name: '明细',
      rows: [rows[0], rows[1], [{ serial: 59 }, '乙公司'], [{ serial: 61 }, null, 3, false]],
      merges: [{ row: 0, column: 2, rows: 2, columns: 2 }],
      from1904: false,
    });
  });

  it('tells the date system of 1904 and keeps its serials', async () => {
    const [grid] = await gridsOf(
      xlsOf([{ name: 'a', rows: [[{ serial: 0.5 }, { serial: 43904 }]] }], { from1904: true }),
    );
    expect(grid.rows).toEqual([[{ serial: 0.5 }, { serial: 43904 }]]);
    expect(grid.from1904).toBe(true);
  });

  it('leaves hidden sheets and charts out', async () => {
    const book = xlsOf([
      { name: '图', rows: [['a']], kind: 2 },
      { name: '隐', rows: [['b']], state: 1 },
      { name: '明', rows: [['c']] },
    ]);
    expect((await gridsOf(book)).map(({ name }) => name)).toEqual(['明']);
  });

  it('is refused with macros, a password, too old, or when it is something else', async () => {
    const sheet = { name: 'a', rows: [['b']] };
    expect(await codeOf(xlsOf([{ ...sheet, kind: 1 }]))).toBe('workbook/macros');
    expect(await codeOf(compoundOf({ Workbook: xlsStream([sheet]), _VBA_PROJECT_CUR: new Uint8Array(8) }))).toBe(
      'workbook/macros',
    );
    expect(await codeOf(xlsOf([sheet], { before: [0x2f, 0, 2, 0, 0, 0] }))).toBe('workbook/encrypted');
    expect(await codeOf(compoundOf({ EncryptedPackage: new Uint8Array(9) }))).toBe('workbook/encrypted');
    expect(await codeOf(xlsOf([sheet], { version: 0x500 }))).toBe('workbook/oldFormat');
    expect(await codeOf(compoundOf({ Book: new Uint8Array(9) }))).toBe('workbook/oldFormat');
    expect(await codeOf(compoundOf({ WordDocument: new Uint8Array(9) }))).toBe('workbook/wrongKind');
  });
});

describe('an .ods', () => {
  it('gives values, days, flags and merged blocks', async () => {
    const day = new Date(Date.UTC(2024, 2, 15));
    const bytes = await writeOds({
      sheets: [
        {
          name: '明细',
          rows: [
            ['客户', '日期', '金额', '核心'],
            ['甲 & 乙', day, 12.5, true],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        },
      ],
    });
    const [grid] = await gridsOf(bytes);
    expect(grid.name).toBe('明细');
    expect(grid.rows[1]).toEqual(['甲 & 乙', { serial: 45366 }, 12.5, true]);
    expect(grid.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });
});

describe('the kind of a file', () => {
  const text = (content: string) => bookKind(new TextEncoder().encode(content));

  it('is told by its bytes', () => {
    expect(bookKind(xlsOf([{ name: 'a', rows: [] }]))).toBe('compound');
    expect(bookKind(xlsxOf({ sheets: [] }))).toBe('zip');
    expect(text('\uFEFF <html><body><table><tr><td>1</td></tr></table></body></html>')).toBe('html');
    expect(
      text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
    ).toBe('xml2003');
    expect(bookKind(Uint8Array.of(0x09, 0x00, 0x04, 0x00, 0x02, 0x00))).toBe('old');
  });

  it('is none for text', () => {
    for (const plain of ['日期,客户\n2024-01-01,甲', '<5 件,1\n', '', 'PK,1\n2,3']) expect(text(plain)).toBeNull();
  });
});
