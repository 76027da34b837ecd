import { describe, expect, it } from 'vitest';
import type { TableFormat } from '~/domain/packView';
import { CELL_DOUBTS, type DetectedTable } from '~/exchange/table/detectedTable';
import { detectTable, gridTables } from '~/exchange/table/detectTable';
import type { GridCell, SheetGrid } from '~/exchange/table/sheetGrid';
import { salesBytes, salesFolder } from '../mapping/salesFiles';

const sheet = (rows: GridCell[][], extra: Partial<SheetGrid> = {}): SheetGrid => ({
  name: 'Sheet1',
  rows,
  merges: [],
  from1904: false,
  ...extra,
});

function tableOf(grid: SheetGrid, format: Partial<TableFormat> = {}): DetectedTable {
  const tables = gridTables([grid], { name: 'book.xlsx', format });
  if (!tables.ok) throw new Error(JSON.stringify(tables.issues));
  return tables.value[0];
}

const textTable = async (text: string, options = {}): Promise<DetectedTable> => {
  const table = await detectTable(new TextEncoder().encode(text), options);
  if (!table.ok) throw new Error(JSON.stringify(table.issues));
  return table.value;
};

const valuesOf = (table: DetectedTable, header: string) =>
  table.columns.find((column) => column.header === header)?.values;
const doubtsOf = (table: DetectedTable, header: string) =>
  [...(table.columns.find((column) => column.header === header)?.doubts ?? [])].map((doubt) => CELL_DOUBTS[doubt]);

const day = (serial: number): GridCell => ({ serial });

