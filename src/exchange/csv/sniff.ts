import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { binaryKind } from './binaryKind';
import { rowTexts } from './cellText';
import type { CsvFormat } from './csvFormat';
import { distinctHeaders } from './distinctHeaders';
import { type DetectedEncoding, detectEncoding, type Encoding } from './encoding';
import { mendLatin } from './mendLatin';
import { createCsvScanner } from './scanner';
import { type Delimiter, sniffDelimiter } from './sniffDelimiter';
import { delimiterByte } from './textBytes';

export interface SniffedFile {
  format: CsvFormat;
  /** Distinct column names. */
  headers: string[];
  /** Up to 50 rows below the header, as text, as long as they are in the file. */
  sample: string[][];
  /** What is worth saying before anything is imported: duplicate headers. */
  issues: Issue[];
}

export interface SniffOptions {
  file?: string;
  /** Bytes are only the beginning of the file: its last record may be cut. */
  partial?: boolean;
  /** What a person has set against the proposal. */
  format?: Partial<CsvFormat>;
}

const SAMPLE_ROWS = 50;
const TEXT_PROBE = 64 * 1024;
const MAX_HEAD = 1024 * 1024;

/**
 * What a file looks like before it is imported: encoding, delimiter, header and first rows, from its first bytes (256 kB
 * are plenty, beyond 1 MB nothing is looked at). Fails with every reason for empty, binary, undecodable and header-only files. Reads, never changes.
 */
export function sniff(file: Uint8Array, given: SniffOptions = {}): Result<SniffedFile> {
  const bytes = file.subarray(0, MAX_HEAD);
  const options = { ...given, partial: given.partial || file.length > MAX_HEAD };
  const place = options.file === undefined ? undefined : { file: options.file };
  if (bytes.length === 0) return fail(issue('import/emptyFile', undefined, place));
  const kind = binaryKind(bytes);
  if (kind !== null) return fail(issue('import/binaryFile', { kind }, place));
  const encoding = chosenEncoding(bytes, options.format);
  if (!encoding) return fail(issue('import/encoding', undefined, place));
  const text = decodeHead(bytes.subarray(encoding.bom), encoding.encoding, options.partial);
  if (text.trim() === '') return fail(issue('import/emptyFile', undefined, place));

  const probe = text.slice(0, TEXT_PROBE);
  const delimiter = options.format?.delimiter ?? sniffDelimiter(probe);
  const lineEnd = options.format?.lineEnd ?? (!probe.includes('\n') && probe.includes('\r') ? 'cr' : 'lf');
  const { rows, numbers } = firstRows(lineEnd === 'cr' ? text.replaceAll('\r', '\n') : text, delimiter, options);
  const header = options.format?.headerRow ? numbers.indexOf(options.format.headerRow) : headerIndex(rows);
  if (rows[header] === undefined) return fail(issue('import/emptyFile', undefined, place));
  const { headers, duplicates } = distinctHeaders(rows[header]);
  const sample = rows.slice(header + 1, header + 1 + SAMPLE_ROWS);
  if (sample.length === 0) return fail(issue('import/headerOnly', { columns: headers.length }, place));
  const issues = duplicates.map((column) => issue('import/duplicateHeader', { column }, { ...place, column }));
  const format: CsvFormat = { ...encoding, delimiter, lineEnd, headerRow: numbers[header] };
  return ok({ format, headers, sample, issues });
}

function chosenEncoding(bytes: Uint8Array, chosen: Partial<CsvFormat> = {}): DetectedEncoding | null {
  const detected = detectEncoding(bytes);
  if (chosen.encoding === undefined) return detected;
  return { encoding: chosen.encoding, bom: detected?.encoding === chosen.encoding ? detected.bom : 0 };
}

const decodeHead = (bytes: Uint8Array, encoding: Encoding, partial: boolean): string =>
  mendLatin(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: partial }), encoding);

/** The first records by the same scanner that imports, so that the preview is what will be imported. */
function firstRows(text: string, delimiter: Delimiter, options: SniffOptions): { rows: string[][]; numbers: number[] } {
  const rows: string[][] = [];
  const numbers: number[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const limit = SAMPLE_ROWS + HEADER_PROBE + (options.format?.headerRow ?? 0);
  const scanner = createCsvScanner({
    delimiter: delimiterByte(delimiter),
    onRow(row) {
      if (rows.length >= limit || row.fault !== 'none') return;
      rows.push(rowTexts(row, decoder));
      numbers.push(row.number);
    },
  });
  scanner.push(new TextEncoder().encode(text));
  if (!options.partial) scanner.end();
  else if (rows.length === 0) scanner.end();
  return { rows, numbers };
}

const HEADER_PROBE = 30;

/** The first record that fills at least six of ten columns: titles and remarks above a table fill one or two. */
function headerIndex(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 0;
  for (const [candidate, count] of widths) {
    if (count > (widths.get(width) ?? 0) || (count === widths.get(width) && candidate > width)) width = candidate;
  }
  const index = rows
    .slice(0, HEADER_PROBE)
    .findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= Math.max(1, width * 0.6));
  return Math.max(index, 0);
}
