/** Our own picture of a workbook, so that the package behind it can be replaced. Rows count from 1, columns from 0 = A. */
export interface Book {
  sheets: BookSheet[];
  names: BookName[];
  title: string;
  /** ISO date and time that the file carries as its time of making. */
  createdAt: string;
  /** Custom document properties: a second anchor for the origin of the file. */
  properties: Record<string, string | number>;
}

export interface BookName {
  name: string;
  /** With the sheet's name quoted: 'plan'!$A$1. */
  range: string;
  /** Name of the sheet it belongs to; absent = the whole book. */
  sheet?: string;
}

export interface BookSheet {
  name: string;
  veryHidden?: boolean;
  columns: BookColumn[];
  rows: BookRow[];
  styles: BookStyle[];
  /** Rows and columns that stay in view. */
  frozen?: { rows: number; columns: number };
  /** Locked cells cannot be changed; no password, as it guards against slips only. */
  isProtected?: boolean;
  /** Cells that turn red when they differ from zero. */
  mustBeZero?: string;
  landscape?: boolean;
  notes?: BookNote[];
  lists?: BookList[];
}

/** Cells that take one of a few words; another one is warned of, not refused. */
export interface BookList {
  range: string;
  values: string[];
}

/** A text that people see when they rest on a cell. */
export interface BookNote {
  row: number;
  column: number;
  text: string;
  author: string;
}

export interface BookColumn {
  width: number;
  /** 0 … 7; the column after a group is its sum. */
  outline?: number;
  hidden?: boolean;
}

export interface BookRow {
  row: number;
  hidden?: boolean;
  /** 0 … 7; deeper levels are the caller's to cap. */
  outline?: number;
  height?: number;
  cells: BookCell[];
}

/** With a formula, `value` is its cached result. A string stays text whatever it starts with; null is an empty cell. */
export interface BookCell {
  column: number;
  /** Index into the sheet's styles. */
  style: number;
  value: string | number | null;
  formula?: string;
}

export interface BookStyle {
  bold?: boolean;
  /** Point size; 11 unless told. */
  size?: number;
  /** RRGGBB. */
  ink?: string;
  fill?: string;
  /** Diagonal lines over the fill: held cells are told apart without colour. */
  hatch?: string;
  format?: string;
  align?: 'left' | 'center' | 'right';
  wrap?: boolean;
  indent?: number;
  lineBelow?: string;
  unlocked?: boolean;
}

/** A sheet's name as formulas and names quote it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