describe('a sheet of a workbook', () => {
  it('counts days as spreadsheets do: 59 is 28 February 1900, 60 never was, 61 is 1 March', () => {
    const rows = [
      ['客户', '日期', '金额'],
      ['甲', day(59), 1],
      ['乙', day(60), 2],
      ['丙', day(61), 3],
      ['丁', day(45366.75), 4],
    ];
    const table = tableOf(sheet(rows));
    expect(valuesOf(table, '日期')).toEqual(['1900-02-28', '60', '1900-03-01', '2024-03-15']);
    expect(doubtsOf(table, '日期')).toEqual(['none', 'unreal', 'none', 'none']);
  });

  it('counts from 1904 where the book says so', () => {
    const rows = [
      ['客户', '日期', '金额'],
      ['甲', day(0), 1],
      ['乙', day(43904), 2],
    ];
    expect(valuesOf(tableOf(sheet(rows, { from1904: true })), '日期')).toEqual(['1904-01-01', '2024-03-15']);
    expect(valuesOf(tableOf(sheet(rows), { from1904: true }), '日期')).toEqual(['1904-01-01', '2024-03-15']);
  });

  it('takes merged names for every cell under them, and a merged figure once', () => {
    const rows = [
      ['区域', '客户', '金额', '返利'],
      ['华东', '甲', 1, 90],
      [null, '乙', 2, null],
      ['华北', '丙', 3, 10],
    ];
    const merges = [
      { row: 1, column: 0, rows: 2, columns: 1 },
      { row: 1, column: 3, rows: 2, columns: 1 },
    ];
    const table = tableOf(sheet(rows, { merges }));
    expect(valuesOf(table, '区域')).toEqual(['华东', '华东', '华北']);
    expect(valuesOf(table, '返利')).toEqual(['90', null, '10']);
    expect(table.issues).toEqual([]);
  });

  it('leaves out subtotals inside merged regions, and honours 万元 above two lines of names', () => {
    const rows: GridCell[][] = [
      ['2024年目标分解（单位：万元）'],
      ['区域', '客户', '一季度', null, null, null, '合计'],
      [null, null, '1月', '2月', '3月', '小计', null],
      ['华东', '甲', 1, 2, 3, 6, 6],
      [null, '乙', 1.5, null, 2, 3.5, 3.5],
      [null, '小计', 2.5, 2, 5, 9.5, 9.5],
      ['华北', '丙', 4, 5, 6, 15, 15],
      [null, '小计', 4, 5, 6, 15, 15],
      ['总计', null, 6.5, 7, 11, 24.5, 24.5],
      ['制表人：王芳'],
    ];
    const merges = [
      { row: 0, column: 0, rows: 1, columns: 7 },
      { row: 1, column: 0, rows: 2, columns: 1 },
      { row: 1, column: 1, rows: 2, columns: 1 },
      { row: 1, column: 2, rows: 1, columns: 4 },
      { row: 1, column: 6, rows: 2, columns: 1 },
      { row: 3, column: 0, rows: 3, columns: 1 },
      { row: 6, column: 0, rows: 2, columns: 1 },
      { row: 8, column: 0, rows: 1, columns: 2 },
    ];
    const table = tableOf(sheet(rows, { merges }));
    expect([table.headerRow, table.headerRows, table.unit, table.rows]).toEqual([3, 2, 10_000, 3]);
    expect(table.dropped.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'title'],
      [6, 'subtotal'],
      [8, 'subtotal'],
      [9, 'total'],
      [10, 'note'],
    ]);
    expect(valuesOf(table, '区域')).toEqual(['华东', '华东', '华东', '华东', '华东', '华北', '华北', '华北']);
    expect(valuesOf(table, '金额')).toEqual(['10000', '20000', '30000', '15000', '20000', '40000', '50000', '60000']);
    expect(table.issues).toEqual([]);
  });

  it('reads days over columns as the months they show', () => {
    const rows = [
      ['客户', day(45292), day(45323), day(45352)],
      ['甲', 1, 2, 3],
      ['乙', 4, null, 6],
    ];
    const table = tableOf(sheet(rows));
    expect([table.layout, table.headers]).toEqual(['unpivoted', ['客户', '月份', '金额']]);
    expect(valuesOf(table, '月份')).toEqual(['2024-01', '2024-02', '2024-03', '2024-01', '2024-03']);
    expect([table.rows, table.rowNumbers]).toEqual([2, [2, 2, 2, 3, 3]]);
  });

  it('stays wide where a person says so, with a period per column', () => {
    const rows = [
      ['客户', '2024-01', '2024-02', '合计'],
      ['甲', 1, 2, 3],
      ['乙', 4, 5, 9],
    ];
    const table = tableOf(sheet(rows), { unpivot: false });
    expect([table.layout, table.headers]).toEqual(['wide', ['客户', '2024-01', '2024-02']]);
    expect(table.droppedColumns).toEqual([{ source: 3, header: '合计', reason: 'total' }]);
  });

  it('puts days and months back that a spreadsheet exchanged', () => {
    const rows: GridCell[][] = [
      ['订单', '日期', '金额'],
      ['1', day(36929), 1],
      ['2', '2/13/2001', 1],
      ['3', day(36989), 1],
      ['4', '4/14/2001', 1],
      ['5', day(36895), 1],
      ['6', '5/15/2001', 1],
    ];
    // 36,929 is 7 February, which was 2 July before it was opened in another country.
    const table = tableOf(sheet(rows));
    expect(valuesOf(table, '日期')?.slice(0, 3)).toEqual(['2001-07-02', '2001-02-13', '2001-08-04']);
    expect(table.issues.map(({ code }) => code)).toEqual(['import/daysSwapped']);
  });

  it.skipIf(salesFolder === null)('says the same of the real orders as of the file they were saved from', async () => {
    const [text, book] = await Promise.all(
      ['csv', 'xlsx'].map((kind) => detectTable(salesBytes(`adventureworks/AdventureWorks_Sales_2017.${kind}`))),
    );
    if (!text.ok || !book.ok) throw new Error('refused');
    expect(book.value.columns.map((column) => column.values)).toEqual(
      text.value.columns.map((column) => column.values),
    );
  });

  it('keeps names like __proto__ as what they are', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const table = tableOf(
      sheet([
        ['__proto__', 'constructor', '金额'],
        ['__proto__', 'toString', 1],
        ['甲', '乙', 2],
      ]),
    );
    expect(table.headers).toEqual(['__proto__', 'constructor', '金额']);
    expect(valuesOf(table, '__proto__')).toEqual(['__proto__', '甲']);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

describe('amounts are never silently wrong', () => {
  const codes = (table: DetectedTable): string[] => table.issues.map(({ code }) => code);

  it('asks where 1.234 may be a thousand or one and a bit', async () => {
    const table = await textTable('item;amount\na;1.234\nb;2.345\n');
    expect(codes(table)).toContain('import/ambiguousNumber');
    expect(doubtsOf(table, 'amount')).toEqual(['ambiguous', 'ambiguous']);
    const told = await textTable('item;amount\na;1.234\nb;2.345\n', { format: { decimalMark: '.' } });
    expect([codes(told), told.columns[1].sum]).toEqual([[], '3.579']);
  });

  it('flags a cell that its column does not explain, and leaves it out of the sum', async () => {
    const table = await textTable('客户,金额\n甲,"1,234.50"\n乙,"12,50"\n丙,99.00\n丁,约三千\n');
    expect(doubtsOf(table, '金额')).toEqual(['none', 'unread', 'none', 'unread']);
    expect(table.columns[1].sum).toBe('1333.5');
  });

  it('lets a unit in a cell win over that of its column, and flags it', async () => {
    const table = await textTable('单位：万元\n客户,金额\n甲,12\n乙,1.2万\n丙,3\n');
    expect([valuesOf(table, '金额'), doubtsOf(table, '金额')]).toEqual([
      ['120000', '12000', '30000'],
      ['none', 'unit', 'none'],
    ]);
  });

  it('gives prices and pieces no unit of money', async () => {
    const table = await textTable('单位：万元\n客户,数量,单价,金额\n甲,2,10,20\n乙,3,5,15\n');
    expect(table.columns.map(({ unit }) => unit)).toEqual([1, 1, 1, 10_000]);
  });

  it('reports a row that was cut into too many cells instead of moving its amounts', async () => {
    const table = await textTable('单号,客户,金额\nS1,甲,10\nS2,乙,1,234.50\nS3,丙,30\nS4,丁,40\nS5,戊,50\n');
    expect(table.reported.map(({ row, issue }) => [row, issue.code])).toEqual([[3, 'import/raggedRow']]);
    expect([table.rowsIn, table.rows, table.columns[2].sum]).toEqual([5, 4, '130']);
  });

  it('says when the total of the file is not the sum of its rows', async () => {
    const table = await textTable('客户,日期,金额\n甲,2024-01-01,10\n乙,2024-01-02,20\n合计,,31\n');
    expect(table.issues).toMatchObject([
      { code: 'import/totalDiffers', params: { stated: '31', sum: '30' }, place: { row: 4 } },
    ]);
    expect(codes(await textTable('客户,日期,金额\n甲,2024-01-01,10\n乙,2024-01-02,20\n合计,,30\n'))).toEqual([]);
  });

  it('keeps a customer who is called Total, and a column 合计 that is no sum', async () => {
    const table = await textTable('客户,区域,数量,合计\nTotal Energies,华东,2,100\n合计科技,华北,3,200\n');
    expect([table.rows, table.dropped, table.headers.at(-1)]).toEqual([2, [], '合计']);
  });

  it('leaves out totals that nobody labelled', async () => {
    const table = await textTable(
      '区域,客户,金额\n华东,甲,100\n华东,乙,200\n,,300\n华北,丙,50\n华北,丁,70\n,,120\n,,420\n',
    );
    expect(table.dropped.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'subtotal'],
      [7, 'subtotal'],
      [8, 'total'],
    ]);
  });

  it('keeps keys as they are written', async () => {
    const table = await textTable(
      '工号,电话,身份证号,金额\n0012,13800138000,110101199001011234,5\n0013,13900139000,110101199001015678,6\n',
    );
    expect(table.columns.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'amount']);
    expect(table.columns[0].values).toEqual(['0012', '0013']);
  });
});

