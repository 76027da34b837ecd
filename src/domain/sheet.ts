import type { At } from './cell';
import type { DimensionId, MemberCode } from './dimension';
import type { PeriodId } from './period';
import type { Column } from './plan';

/** What the plan screen asks for. Filters and open rows are by code and path, never by row number. */
export interface SheetQuery {
  /** Order of the dimensions from the outermost in. */
  dimensions: DimensionId[];
  column: Column;
  /** Ids of open rows; null opens the first level only. */
  open: string[] | null;
}

/** A column of the sheet: a month, a quarter, the year, or something shown beside them. */
export interface SheetField {
  /** 'm:2027-01', 'q:2027-Q1', 'y:2027', or one of the companions. */
  id: string;
  kind: 'month' | 'quarter' | 'year' | 'lastYear' | 'growth' | 'goal' | 'unallocated' | 'overAssignment';
  /** Leaf periods it covers. */
  periods: PeriodId[];
  editable: boolean;
}

/** Rows that are open, in columns: labels cross once per view, numbers follow as blocks. */
export interface SheetRows {
  sheet: number;
  /** Rises when rows open, close, appear or go. */
  version: number;
  fields: SheetField[];
  /** Path of dimension:code, parts separated by '/': stable over sort, filter and reload. Row 0 is the total, id 'all'. */
  ids: string[];
  labels: string[];
  level: Uint8Array;
  /** Bits of ROW_FLAGS. */
  flags: Uint8Array;
  /** All rows of the tree, open or not, without the total. */
  totalRows: number;
}

export const ROW_PARENT = 1;
export const ROW_OPEN = 2;

/** Numbers of consecutive rows: `values[row * fields.length + field]` in minor units (ratios as they are). */
export interface SheetBlock {
  sheet: number;
  version: number;
  revision: number;
  first: number;
  count: number;
  values: Float64Array;
  /** Bits of CELL_*; a value whose flags say blank or unknown has no meaning. */
  flags: Uint16Array;
  footer: SheetFooter;
}

export interface SheetFooter {
  /** Sum of all leaves in the year. */
  allocated: number | null;
  /** Goal of the whole plan, null where none was set. */
  goal: number | null;
  unallocated: number | null;
  /** Some row below the total has a goal of its own. */
  hasNodeGoals: boolean;
  holds: number;
  /** Orders of the plan's year that have no line: `plan/alignLines` adds them. */
  notInPlan: number | null;
}

export const CELL_BLANK = 1;
export const CELL_UNKNOWN = 2;
export const CELL_HELD_ALL = 4;
export const CELL_HELD_SOME = 8;
/** A record holds the total of this very cell. */
export const CELL_TOTAL_HELD = 16;
/** A person typed, pasted or imported it. */
export const CELL_INPUT = 32;
export const CELL_CLOSED = 64;
/** A record freezes this very cell. */
export const CELL_FROZEN = 128;
/** There was nothing to compare with: a new member. */
export const CELL_NEW = 256;
/** Only part of the months behind it is known; the value is the sum of that part. */
export const CELL_PARTIAL = 512;

export const ALL_ROWS = 'all';

/** The address of a row: the deepest node of each dimension on its path. */
export function atOfRow(rowId: string): At {
  const at: At = {};
  if (rowId === ALL_ROWS) return at;
  for (const part of rowId.split('/')) {
    const colon = part.lastIndexOf(':');
    at[part.slice(0, colon)] = Number(part.slice(colon + 1));
  }
  return at;
}

export const rowPart = (dimension: DimensionId, code: MemberCode): string => `${dimension}:${code}`;
