import type { DimensionId } from './dimension';
import type { Issue } from './issue';
import type { Day } from './period';
import type { SourceKind } from './source';
import type { ImportPreview } from './view';

/** How the bytes of a table are read. Everything here can be set by hand against the proposal. */
export interface TableFormat {
  /** '' for workbooks. */
  encoding: string;
  /** '' for workbooks and web pages. */
  delimiter: string;
  /** Row of the (last) header line as a person counts in the file, from 1, and how many lines it has. */
  headerRow: number;
  headerRows: number;
  /** What one unit of its amounts stands for: 10,000 where the title says 万元. */
  unit: number;
  /** Months as columns are read as rows of month and amount. */
  unpivot: boolean;
  dateOrder: 'ymd' | 'mdy' | 'dmy' | null;
  decimalMark: '.' | ',' | null;
  /** Serial days of a workbook count from 1904. */
  from1904: boolean;
}

/** A row that is no data: title, blank line, subtotal. Told, never silently skipped. */
export interface DroppedRow {
  row: number;
  reason: 'blank' | 'title' | 'header' | 'subtotal' | 'total' | 'note';
  text: string;
}

/** One table on its way in: a text file is one, a workbook has one per sheet. */
export interface PackTable {
  id: string;
  file: string;
  /** Null for files that are one table. */
  sheet: string | null;
  size: number;
  format: TableFormat;
  /** Distinct names of the columns; two-line headers are joined. */
  headers: string[];
  /** Up to 50 rows as they will be read. */
  sample: string[][];
  /** Null where the file is too large to be read before the check. */
  rows: number | null;
  dropped: DroppedRow[];
  issues: Issue[];
  /** Its first 20 or so rows as they stand in the file, title and blank lines too: to choose the header line among. */
  raw?: { row: number; cells: string[] }[];
  /** Why it is proposed to be left out: a read-me, a dictionary of columns, the same rows as another file. */
  leftOutBecause?: 'note' | 'sameRows' | 'notUnderstood';
}

/** Mends cells before they are read: one cell by its row in the file, or every cell of a column that says so. */
export type CellFix =
  /** `from` is what stood there, so that the same can be mended wherever it stands. */
  { column: string; row: number; to: string; from?: string } | { column: string; from: string; to: string };

/** How a row meets one of the same key that is there already: take it, leave it, or a file replaces the whole kind. */
export type MergeRule = 'update' | 'onlyNew' | 'replace';

/** What a person settles about one table. */
export interface TableChoice {
  table: string;
  /** A look-up is joined to the orders of the pack by a key. */
  use: 'source' | 'lookup' | 'ignored';
  /** One table may be orders and opportunities at once. */
  kinds: SourceKind[];
  /** Per kind other than orders: field → header. */
  fields: Partial<Record<SourceKind, Record<string, string>>>;
  key: Partial<Record<SourceKind, string[]>>;
  merge: Partial<Record<SourceKind, MergeRule>>;
  /** The day the source is complete to; null = its newest row. */
  asOf: Day | null;
  fixes: CellFix[];
}

/** How sure a proposal is: `known` was read like this before and needs no question. */
export type Certainty = 'known' | 'sure' | 'likely' | 'none';

/** A cell that cannot be taken as it is. */
export interface CellError {
  /** Row as a person counts in the file. */
  row: number;
  column: string;
  value: string;
  issue: Issue;
  /** False: the row is kept, but someone should look. */
  reported: boolean;
}

/** What one table would do as one kind. rowsIn = kept + reported, and so with the amounts. */
export interface TablePreview {
  table: string;
  kind: SourceKind;
  rowsIn: number;
  kept: number;
  reported: number;
  byReason: Record<string, number>;
  /** Minor units; null where the kind has no amount. */
  amountIn: number | null;
  amountKept: number | null;
  amountReported: number | null;
  /** Against what is there: by key. */
  merge: { new: number; changed: number; same: number; gone: number };
  before: { rows: number; amount: number | null };
  after: { rows: number; amount: number | null };
  from: Day | null;
  to: Day | null;
  /** At most 1,000. */
  errors: CellError[];
  /** Names without a member: new ones are made, these are only told where a list of members is there already. */
  unmatched: { dimension: DimensionId; name: string; rows: number }[];
}

export interface PackPreview {
  tables: TablePreview[];
  /** Null where the pack has no orders. */
  orders: ImportPreview | null;
  /** Reasons why it cannot be imported as it stands. */
  issues: Issue[];
}

/** A window of a table's rows with what is wrong in them, to mend in place. */
export interface TableRowsQuery {
  table: string;
  kind: SourceKind;
  first: number;
  count: number;
  onlyErrors: boolean;
}

export interface TableRows {
  headers: string[];
  rows: { row: number; cells: string[]; errors: { column: string; issue: Issue }[]; fixed: string[] }[];
  /** Rows after the filter. */
  matching: number;
}
