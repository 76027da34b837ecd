/** A cell as its source holds it. A text file has texts only; a workbook has numbers, and serial days where their format says date. */
export type GridCell = string | number | boolean | null | { serial: number };

/** A block of cells shown as one: its value stands in the first. Counted from 0. */
export interface MergedCells {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** One sheet of a workbook, or one text file, before anybody knows what it means. */
export interface SheetGrid {
  /** Null for files that are one table. */
  name: string | null;
  /** Rows may differ in length; blank rows stay, so that index + 1 is the row a person sees. */
  rows: GridCell[][];
  /** Row as a person counts per row, where records and lines differ (quoted line breaks); absent: index + 1. */
  rowNumbers?: number[];
  merges: MergedCells[];
  /** Serial days count from 1904. */
  from1904: boolean;
}
