import { rowTexts } from '../csv/cellText';
import type { CsvRow } from '../csv/scanner';
import type { CellFixer } from '../sources/cellFixes';

/** Hands rows on as a person mended them; a row that nobody touched passes as it is. The bytes are UTF-8. */
export function mendedRows(
  onRow: (row: CsvRow) => void,
  { fixer, headerRow, rowNumbers }: { fixer: CellFixer; headerRow: number; rowNumbers: ArrayLike<number> | null },
): (row: CsvRow) => void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const encoder = new TextEncoder();
  return (row) => {
    if (row.number <= headerRow || row.fault !== 'none') {
      onRow(row);
      return;
    }
    const texts = rowTexts(row, decoder);
    const { cells } = fixer.mend(rowNumbers?.[row.number - headerRow - 1] ?? row.number, texts);
    onRow(cells === texts ? row : rowOf(row, cells, encoder));
  };
}

function rowOf(row: CsvRow, cells: readonly string[], encoder: TextEncoder): CsvRow {
  const parts = cells.map((cell) => encoder.encode(cell));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  const starts = new Int32Array(parts.length);
  const ends = new Int32Array(parts.length);
  let at = 0;
  parts.forEach((part, i) => {
    bytes.set(part, at);
    starts[i] = at;
    at += part.length;
    ends[i] = at;
  });
  return { ...row, bytes, starts, ends, count: cells.length, escaped: new Uint8Array(parts.length) };
}
