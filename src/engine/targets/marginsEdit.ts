import type { ColumnData, LineTable, Rows } from '../cube';
import type { Bounds } from './bounds';

export interface MarginsEdit extends Bounds {
  lines: LineTable;
  /** Edited in place; untouched on refusal. */
  column: ColumnData;
  /** Rows of the view that do not overlap, each with its sum over all periods, in minor units. */
  rows: { rows: Rows; total: number }[];
  /** Periods or groups of them that do not overlap, each with its sum over all rows. */
  columns: { periods: number[]; total: number }[];
}
