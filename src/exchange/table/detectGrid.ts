import { type Issue, issue } from '~/domain/issue';
import type { DroppedRow, TableFormat } from '~/domain/packView';
import { fail, ok, type Result } from '~/domain/result';
import { distinctHeaders } from '../csv/distinctHeaders';
import { bodyRows, rowText } from './bodyRows';
import {
  CELL_DOUBTS,
  type DetectedColumn,
  type DetectedTable,
  type DroppedColumn,
  type ReportedRow,
} from './detectedTable';
import { fillMerges, groupedColumn } from './fillDown';
import { cellTextOf, isBlankRow, lookOf } from './gridCell';
import { gridColumns, type RawColumn } from './gridColumns';
import { headerDates } from './headerDates';
import { headerNames } from './headerNames';
import { titleYear } from './headerPeriod';
import { type HeaderPlace, headerRows } from './headerRows';
import { titleUnit } from './headerUnit';
import { rowSums } from './rowSums';
import type { GridCell, SheetGrid } from './sheetGrid';
import { titleTexts } from './titleTexts';
import { checkTotals, unlabelledTotals } from './totalRows';
import { unpivotTable } from './unpivotTable';

export interface DetectGridOptions {
  name: string;
  source: DetectedTable['source'];
  format: Partial<TableFormat>;
  /** Year of months that name none. */
  year?: number;
  /** How the bytes were read. */
  encoding: string;
  bom: number;
  lineEnd: DetectedTable['lineEnd'];
  delimiter: string;
  /** Numbers of lines that hold nothing and are not in the grid. */
  blank: readonly number[];
  reported: readonly ReportedRow[];
  issues: readonly Issue[];
}

/** The table in a grid of cells: header, columns, rows that count, and a reason for everything left out. */
export function detectGrid(sheetGrid: SheetGrid, options: DetectGridOptions): Result<DetectedTable> {
  const { format, name, source } = options;
  const given = { ...sheetGrid, rows: headerDates(sheetGrid) };
  const sheet = given.name;
  const place = { file: name, ...(sheet === null ? {} : { node: sheet }) };
  if (given.rows.every(isBlankRow)) return fail(issue('import/emptyFile', undefined, place));
  const numberOf = (i: number): number => given.rowNumbers?.[i] ?? i + 1;
  const header = format.headerRow === undefined ? headerRows(given) : headerAt(given, format);
  const from = header.first + header.count;
  const grid: SheetGrid = { ...given, rows: fillMerges(given.rows, given.merges, from) };
  const width = widthOf(grid.rows, header, source === 'text');
  const names =
    header.count > 0 ? headerNames(grid, header, width) : { ...distinctHeaders(new Array(width).fill('')), raw: [] };
  const lines = grid.rows
    .slice(header.first, from)
    .map((row) => row.map((cell) => cellTextOf(cell).replace(/\s+/g, ' ')));
  const body = bodyRows({ rows: grid.rows, numberOf, from, width, headerLines: lines, cut: source === 'text' });
  if (body.kept.length === 0) {
    const why = [...options.reported, ...body.reported].slice(0, MOST_ISSUES).map((row) => row.issue);
    return fail(issue('import/headerOnly', { columns: width }, place), ...why);
  }
  const issues: Issue[] = [...options.issues];
  if (header.count === 0) issues.push(issue('import/noHeader', undefined, place));
  for (const column of names.duplicates) issues.push(issue('import/duplicateHeader', { column }, { ...place, column }));

  const droppedColumns: DroppedColumn[] = [];
  const raw: RawColumn[] = [];
  const filled: { header: string; rows: number[] }[] = [];
  let leading = true;
  for (let c = 0; c < width; c++) {
    const cells = body.kept.map((i) => grid.rows[i][c] ?? null);
    const title = names.headers[c];
    if ((names.raw[c] ?? '') === '' && cells.every((cell) => cellTextOf(cell) === '')) {
      droppedColumns.push({ source: c, header: title, reason: 'blank' });
      continue;
    }
    const blanks = groupedColumn(cells, leading);
    if (blanks) {
      fillFrom(cells, blanks);
      filled.push({ header: title, rows: blanks });
      issues.push(issue('import/filledDown', { column: title, rows: blanks.length }, { ...place, column: title }));
    } else leading = false;
    raw.push({ header: title, source: c, cells });
  }
  const around = titleTexts(grid, header.first);
  const year = options.year ?? titleYear([...around, ...names.raw]) ?? titleYear([name]);
  const unit = titleUnit(around);
  const from1904 = format.from1904 ?? given.from1904;
  const read = gridColumns({ columns: raw, format, from1904, delimiter: options.delimiter, unit, year });
  issues.push(...read.issues);
  if (read.periods.yearless || read.periods.counted) issues.push(issue('import/monthYear', undefined, place));
  for (const { header: title, rows } of filled)
    flagFilled(
      read.columns.find((column) => column.header === title),
      rows,
    );

  const derived = read.columns.map((column, c) => read.periods.derived[c] ?? rowSums(column, read.columns, c));
  for (const [c, column] of read.columns.entries()) {
    const reason = derived[c];
    if (reason) droppedColumns.push({ source: column.source, header: column.header, reason });
  }
  let columns = read.columns.filter((_, c) => derived[c] === null);
  let kept = body.kept;
  const totals = unlabelledTotals(columns);
  const dropped: DroppedRow[] = [...titleRows(grid, header, numberOf), ...body.dropped];
  for (const row of options.blank) dropped.push({ row, reason: 'blank', text: '' });
  if (totals.length > 0) {
    for (const { at, reason } of totals) {
      dropped.push({ row: numberOf(kept[at]), reason, text: rowText(grid.rows[kept[at]]) });
    }
    const gone = new Set(totals.map(({ at }) => at));
    kept = kept.filter((_, i) => !gone.has(i));
    const again = raw.map((column) => ({ ...column, cells: column.cells.filter((_, i) => !gone.has(i)) }));
    const reread = gridColumns({ columns: again, format, from1904, delimiter: options.delimiter, unit, year });
    columns = reread.columns.filter((_, c) => derived[c] === null);
  }
  issues.push(...checkTotals({ grid, numberOf, from, dropped, columns }));
  dropped.sort((a, b) => a.row - b.row);
  const reported = [...options.reported, ...body.reported].sort((a, b) => a.row - b.row);
  issues.push(...reported.slice(0, MOST_ISSUES).map((row) => row.issue));
  const table: DetectedTable = {
    name,
    sheet,
    source,
    encoding: options.encoding,
    bom: options.bom,
    lineEnd: options.lineEnd,
    delimiter: options.delimiter,
    headerRow: header.count > 0 ? numberOf(from - 1) : 0,
    headerRows: header.count,
    headers: columns.map((column) => column.header),
    columns,
    rowNumbers: kept.map(numberOf),
    rows: kept.length,
    rowsIn: kept.length + dropped.length + reported.length,
    dropped,
    reported,
    droppedColumns,
    ragged: source === 'text' && kept.some((i) => given.rows[i].length !== given.rows[Math.max(0, from - 1)].length),
    unit: read.unit,
    unpivot: read.periods.wide && format.unpivot !== false,
    dateOrder: read.dateOrder,
    decimalMark: read.decimalMark,
    from1904,
    layout: read.periods.wide ? 'wide' : 'long',
    issues: issues.map((found) => ({ ...found, place: { ...place, ...found.place } })),
  };
  return ok(table.unpivot ? unpivotTable(table) : table);
}

