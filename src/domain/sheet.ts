import type { At } from './cell';
import type { DimensionId, MemberCode } from './dimension';
import type { Day, PeriodId } from './period';
import type { Column } from './plan';

/**
 * How numbers are shown: as they are, against something, or per working day. `value` and `shareOfParent` are typed as they
 * are shown.
 */
export const SHOW_AS = ['value', 'shareOfParent', 'shareOfTotal', 'growth', 'perWorkingDay'] as const;
export type ShowAs = (typeof SHOW_AS)[number];

/** What stands across: periods, or the members of a dimension at one of its levels, for some periods together. */
export type SheetAcross =
  | { kind: 'time' }
  | { kind: 'members'; dimension: DimensionId; level: string; periods: PeriodId[] };

/** What the plan screen asks for. Filters and open rows are by code and path, never by row number. */
export interface SheetQuery {
  /** Order of the dimensions from the outermost in. */
  dimensions: DimensionId[];
  column: Column;
  /** Ids of hierarchies where another than the main one of a dimension is wanted. */
  hierarchies?: Record<DimensionId, string>;
  /** Absent: time. */
  across?: SheetAcross;
  /** Only these members and what lies under them; an edit moves only what is shown. */
  filters?: { dimension: DimensionId; members: MemberCode[] }[];
  /** Absent: value. */
  showAs?: ShowAs;
  /** Another column beside it: its value, the difference, the difference as a share. */
  compare?: Column | null;
  /** The proposal from below beside it, with the gap. */
  proposal?: boolean;
  /** Other measures of the same scenario and line, each with its year total. */
  measures?: string[];
  /** Facts by the seller and region written on the order, or by today's owner of the customer. Absent: as it was. */
  owners?: 'asWas' | 'asIs';
  /** The day whose owners count: the host's today. Absent: every change of hands that is known. */
  ownersOn?: Day;
  /** Ids of open rows; null opens the first level only. */
  open: string[] | null;
}

/** A column of the sheet: a month, a quarter, the year, or something shown beside them. */
export interface SheetField {
  /** 'm:2027-01', 'q:2027-Q1', 'y:2027', or one of the companions. */
  id: string;
  /**
   * `month` is any leaf period, weeks as well; `total` all years together; `member` a member across. `compare`,
   * `difference` and `differenceShare` belong to `column`; `measure` shows another measure.
   */
  kind:
    | 'month'
    | 'quarter'
    | 'half'
    | 'year'
    | 'total'
    | 'member'
    | 'lastYear'
    | 'growth'
    | 'goal'
    | 'unallocated'
    | 'overAssignment'
    | 'compare'
    | 'difference'
    | 'differenceShare'
    | 'proposal'
    | 'gap'
    | 'measure'
    | 'trend';
  /** Leaf periods it covers. */
  periods: PeriodId[];
  editable: boolean;
  /** Numbers are shares (0.1 = 10 %), not amounts. */
  isRatio?: boolean;
  /** What is typed is a share of the row above it in the same periods. */
  ofParent?: boolean;
  /** Another column than the sheet's. */
  column?: Column;
  /** Beside the row's address: the member across. */
  at?: At;
  /** Name of a member across, of a measure or of a scenario. */
  label?: string;
  /** Id of the field it is a part of: a month's quarter, a quarter's half or year. */
  parent?: string;
  /** Decimals of its numbers where they are no money of the plan. */
  scale?: number;
  unit?: string;
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
  /** The same without the filters of the query; absent = as many. */
  allRows?: number;
  /** More rows are open than a sheet shows at once (50,000). */
  isCut?: boolean;
  /** Members across that found no column of their own; their numbers are in the total. */
  membersLeft?: number;
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
  /** Twelve numbers per row for the small line of the row (the plan by period), where the sheet has a field `trend`. */
  trend?: Float64Array;
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

/** A note is at this very cell. */
export const CELL_NOTE = 1024;
/** A lasting minimum or maximum bounds this very cell. */
export const CELL_LIMIT = 2048;
/** The measure is not planned, or has no meaning, at this node. */
export const CELL_NONE = 4096;
/** Its value or a part of it differs from the compared column. */
export const CELL_DIFFERS = 8192;

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

/** The row a row is a part of; the total is its own. */
export function rowAbove(rowId: string): string {
  const slash = rowId.lastIndexOf('/');
  return slash < 0 ? ALL_ROWS : rowId.slice(0, slash);
}

export const rowPart = (dimension: DimensionId, code: MemberCode): string => `${dimension}:${code}`;
