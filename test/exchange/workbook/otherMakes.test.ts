import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readHtmlTables } from '~/exchange/workbook/html/readHtmlTables';
import { readBook } from '~/exchange/workbook/readBook';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (inside: string): string => `<html><body>${inside}</body></html>`;

describe('a web page called .xls', () => {
  it('gives cells as text, spans as merged blocks, and puts what follows beside them', () => {
    const [grid] = readHtmlTables(
      page(
        '<table><tr><th rowspan=2>区域</th><th colspan="2">一季度</th></tr><tr><td>1月<td>2月</tr><tr><td>华东</td><td>1,200</td><td>-</td></tr></table>',
      ),
    );
    expect(grid.rows).toEqual([
      ['区域', '一季度'],
      [null, '1月', '2月'],
      ['华东', '1,200', '-'],
    ]);
    expect(grid.merges).toEqual([
      { row: 0, column: 0, rows: 2, columns: 1 },
      { row: 0, column: 1, rows: 1, columns: 2 },
    ]);
  });

  it('puts in characters, joins lines of a cell and ignores scripts, styles and comments', () => {
    const [grid] = readHtmlTables(
      page(
        '<script>"<table><tr><td>x"</script><style>td{}</style><table><!-- <tr><td>y --><tr><td>甲&nbsp;&amp;&#20057;&lt;1&copy</td><td>一<br>二<p>三</p></td><td> a \n  b </td></tr></table>',
      ),
    );
    expect(grid.rows).toEqual([['甲 &乙<1©', '一\n二\n三', 'a b']]);
  });

  it('takes the number that Excel or LibreOffice left behind a text, and its format', () => {
    const style =
      '<style>.xl1{mso-number-format:"Short Date";} .xl2{mso-number-format:"\\@";} .xl3{mso-number-format:0\\.00;}</style>';
    const cells =
      '<td class=xl1 x:num="45366">2024/3/15</td><td class="xl2" x:num="7">007</td><td class=xl3 x:num="12.345">12.35</td>' +
      '<td x:num>42</td><td sdval="45366" sdnum="1033;0;YYYY-MM-DD">2024-03-15</td><td style="mso-number-format:\'\\@\'">0012</td><td x:err="#DIV/0!">#DIV/0!</td><td>9</td>';
    const [grid] = readHtmlTables(page(`${style}<table><tr>${cells}</tr></table>`));
    expect(grid.rows).toEqual([[{ serial: 45366 }, '007', 12.345, 42, { serial: 45366 }, '0012', null, '9']]);
  });

  it('tells tables apart, also one inside another', () => {
    const grids = readHtmlTables(
      page(
        '<table><tr><td>框<table><caption>明细</caption><tr><td>甲</td></tr></table>架</td></tr></table><table><tr><td>乙</td></tr></table><table></table>',
      ),
    );
    expect(grids.map(({ name, rows }) => [name, rows])).toEqual([
      ['#1', [['框架']]],
      ['明细', [['甲']]],
      ['#3', [['乙']]],
    ]);
  });

  it('is read in the encoding it names, or that it turns out to have', async () => {
    const gbk = Uint8Array.of(0xbf, 0xcd, 0xbb, 0xa7);
    const around = (head: string): Uint8Array =>
      Uint8Array.from([
        ...bytesOf(`<html><head>${head}</head><body><table><tr><td>`),
        ...gbk,
        ...bytesOf('</td></tr></table></body></html>'),
      ]);
    const read = await readBook(around('<meta charset="gb2312">'));
    expect(read.ok && read.value[0].rows).toEqual([['客户']]);
  });

  it('forgives what browsers forgive', () => {
    const [grid] = readHtmlTables('<TABLE><TR><TD>a<TD>5 < 6<TR><TD>b</table');
    expect(grid.rows).toEqual([['a', '5 < 6'], ['b']]);
  });
});

const workbook = (inside: string): Uint8Array =>
  bytesOf(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${inside}</Workbook>`,
  );
const sheet = (name: string, rows: string, rest = ''): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${rest}</Worksheet>`;

describe('the XML of 2003', () => {
  it('gives values by their type, gaps by their index, and merged blocks', async () => {
    const rows =
      '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题 &amp; 单位</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>' +
      '<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">-12.5</Data><Comment><Data ss:Type="String">注</Data></Comment></Cell>' +
      '<Cell><Data ss:Type="DateTime">2024-03-15T12:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>' +
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">华<B>东</B></ss:Data></Cell></Row>';
    const read = await readBook(workbook(sheet('明细', rows)));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value[0].rows).toEqual([
      ['标题 & 单位', null, true],
      [],
      [null, -12.5, { serial: 45366.5 }, null, '华东'],
    ]);
    expect(read.value[0].merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });

  it('leaves hidden sheets out', async () => {
    const row = '<Row><Cell><Data ss:Type="String">甲</Data></Cell></Row>';
    const hidden = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';
    const read = await readBook(workbook(sheet('一', row, hidden) + sheet('二', row)));
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['二']);
  });
});

describe('an .ods written by hand', () => {
  const ods = (content: string): Uint8Array =>
    zipSync({
      mimetype: bytesOf('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': bytesOf(`<office:document-content>${content}</office:document-content>`),
    });

  it('repeats cells and rows, reads over notes, and joins paragraphs', async () => {
    const rows =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p><office:annotation><text:p>注</text:p></office:annotation></table:table-cell>' +
      '<table:covered-table-cell/><table:table-cell office:value-type="percentage" office:value="0.12"><text:p>12%</text:p></table:table-cell><table:table-cell><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>';
    const read = await readBook(ods(`<table:table table:name="一">${rows}</table:table>`));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const line = ['甲  乙\n丙', '甲  乙\n丙', null, 0.12];
    expect(read.value[0].rows).toEqual([line, line]);
  });

  it('leaves hidden sheets out', async () => {
    const styles =
      '<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
    const table = (name: string, style: string): string =>
      `<table:table table:name="${name}" table:style-name="${style}"><table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>`;
    const read = await readBook(ods(styles + table('一', 'ta2') + table('二', 'ta1')));
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['二']);
  });
});
