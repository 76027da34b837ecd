import { QUOTE } from './bytes';
import type { CsvRow } from './scanner';

/** The text of one cell: decoded, doubled quotes halved. A cell the record does not have is the empty text. */
export function cellText(row: CsvRow, index: number, decoder: TextDecoder): string {
  if (index >= row.count || index >= row.starts.length) return '';
  const bytes = row.bytes.subarray(row.starts[index], row.ends[index]);
  return decoder.decode(row.escaped[index] === 1 ? halveQuotes(bytes) : bytes);
}

/** All cells of a record as text. */
export const rowTexts = (row: CsvRow, decoder: TextDecoder): string[] =>
  Array.from({ length: Math.min(row.count, row.starts.length) }, (_, i) => cellText(row, i, decoder));

/** The bytes of a quoted cell with every doubled quote as one. */
export function halveQuotes(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    out[length++] = bytes[i];
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i++;
  }
  return out.subarray(0, length);
}
