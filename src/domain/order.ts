import type { DimensionId } from './dimension';
import type { Issue } from './issue';
import type { Day } from './period';

export const ORDERS_PER_SEGMENT = 65_536;

/** Order lines in columns. Amounts are integer minor units, rounded once per line, half away from zero. */
export interface OrderSegment {
  count: number;
  day: Int32Array;
  /** One column per dimension; 0 = unassigned. */
  codes: Record<DimensionId, Uint32Array>;
  amount: Float64Array;
  /** Null when the source has no quantities. */
  quantity: Float64Array | null;
  /** 53-bit hash of the order number (else of customer and day): equal hash, same order. */
  order: Float64Array;
  /** 53-bit hash that says "the same row again": order number and line, else all mapped values and an ordinal. */
  row: Float64Array;
}

/** Members a batch brings along. Entry 0 stands for *unassigned*; `parent` is an index into the same list, 0 = top. */
export interface BatchMember {
  name: string;
  level: string;
  parent: number;
  /** Other spellings that a person said mean this member. */
  aliases?: string[];
  attributes?: Record<string, string | number>;
}

export interface BatchDimension {
  dimension: DimensionId;
  /** From the top to the leaves. */
  levels: string[];
  members: BatchMember[];
}

export interface ReportedRow {
  /** Row number as a person counts in the file, header = 1. */
  row: number;
  issue: Issue;
  /** The cells of the row as text, for the file of reported rows. */
  cells: string[];
}

/** Nothing is dropped silently: rowsIn = kept + reported; warnings are kept rows that someone should look at. */
export interface ImportReport {
  source: string;
  rowsIn: number;
  kept: number;
  reported: number;
  /** How many per issue code, kept rows with a warning included in `warnings`. */
  byReason: Record<string, number>;
  warnings: Record<string, number>;
  amount: number;
  /** At most 100,000 rows are carried with their cells; the counts above are complete. */
  rows: ReportedRow[];
  headers: string[];
  /** Keys that found no partner in a look-up or master list, with the number of rows: "GTXPro" 729. */
  unmatched: { dimension: DimensionId; name: string; rows: number }[];
}

/** What an import or a sample hands over: codes in the segments are indexes into `dimensions[].members`. */
export interface OrderBatch {
  name: string;
  dimensions: BatchDimension[];
  segments: OrderSegment[];
  coverage: { from: Day; to: Day };
  report: ImportReport;
  /** Files it was read from, in order, with the rows of each that are in the segments. Absent: one source. */
  files?: OrderFileTally[];
  /**
   * What makes a row the same row: order number and line, the order number alone (none of them comes twice), or all its
   * values. Only with a number can a row be the same and yet say something else. Absent: its values.
   */
  identity?: 'line' | 'number' | 'values';
}

/** What one file of several brought. rowsIn = kept + reported, and so with the amounts, in minor units. */
export interface OrderFileTally {
  name: string;
  rowsIn: number;
  kept: number;
  reported: number;
  amountKept: number;
  amountReported: number;
  from: Day | null;
  to: Day | null;
}