describe('what a person sets goes before what was found', () => {
  it('header row, delimiter, unit, order of dates, year', async () => {
    const text = 'x;y\n客户;3/4/2024;5\n甲;5/6/2024;7\n';
    const table = await textTable(text, { format: { headerRow: 2, delimiter: ';' } });
    expect([table.headers, table.rows]).toEqual([['客户', '3/4/2024', '5'], 1]);
    const dated = await textTable('客户,日期,金额\n甲,3/4/2024,1\n乙,5/6/2024,2\n', {
      format: { dateOrder: 'dmy', unit: 1000 },
    });
    expect([valuesOf(dated, '日期'), valuesOf(dated, '金额'), dated.issues]).toEqual([
      ['2024-04-03', '2024-06-05'],
      ['1000', '2000'],
      [],
    ]);
    const yearly = await textTable('客户,1月,2月,3月\n甲,1,2,3\n', { year: 2023 });
    expect(valuesOf(yearly, '月份')).toEqual(['2023-01', '2023-02', '2023-03']);
  });

  it('no header at all', async () => {
    const table = await textTable('甲,1\n乙,2\n', { format: { headerRow: 0 } });
    expect([table.headerRow, table.headers, table.rows]).toEqual([0, ['#1', '#2'], 2]);
  });
});
