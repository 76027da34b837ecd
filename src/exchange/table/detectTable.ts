import { type Issue, issue } from '~/domain/issue';
import type { TableFormat } from '~/domain/packView';
import { fail, ok, type Result } from '~/domain/result';
import { binaryKind } from '../csv/binaryKind';
import { bookKind } from '../workbook/bookKind';
import { decodeText } from './decodeText';
import type { DetectedTable } from './detectedTable';
import { detectGrid } from './detectGrid';
import type { SheetGrid } from './sheetGrid';
import { textGrid } from './textGrid';

export interface DetectTableOptions {
  /** Name of the file, for issues; its ending is never trusted. */
  name?: string;
  /** The sheet wanted of a workbook; otherwise the first that holds a table. */
  sheet?: string;
  /** What a person has set against the proposal. */
  format?: Partial<TableFormat>;
  /** Year of months that name none, where a person gave it. */
  year?: number;
  /** The bytes are only the beginning of a text file: its last record may be cut and is left out. */
  partial?: boolean;
}

/**
 * The table in a file, whatever the file is: text in any usual encoding with any usual delimiter, a workbook, a web page.
 * Answers how it is to be read (encoding, delimiter, header row, units), its columns with their types and every cell
 * normalised, and which rows and columns are no data, each with its reason: rows in = kept + dropped + reported. A cell that
 * may be read in two ways, or in none, is flagged, and its column has an issue; no amount is guessed silently. Months as
 * columns come as rows. Amounts are exact decimals in single units (万元 × 10,000), blanks are null. Fails with every reason
 * for what is empty, no table, damaged or refused. Never throws for bytes of any kind.
 */
export async function detectTable(bytes: Uint8Array, options: DetectTableOptions = {}): Promise<Result<DetectedTable>> {
  const tables = await detectTables(bytes, options);
  if (!tables.ok) return tables;
  // The sheet with most to say, where several hold tables: a cover or a list of options is short.
  const [first, ...others] = tables.value;
  if (options.sheet !== undefined) return ok(first);
  return ok(
    others.reduce(
      (best, table) => (best.headerRows > 0 && best.rows >= 2 ? best : sizeOf(table) > sizeOf(best) ? table : best),
      first,
    ),
  );
}

const sizeOf = (table: DetectedTable): number => table.rows * table.columns.length;

/** The tables of all sheets of a workbook, or the one of a text file; sheets without a table are passed over. */
export async function detectTables(
  bytes: Uint8Array,
  options: DetectTableOptions = {},
): Promise<Result<DetectedTable[]>> {
  const { name = '', format = {}, year } = options;
  const place = name === '' ? undefined : { file: name };
  if (bytes.length === 0) return fail(issue('import/emptyFile', undefined, place));
  const kind = bookKind(bytes);
  if (kind === null || (kind === 'html' && format.delimiter)) return textTables(bytes, options);
  // Workbooks bring a library with them: it is fetched when one comes.
  const { readBook } = await import('../workbook/readBook');
  const book = await readBook(bytes, options.sheet === undefined ? {} : { sheet: options.sheet });
  if (!book.ok)
    return { ok: false, issues: book.issues.map((found) => ({ ...found, place: { ...place, ...found.place } })) };
  return gridTables(book.value, { name, format, year, source: kind === 'html' ? 'web' : 'workbook' });
}

/** The tables of sheets that were read already. */
export function gridTables(
  grids: readonly SheetGrid[],
  {
    name,
    format = {},
    year,
    source = 'workbook',
  }: { name: string; format?: Partial<TableFormat>; year?: number; source?: DetectedTable['source'] },
): Result<DetectedTable[]> {
  const tables: DetectedTable[] = [];
  const issues: Issue[] = [];
  for (const grid of grids) {
    const how = { encoding: '', bom: 0, lineEnd: 'lf', delimiter: '', blank: [], reported: [], issues: [] } as const;
    const table = detectGrid(grid, { ...how, name, source, format, year });
    if (table.ok) tables.push(table.value);
    else issues.push(...table.issues);
  }
  return tables.length > 0
    ? ok(tables)
    : fail(...(issues.length > 0 ? issues : [issue('import/emptyFile', undefined, { file: name })]));
}

function textTables(
  bytes: Uint8Array,
  { name = '', format = {}, year, partial = false }: DetectTableOptions,
): Result<DetectedTable[]> {
  const place = name === '' ? undefined : { file: name };
  const kind = binaryKind(bytes);
  if (kind !== null) return fail(issue('import/binaryFile', { kind }, place));
  const decoded = decodeText(bytes, format.encoding || undefined, partial);
  if (!decoded.ok) return fail(issue('import/encoding', undefined, place));
  const { text, unsure, ...how } = decoded.value;
  if (text.trim() === '') return fail(issue('import/emptyFile', undefined, place));
  const { grid, delimiter, blank, reported } = textGrid(text, { delimiter: format.delimiter || undefined, partial });
  const issues = unsure ? [issue('import/encodingUnsure', { encoding: how.encoding }, place)] : [];
  if (text.includes('\uFFFD')) issues.push(issue('import/damagedText', undefined, place));
  const table = detectGrid(grid, { ...how, name, source: 'text', format, year, delimiter, blank, reported, issues });
  return table.ok ? ok([table.value]) : table;
}
