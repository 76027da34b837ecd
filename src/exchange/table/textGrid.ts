import { type Issue, issue } from '~/domain/issue';
import { type CsvRow, createCsvScanner } from '../csv/scanner';
import { sniffDelimiter } from '../csv/sniffDelimiter';
import { alignedColumns } from './alignedColumns';
import type { ReportedRow } from './detectedTable';
import type { SheetGrid } from './sheetGrid';

/** A text file cut into cells; `blank` are the numbers of its empty lines, which `grid` leaves out. */
export interface TextGrid {
  grid: SheetGrid;
  delimiter: string;
  blank: number[];
  reported: ReportedRow[];
}

const TEXT_PROBE = 64 * 1024;
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/**
 * Cuts a text by the delimiter given or found, by the same scanner that imports. Columns that are aligned by blanks alone
 * are cut at the gaps all lines share (delimiter ' '). A record with a broken quote is reported, never guessed at.
 */
export function textGrid(text: string, { delimiter, partial }: { delimiter?: string; partial?: boolean }): TextGrid {
  const announced = SEPARATOR_LINE.exec(text.slice(0, 10))?.[1];
  const probe = text.slice(0, TEXT_PROBE);
  const found = delimiter || announced || sniffDelimiter(probe);
  const aligned =
    delimiter === ' ' || (!delimiter && !announced) ? alignedColumns(text, found, delimiter === ' ') : null;
  const cut =
    aligned === null && found.length === 1 && found !== ' ' && found !== '"' && found < '\u0080' ? found : '\t';
  const rows: SheetGrid['rows'] = [];
  const rowNumbers: number[] = [];
  const blank: number[] = [];
  const reported: ReportedRow[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let next = 1;
  const scanner = createCsvScanner({
    delimiter: cut.charCodeAt(0),
    onRow(row) {
      while (next < row.number) blank.push(next++);
      next = row.number + 1;
      // A record with more cells than can be held is no row of a table.
      if (row.fault === 'none' && row.count <= row.starts.length) {
        rows.push(cellsOf(row, decoder));
        rowNumbers.push(row.number);
      } else reported.push(reportOf(row, decoder));
    },
  });
  pushText(aligned ?? text, scanner.push);
  if (!partial || rows.length === 0) scanner.end();
  const grid: SheetGrid = { name: null, rows, rowNumbers, merges: [], from1904: false };
  return { grid, delimiter: aligned === null ? cut : ' ', blank, reported };
}

const STEP = 1024 * 1024;

/** A piece at a time, never between the two halves of a character. */
function pushText(text: string, push: (bytes: Uint8Array) => void): void {
  const encoder = new TextEncoder();
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + STEP);
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last < 0xdc00) to--;
    push(encoder.encode(text.slice(from, to)));
    from = to;
  }
}

function reportOf(row: CsvRow, decoder: TextDecoder): ReportedRow {
  const code = row.fault === 'quote' ? 'import/unterminatedQuote' : 'import/raggedRow';
  const text = decoder.decode(row.bytes.subarray(row.starts[0], row.ends[0]));
  return {
    row: row.number,
    issue: issue(code, undefined, { row: row.number }) satisfies Issue,
    text: text.slice(0, 500),
  };
}

/** One decoding per record: cells are slices of it, found by counting characters instead of decoding each cell. */
function cellsOf(row: CsvRow, decoder: TextDecoder): string[] {
  const { bytes, starts, ends, escaped } = row;
  const { count } = row;
  const from = starts[0];
  const text = decoder.decode(bytes.subarray(from, ends[count - 1]));
  const plain = text.length === ends[count - 1] - from;
  const cells = new Array<string>(count);
  let byte = from;
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (plain) {
      byte = starts[i];
      at = byte - from;
    }
    for (; byte < starts[i]; byte++) at += unitsOf(bytes[byte]);
    const start = at;
    if (plain) at += ends[i] - starts[i];
    else for (; byte < ends[i]; byte++) at += unitsOf(bytes[byte]);
    const cell = text.slice(start, at);
    cells[i] = escaped[i] === 1 ? cell.replaceAll('""', '"') : cell;
  }
  return cells;
}

/** UTF-16 units that begin with this byte of UTF-8. */
const unitsOf = (byte: number): number => (byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xf0 ? 1 : 2);
