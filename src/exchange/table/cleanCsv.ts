import { amountFromText } from '../csv/amountText';
import { CELL_DOUBTS, type DetectedColumn, type DetectedTable } from './detectedTable';

export interface CleanCsv {
  /** UTF-8 without byte order mark, commas, LF, a header line. */
  bytes: Uint8Array;
  /** Row in the original file per record behind the header. */
  rowNumbers: number[];
}

const STEP = 1 << 16;
const UNREAD = CELL_DOUBTS.indexOf('unread');

/**
 * A table as a plain file that any reader takes: ISO dates (months as their first day), decimals with a point in single
 * units, percent as a ratio, blanks as nothing. A cell that could not be read stands as it was written, so that the import
 * reports it; a date that may be read in two ways as well, so that the import asks.
 */
export function cleanCsv(table: DetectedTable): CleanCsv {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const { columns, rowNumbers } = table;
  const rows = rowNumbers.length;
  let text = `${columns.map(({ header }) => quoted(header)).join(',')}\n`;
  const only = columns.length === 1;
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < columns.length; c++) {
      const cell = cellOf(columns[c], i);
      text += c === 0 ? cell : `,${cell}`;
      // A blank line would be no record.
      if (only && cell === '') text += '""';
    }
    text += '\n';
    if (text.length > STEP) {
      chunks.push(encoder.encode(text));
      text = '';
    }
  }
  chunks.push(encoder.encode(text));
  return { bytes: concat(chunks), rowNumbers };
}

function cellOf({ type, values, doubts, written }: DetectedColumn, row: number): string {
  const value = values[row];
  if (value === null) return '';
  // An amount that fits no reading of its column must not be taken for one: the question mark makes the import report it.
  if (doubts[row] === UNREAD) return quoted(amountFromText(value, '.') === null ? value : `${value}?`);
  if (doubts[row] !== 0 && type === 'day') return quoted(written.get(row) ?? value);
  switch (type) {
    case 'month':
      return `${value}-01`;
    case 'quarter':
      return `${value.slice(0, 4)}-${String(Number(value.slice(-1)) * 3 - 2).padStart(2, '0')}-01`;
    case 'text':
    case 'boolean':
      return quoted(value);
    default:
      return value;
  }
}

const SPECIAL = /[",\r\n]|^\s|\s$/;

const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
