import { rowTexts } from '~/exchange/csv/cellText';
import { createCsvScanner } from '~/exchange/csv/scanner';

export interface ScannedRow {
  number: number;
  fault: string;
  cells: string[];
}

/** Scans a text, cut into chunks at the given byte positions. */
export function rowsOf(
  text: string | Uint8Array,
  { delimiter = ',', cuts = [], maxRowBytes }: { delimiter?: string; cuts?: number[]; maxRowBytes?: number } = {},
): ScannedRow[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const rows: ScannedRow[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const scanner = createCsvScanner({
    delimiter: delimiter.charCodeAt(0),
    maxRowBytes,
    onRow: (row) => rows.push({ number: row.number, fault: row.fault, cells: rowTexts(row, decoder) }),
  });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scanner.push(bytes.subarray(from, cut));
    from = Math.max(from, Math.min(cut, bytes.length));
  }
  scanner.push(bytes.subarray(from));
  scanner.end();
  return rows;
}

/** Cuts a text at every byte: the hardest way to feed it. */
export const everyByte = (text: string): number[] =>
  Array.from({ length: new TextEncoder().encode(text).length }, (_, i) => i);
