import type { Issue } from '~/domain/issue';
import type { DroppedRow, TableFormat } from '~/domain/packView';
import type { DecimalMark } from '../csv/amountText';
import type { DateOrder } from '../csv/calendarDate';
import type { HeaderPeriod } from './headerPeriod';

const COLUMN_TYPES = ['text', 'number', 'amount', 'percent', 'day', 'month', 'quarter', 'year', 'boolean'] as const;
/**
 * What the cells of a column are. `amount` is money, `number` counts and everything else; `percent` is a ratio (12 % =
 * 0.12); a month is '2024-03', a quarter '2024-Q1', a year '2024'.
 */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/**
 * Why a person should look at a cell; 'none' stands first, so that a flag of 0 says nothing is wrong.
 * unread: it is not what its column is, and kept as written. ambiguous: read in one of two possible ways. unit: it names
 * a unit of its own beside that of its column. filled: taken over from the cell above. unreal: a date that never was.
 */
export const CELL_DOUBTS = ['none', 'unread', 'ambiguous', 'unit', 'filled', 'unreal'] as const;
export type CellDoubt = (typeof CELL_DOUBTS)[number];

export interface DetectedColumn {
  header: string;
  /** Position in the file, from 0; −1 for a column made by unpivoting. */
  source: number;
  type: ColumnType;
  /** Normalised text per row: ISO dates, plain decimals in single units, text as written without outer blanks; null = blank. */
  values: (string | null)[];
  /** Index into `CELL_DOUBTS` per row. */
  doubts: Uint8Array;
  doubtful: number;
  /** Doubtful cells as they are written in the file, by row. */
  written: Map<number, string>;
  /** Exact sum of the cells that are numbers; null for texts and dates. */
  sum: string | null;
  /** What one unit in the file stands for, 10,000 for 万元; 1 for texts. */
  unit: number;
  decimalMark: DecimalMark | null;
  dateOrder: DateOrder | null;
  /** Month, quarter or year its header names, in a wide sheet. */
  period: HeaderPeriod | null;
  /** True where the import of plain files reads every cell as it stands here. */
  plain: boolean;
}

/** A row that could not be cut into cells or holds more cells than there are columns. */
export interface ReportedRow {
  row: number;
  issue: Issue;
  text: string;
}

/** A column that holds nothing of its own: quarter totals, 合计, blank ones. */
export interface DroppedColumn {
  source: number;
  header: string;
  reason: 'blank' | 'subtotal' | 'total';
}

/**
 * A table as it was found in a file. `rowsIn` = `rows` + dropped + reported: nothing is lost without being named.
 * `encoding` and `delimiter` are '' for workbooks; `headerRow` 0 where no row names the columns.
 */
export interface DetectedTable extends TableFormat {
  name: string;
  /** Null for files that are one table. */
  sheet: string | null;
  source: 'text' | 'workbook' | 'web';
  /** Bytes of the byte order mark. */
  bom: number;
  lineEnd: 'lf' | 'cr';
  /** Distinct names of the columns that are kept, as in `columns`. */
  headers: string[];
  columns: DetectedColumn[];
  /** Row in the file per row of `columns`: several rows of an unpivoted table stand for one. */
  rowNumbers: number[];
  /** Rows of the file that are kept; the header's own lines count nowhere. */
  rows: number;
  rowsIn: number;
  dropped: DroppedRow[];
  reported: ReportedRow[];
  droppedColumns: DroppedColumn[];
  /** True where some rows have fewer cells than the header: they are kept, with blanks. */
  ragged: boolean;
  /** Months as columns: as in the file ('wide'), or already one row per month ('unpivoted'). */
  layout: 'long' | 'wide' | 'unpivoted';
  issues: Issue[];
}
