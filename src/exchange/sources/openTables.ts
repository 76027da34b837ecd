import { type Issue, issue } from '~/domain/issue';
import type { PackTable, TableFormat } from '~/domain/packView';
import { isoDate } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { CsvFormat } from '../csv/csvFormat';
import { ENCODINGS, type Encoding } from '../csv/encoding';
import { DELIMITERS, type Delimiter } from '../csv/sniffDelimiter';
import { cleanCsv } from '../table/cleanCsv';
import { decodeText } from '../table/decodeText';
import type { DetectedTable } from '../table/detectedTable';
import { detectTables, gridTables } from '../table/detectTable';
import { isPlain } from '../table/isPlain';
import type { GridCell, SheetGrid } from '../table/sheetGrid';
import { textGrid } from '../table/textGrid';
import { bookKind } from '../workbook/bookKind';
import { WHOLE_BYTES } from './wholeBytes';

/** One table of a file, ready to be proposed and read. */
export interface OpenedTable {
  table: Omit<PackTable, 'id'>;
  csv: CsvFormat;
  /** The clean copy its rows are read from; null where the file itself can be. */
  clean: { bytes: Uint8Array; rowNumbers: Uint32Array } | null;
  /** Rows that were reported while it was found, where the clean copy does not hold them. */
  reported: { row: number; code: 'import/raggedRow' | 'import/unterminatedQuote'; cells: string[] }[];
}

export interface OpenOptions {
  name: string;
  size: number;
  format?: Partial<TableFormat>;
  sheet?: string;
  /** The bytes are only the beginning: what is found there must hold for the rest. */
  partial?: boolean;
}

const SAMPLE_ROWS = 50;
const RAW_ROWS = 20;
const RAW_BYTES = 64 * 1024;

/**
 * The tables of a file of any kind, each with what the wizard shows of it and with what its rows are read from: the file
 * itself where that is plain, else a clean copy with the rows a person counts. Of a file of which only the beginning is given
 * the table must be plain: 'import/tooLarge' says so.
 */
export async function openTables(bytes: Uint8Array, options: OpenOptions): Promise<Result<OpenedTable[]>> {
  const { name, format = {}, partial = false } = options;
  const kind = bytes.length === 0 ? null : bookKind(bytes);
  const isText = kind === null || (kind === 'html' && Boolean(format.delimiter));
  if (partial && !isText) return fail(tooLarge(name));
  const found = isText
    ? { tables: await detectTables(bytes, { name, format, partial }), raw: () => rawText(bytes, format) }
    : await bookTables(bytes, options, kind === 'html' ? 'web' : 'workbook');
  if (!found.tables.ok) return found.tables;
  const opened = found.tables.value.map((table) => openedTable(table, { ...options, raw: found.raw(table.sheet) }));
  if (partial && opened.some(({ clean }) => clean)) return fail(tooLarge(name));
  return ok(opened);
}

const tooLarge = (file: string): Issue => issue('import/tooLarge', { megabytes: WHOLE_BYTES / 1024 / 1024 }, { file });

async function bookTables(
  bytes: Uint8Array,
  { name, format, sheet }: OpenOptions,
  source: 'web' | 'workbook',
): Promise<{ tables: Result<DetectedTable[]>; raw: (sheet: string | null) => PackTable['raw'] }> {
  const { readBook } = await import('../workbook/readBook');
  const book = await readBook(bytes, sheet === undefined ? {} : { sheet });
  if (!book.ok) {
    const issues = book.issues.map((found) => ({ ...found, place: { file: name, ...found.place } }));
    return { tables: { ok: false, issues }, raw: () => [] };
  }
  const grids = new Map(book.value.map((grid) => [grid.name, grid]));
  return {
    tables: gridTables(book.value, { name, format, source }),
    raw: (wanted) => rawRows(grids.get(wanted) ?? book.value[0]),
  };
}

function openedTable(
  table: DetectedTable,
  { name, size, partial = false, raw }: OpenOptions & { raw: PackTable['raw'] },
): OpenedTable {
  const plain = isPlain(table) ? plainFormat(table) : null;
  const copy = plain ? null : cleanCsv(table);
  const { encoding, delimiter, headerRow, headerRows, unit, unpivot, dateOrder, decimalMark, from1904 } = table;
  return {
    table: {
      file: name,
      sheet: table.sheet,
      size,
      format: { encoding, delimiter, headerRow, headerRows, unit, unpivot, dateOrder, decimalMark, from1904 },
      headers: table.headers,
      sample: Array.from({ length: Math.min(SAMPLE_ROWS, table.rowNumbers.length) }, (_, row) =>
        table.columns.map(({ values }) => values[row] ?? ''),
      ),
      rows: partial ? null : table.rowNumbers.length + table.reported.length,
      dropped: table.dropped.slice(0, MOST_DROPPED),
      issues: table.issues.map((found) => ({ ...found, place: { file: name, ...found.place } })),
      raw,
    },
    csv: plain ?? CLEAN,
    clean: copy && { bytes: copy.bytes, rowNumbers: Uint32Array.from(copy.rowNumbers) },
    reported: plain
      ? []
      : table.reported.map(({ row, issue: { code }, text }) => ({
          row,
          code: code === 'import/unterminatedQuote' ? code : 'import/raggedRow',
          cells: [text],
        })),
  };
}

const MOST_DROPPED = 1000;
const CLEAN: CsvFormat = { encoding: 'utf-8', bom: 0, delimiter: ',', lineEnd: 'lf', headerRow: 1 };

/** How the byte path cuts the file; null where it cannot. */
function plainFormat({ encoding, bom, delimiter, lineEnd, headerRow }: DetectedTable): CsvFormat | null {
  const known = ENCODINGS.includes(encoding as Encoding) && DELIMITERS.includes(delimiter as Delimiter);
  return known ? { encoding: encoding as Encoding, bom, delimiter: delimiter as Delimiter, lineEnd, headerRow } : null;
}

function rawText(bytes: Uint8Array, format: Partial<TableFormat>): PackTable['raw'] {
  const decoded = decodeText(bytes.subarray(0, RAW_BYTES), format.encoding || undefined, bytes.length > RAW_BYTES);
  if (!decoded.ok) return [];
  const given = { delimiter: format.delimiter || undefined, partial: bytes.length > RAW_BYTES };
  return rawRows(textGrid(decoded.value.text, given).grid);
}

const rawRows = ({ rows, rowNumbers }: SheetGrid): NonNullable<PackTable['raw']> =>
  rows.slice(0, RAW_ROWS).map((cells, i) => ({ row: rowNumbers?.[i] ?? i + 1, cells: cells.map(plainCell) }));

const SERIAL_EPOCH = 25_569;

const plainCell = (cell: GridCell): string =>
  cell === null ? '' : typeof cell === 'object' ? isoDate(Math.floor(cell.serial) - SERIAL_EPOCH) : String(cell);
