import { issue } from '~/domain/issue';
import { Refusal } from '../archive/refusal';
import type { GridCell, MergedCells, SheetGrid } from '../table/sheetGrid';

/** What all sheets of a book may hold together: gaps before a cell count as cells, as they take memory. */
export interface GridBudget {
  cells: number;
  characters: number;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** No spreadsheet program takes a longer text into one cell. */
const LONGEST_TEXT = 32_767;
const MOST_MERGES = 100_000;

/** Twenty million cells: a million rows of twenty columns. */
export const bookBudget = (): GridBudget => ({ cells: 20_000_000, characters: 200_000_000 });

/** A sheet while it is read. Rows and columns count from 0; what leads beyond any real sheet throws a `Refusal`. */
export interface GridBuilder {
  put(row: number, column: number, value: GridCell): void;
  merge(cells: MergedCells): void;
  /** Null where nothing stands in it. Rows below the last value are left out. */
  done(name: string | null, from1904: boolean): SheetGrid | null;
}

/** Takes the cells of a sheet in any order and gives its rows; refuses where there are more than the budget of the book allows. */
export function createGrid(budget: GridBudget): GridBuilder {
  const rows: GridCell[][] = [];
  const merges: MergedCells[] = [];
  let width = 0;

  const fill = (until: number): GridCell[] => {
    budget.cells -= until + 1 - rows.length;
    if (budget.cells < 0) throw new Refusal(issue('workbook/tooManyCells'));
    while (rows.length <= until) rows.push([]);
    return rows[until];
  };

  return {
    put(row, column, value) {
      if (value === null || value === '') return;
      if (!(row >= 0 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN))
        throw new Refusal(issue('workbook/unsafe', { what: 'cell' }));
      const cells = row < rows.length ? rows[row] : fill(row);
      if (column >= cells.length) {
        budget.cells -= column + 1 - cells.length;
        if (budget.cells < 0) throw new Refusal(issue('workbook/tooManyCells'));
        while (cells.length < column) cells.push(null);
        if (column >= width) width = column + 1;
      }
      if (typeof value === 'string') {
        budget.characters -= value.length;
        if (value.length > LONGEST_TEXT || budget.characters < 0) throw new Refusal(issue('workbook/tooManyCells'));
      }
      cells[column] = value;
    },
    merge(cells) {
      if (merges.length < MOST_MERGES) merges.push(cells);
    },
    done: (name, from1904) =>
      rows.length === 0 ? null : { name, rows, merges: realMerges(merges, { rows: rows.length, width }), from1904 },
  };
}

/**
 * Merged blocks cut to the part of the sheet that is used. Real ones never lie over each other, so together they cannot
 * cover more than the sheet; what would is left out, so that filling them costs no more than the sheet itself.
 */
function realMerges(merges: readonly MergedCells[], used: { rows: number; width: number }): MergedCells[] {
  let left = used.rows * used.width;
  const real: MergedCells[] = [];
  for (const { row, column, rows, columns } of merges) {
    const cut = { row, column, rows: Math.min(rows, used.rows - row), columns: Math.min(columns, used.width - column) };
    const area = cut.rows * cut.columns;
    if (!(row >= 0 && column >= 0 && cut.rows > 0 && cut.columns > 0 && area > 1) || area > left) continue;
    left -= area;
    real.push(cut);
  }
  return real;
}
