import { columnsOf, type GridRect, rowsOf } from './gridRange';

/** Where a copied block goes, and what of it finds no place. */
export interface PasteArea {
  rect: GridRect;
  /** Rows and columns of the block that lie beyond the sheet. */
  lostRows: number;
  lostColumns: number;
}

/**
 * One value fills the whole selection; a block is laid as often as it fits into a selection that is a whole multiple of it;
 * otherwise it is laid once from the upper left corner, and what would stand beyond the sheet is left out.
 */
export function pasteArea(
  block: { rows: number; columns: number },
  selected: GridRect,
  sheet: { rows: number; columns: number },
): PasteArea {
  const tiles = rowsOf(selected) % block.rows === 0 && columnsOf(selected) % block.columns === 0;
  const rows = tiles ? rowsOf(selected) : block.rows;
  const columns = tiles ? columnsOf(selected) : block.columns;
  const bottom = Math.min(sheet.rows - 1, selected.top + rows - 1);
  const right = Math.min(sheet.columns - 1, selected.left + columns - 1);
  const rect = { top: selected.top, left: selected.left, bottom, right };
  return { rect, lostRows: rows - rowsOf(rect), lostColumns: columns - columnsOf(rect) };
}
