import type { ReadByHand } from '~/domain/importProfile';
import type { TableFormat } from '~/domain/packView';
import type { DecimalMark } from '../csv/amountText';
import { rowTexts } from '../csv/cellText';
import type { CsvFormat } from '../csv/csvFormat';
import { fileChunks } from '../csv/fileChunks';
import { createCsvScanner } from '../csv/scanner';
import { delimiterByte, scanEncoding, textBytes } from '../csv/textBytes';

/** Where the rows of a table are read from: the file as it is, or a clean copy of what was found in it. */
export interface TableSource {
  id: string;
  /** What a person knows it by in reports. */
  file: string;
  blob: Blob;
  /** How the bytes are cut. */
  csv: CsvFormat;
  headers: string[];
  /** Row in the file per row of a clean copy; null: counted as they come. */
  rowNumbers: Uint32Array | null;
  /** Rows that were reported when the clean copy was made, as they are not in it. */
  reported: TableTexts['broken'];
  /** What one unit of its amounts stands for, where that is not in the cells yet. */
  unit: number;
  /** What a person set against the proposal. */
  byHand?: ReadByHand;
  /** Signature of the headers it showed before a person set anything. */
  seenAs?: string;
  dateOrder: TableFormat['dateOrder'];
  decimalMark: DecimalMark | null;
}

/** Rows of a table as text, with the row a person counts in the file. */
export interface TableTexts {
  headers: string[];
  rows: string[][];
  numbers: number[];
  /** Rows that cannot be cut into cells: a broken quote, or more cells than headers. */
  broken: { row: number; code: 'import/raggedRow' | 'import/unterminatedQuote'; cells: string[] }[];
}

export interface ReadLimits {
  /** Rows after which reading stops; absent: all. */
  rows?: number;
  signal?: { readonly aborted: boolean };
  onBytes?(bytes: number): void;
}

/** Reads a table as text. Rows shorter than the header are blank behind their end. Blank lines are no rows. */
export async function tableTexts(source: TableSource, limits: ReadLimits = {}): Promise<TableTexts> {
  const { csv, headers, rowNumbers } = source;
  const texts: TableTexts = { headers, rows: [], numbers: [], broken: [...source.reported] };
  const most = limits.rows ?? Number.POSITIVE_INFINITY;
  const decoder = new TextDecoder(scanEncoding(csv), { ignoreBOM: true });
  const scanner = createCsvScanner({
    delimiter: delimiterByte(csv.delimiter),
    onRow(row) {
      if (row.number <= csv.headerRow || texts.rows.length >= most) return;
      const cells = rowTexts(row, decoder);
      const number = rowNumbers?.[row.number - csv.headerRow - 1] ?? row.number;
      if (row.fault !== 'none') {
        const code = row.fault === 'quote' ? 'import/unterminatedQuote' : 'import/raggedRow';
        texts.broken.push({ row: number, code, cells });
      } else if (cells.length > headers.length && cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
        texts.broken.push({ row: number, code: 'import/raggedRow', cells });
      } else {
        while (cells.length < headers.length) cells.push('');
        cells.length = headers.length;
        texts.rows.push(cells);
        texts.numbers.push(number);
      }
    },
  });
  let bytes = 0;
  for await (const chunk of textBytes(fileChunks(source.blob), csv)) {
    if (limits.signal?.aborted || texts.rows.length >= most) break;
    scanner.push(chunk);
    bytes += chunk.length;
    limits.onBytes?.(bytes);
  }
  if (texts.rows.length < most) scanner.end();
  return texts;
}
