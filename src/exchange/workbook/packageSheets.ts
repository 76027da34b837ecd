import type { Sheet } from 'hucre/xlsx';
import type { GridCell, SheetGrid } from '../table/sheetGrid';
import { bookBudget, createGrid } from './gridBuilder';
import { shownSheets } from './shownSheets';

export interface PackageSheetsOptions {
  /** How each tab is shown; null = no sheet of cells. */
  states: readonly ('visible' | 'hidden' | 'veryHidden' | null)[];
  only: string | null;
  from1904: boolean;
}

/** What the package that reads old books hands back, as grids. Errors of formulas, which come as texts, become blanks. */
export function packageSheets(sheets: readonly Sheet[], { states, only, from1904 }: PackageSheetsOptions) {
  const budget = bookBudget();
  const heads = sheets.flatMap((sheet, i) => {
    const state = i < states.length ? states[i] : 'visible';
    return state ? [{ name: sheet.name, state, sheet }] : [];
  });
  return shownSheets(heads, only, async ({ name, sheet }): Promise<SheetGrid | null> => {
    const grid = createGrid(budget);
    // Rows may be missing: the package leaves holes.
    for (let row = 0; row < sheet.rows.length; row++) {
      const cells = sheet.rows[row] ?? [];
      for (let column = 0; column < cells.length; column++) grid.put(row, column, cellOf(cells[column], from1904));
    }
    for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
      grid.merge({ row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 });
    return grid.done(name, from1904);
  });
}

const ERRORS: ReadonlySet<string> = new Set([
  ...['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERR!', '#GETTING_DATA'],
]);

function cellOf(value: Sheet['rows'][number][number] | undefined, from1904: boolean): GridCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { serial: serialOf(value, from1904) };
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && ERRORS.has(value) ? null : value;
}

const DAY = 86_400_000;

/** The serial that the package made a date of: 1 January 1900 is 1, and one day in 1900 never was. */
function serialOf(date: Date, from1904: boolean): number {
  const ms = date.getTime();
  const serial = from1904 ? (ms - Date.UTC(1904, 0, 1)) / DAY : (ms - Date.UTC(1899, 11, 31)) / DAY;
  return Math.round((from1904 || serial < 60 ? serial : serial + 1) * 1e10) / 1e10;
}
