/** A cell by its place in the table on screen. */
export interface GridPlace {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that a page down leaps. */
  page: number;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most - 1));

/** Where a key leads from a cell, as in a spreadsheet; null where the key is no move. */
export function moveBy(
  key: { key: string; ctrl: boolean },
  from: GridPlace,
  { rows, columns, page }: GridSize,
): GridPlace | null {
  const to = (row: number, column: number): GridPlace => ({ row: clamp(row, rows), column: clamp(column, columns) });
  switch (key.key) {
    case 'ArrowUp':
      return key.ctrl ? to(0, from.column) : to(from.row - 1, from.column);
    case 'ArrowDown':
      return key.ctrl ? to(rows, from.column) : to(from.row + 1, from.column);
    case 'ArrowLeft':
      return key.ctrl ? to(from.row, 0) : to(from.row, from.column - 1);
    case 'ArrowRight':
      return key.ctrl ? to(from.row, columns) : to(from.row, from.column + 1);
    case 'Home':
      return key.ctrl ? to(0, 0) : to(from.row, 0);
    case 'End':
      return key.ctrl ? to(rows, columns) : to(from.row, columns);
    case 'PageUp':
      return to(from.row - page, from.column);
    case 'PageDown':
      return to(from.row + page, from.column);
    default:
      return null;
  }
}

/** Lines of a pasted block, one per row below the active cell; exactly one line break at the end is none of them. */
export function pastedLines(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}
