import { rowTexts } from '../csv/cellText';
import { createCsvScanner } from '../csv/scanner';
import { sniffDelimiter } from '../csv/sniffDelimiter';
import { delimiterByte } from '../csv/textBytes';

export interface TextRow {
  /** As a person counts, the first = 1; blank lines count. */
  number: number;
  cells: string[];
}

/** The rows of a pasted or decoded table, blank ones left out; cells trimmed. A row with a broken quote is one cell. */
export function textTable(text: string): TextRow[] {
  const rows: TextRow[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  // Whoever pastes from a sheet sends tabs; commas are then part of the numbers.
  const delimiter = text.includes('\t') ? '\t' : sniffDelimiter(text);
  const scanner = createCsvScanner({
    delimiter: delimiterByte(delimiter),
    onRow(row) {
      const cells = rowTexts(row, decoder).map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) rows.push({ number: row.number, cells });
    },
  });
  scanner.push(new TextEncoder().encode(text.includes('\n') ? text : text.replaceAll('\r', '\n')));
  scanner.end();
  return rows;
}
