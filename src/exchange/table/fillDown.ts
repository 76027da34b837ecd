import { cellTextOf, lookOf } from './gridCell';
import type { GridCell, MergedCells } from './sheetGrid';

/** Rows with merged cells written into every cell they cover, from the given row on. Other rows are the same arrays. */
export function fillMerges(rows: readonly GridCell[][], merges: readonly MergedCells[], from: number): GridCell[][] {
  const filled = [...rows];
  const copied = new Set<number>();
  for (const merge of merges) {
    if (merge.row + merge.rows <= from) continue;
    const value = rows[merge.row]?.[merge.column] ?? null;
    if (value === null || value === '') continue;
    // A figure stands for its block once: repeating it would count it again.
    const repeat = typeof value === 'string' ? Number.POSITIVE_INFINITY : 0;
    for (let r = Math.max(merge.row, from); r < Math.min(merge.row + merge.rows, rows.length); r++) {
      if (r > merge.row + repeat || merge.rows === 1) break;
      if (!copied.has(r)) {
        filled[r] = [...filled[r]];
        copied.add(r);
      }
      while (filled[r].length < merge.column) filled[r].push(null);
      filled[r][merge.column] = value;
    }
  }
  return filled;
}

const LEAST_BLANK = 0.3;

/**
 * The rows in which a leading column means what stands above: names written once per group, in the first columns, each in
 * one place only. Null where the layout does not say so; then a blank is a blank.
 */
export function groupedColumn(cells: readonly GridCell[], leading: boolean): number[] | null {
  if (!leading || cells.length < 3 || cellTextOf(cells[0]) === '') return null;
  const seen = new Set<string>();
  const blanks: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const text = cellTextOf(cells[i]);
    if (text === '') {
      blanks.push(i);
      continue;
    }
    if (lookOf(cells[i]) !== 'label' || seen.has(text)) return null;
    seen.add(text);
  }
  return seen.size >= 2 && blanks.length >= cells.length * LEAST_BLANK ? blanks : null;
}