const MOST_ISSUES = 100;

/** The header where a person says it is: the last of its lines, by its number in the file; 0 = none. */
function headerAt(
  { rows, rowNumbers }: SheetGrid,
  { headerRow = 1, headerRows: count = 1 }: Partial<TableFormat>,
): HeaderPlace {
  if (headerRow <= 0 || count <= 0) return { first: 0, count: 0 };
  const last = rowNumbers ? rowNumbers.findLastIndex((row) => row <= headerRow) : Math.min(headerRow, rows.length) - 1;
  const lines = Math.max(1, Math.min(count, last + 1));
  return { first: Math.max(0, last - lines + 1), count: lines };
}

/** Columns there are: those of the header, and those that at least every fifth row of a text fills behind it. */
function widthOf(rows: readonly GridCell[][], { first, count }: HeaderPlace, isText: boolean): number {
  let width = 0;
  for (let i = first; i < first + count; i++) width = Math.max(width, extentOf(rows[i]));
  const body = rows
    .slice(first + count, first + count + 500)
    .map(extentOf)
    .filter((extent) => extent > 0);
  // Cells of a workbook stand where they stand: whatever is beside the named columns is a column too.
  if (!isText) return rows.slice(first + count).reduce((most, row) => Math.max(most, extentOf(row)), width);
  const beyond = (extent: number): GridCell[] =>
    rows.slice(first + count, first + count + 500).flatMap((row) => (extentOf(row) >= extent ? [row[extent - 1]] : []));
  for (const extent of [...new Set(body)].sort((a, b) => b - a)) {
    if (extent <= width) break;
    const cells = beyond(extent);
    // A figure behind the last name is more likely a row that was cut wrongly than a column without a name.
    const isRemarks = count > 0 && cells.every((cell) => lookOf(cell) === 'label' || lookOf(cell) === 'blank');
    if (cells.length >= body.length * (isRemarks ? 0.05 : 0.5)) return extent;
  }
  return Math.max(1, width);
}

function extentOf(row: readonly GridCell[]): number {
  let last = row.length;
  while (last > 0 && cellTextOf(row[last - 1]) === '') last--;
  return last;
}

function fillFrom(cells: GridCell[], blanks: readonly number[]): void {
  for (const i of blanks) cells[i] = cells[i - 1];
}

function flagFilled(column: DetectedColumn | undefined, rows: readonly number[]): void {
  if (!column) return;
  const filledDoubt = CELL_DOUBTS.indexOf('filled');
  for (const i of rows) {
    if (column.doubts[i] === 0) column.doubtful++;
    column.doubts[i] = filledDoubt;
    column.written.set(i, '');
  }
  column.plain = false;
}

function titleRows({ rows }: SheetGrid, { first }: HeaderPlace, numberOf: (i: number) => number): DroppedRow[] {
  return rows.slice(0, first).map((row, i) => {
    const text = rowText(row);
    return { row: numberOf(i), reason: text === '' ? 'blank' : 'title', text };
  });
}
