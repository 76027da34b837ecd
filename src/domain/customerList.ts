import type { MemberCode } from './dimension';
import type { Day } from './period';
import type { Condition, LifecycleStage } from './segmentation';

/**
 * Columns of the customer list. A page links to the list by `?tab=list` and any of `tier`, `stage`, `segmentation` with
 * `segment`, `seller`, `region` (codes) and `q` (words), to one customer by `?code=`.
 */
export const LIST_COLUMNS = [
  'name',
  'tier',
  'segment',
  'stage',
  'seller',
  'region',
  'recencyDays',
  'frequency',
  'sales12',
  'trend',
  'salesBefore',
  'growth',
  'target',
  'attainment',
  'nextVisit',
  'risk',
  'silence',
  'alive',
  'share',
  'score',
  'orders',
  'averageOrder',
  'categories',
  'firstOrderDays',
  'settlementMethod',
  'salesMode',
] as const;

/** `attribute:…` is a fact of the customer itself (industry, size …). */
export type ListColumn = (typeof LIST_COLUMNS)[number] | `attribute:${string}`;

export const attributeOf = (column: ListColumn): string | null =>
  column.startsWith('attribute:') ? column.slice('attribute:'.length) : null;

/** Which customers are listed, and in which order. Null = all. */
export interface CustomerListQuery {
  search: string;
  /** 'none': without a tier. */
  tier: 'A' | 'B' | 'C' | 'none' | null;
  stage: LifecycleStage | null;
  /** Whose classes stand in the column *segment*; null = of the first one there is. */
  segmentation: string | null;
  /** One class of it by id; '' = what no class takes. */
  segment: string | null;
  all: Condition[];
  sort: { by: ListColumn; descending: boolean };
}

export interface ListWindow {
  first: number;
  count: number;
  columns: ListColumn[];
}

/**
 * What a column is read as: `money` in minor units, `share` (0.12 = 12 %), `times` a multiple, `day` a day number, `code` a
 * member, `flag` one of few states by number, `trend` twelve months per row.
 */
export type ListKind = 'money' | 'count' | 'share' | 'times' | 'number' | 'day' | 'text' | 'code' | 'flag' | 'trend';

/** One column of a window: numbers with NaN = blank, or texts with '' = blank. */
export interface ListCells {
  column: ListColumn;
  kind: ListKind;
  numbers: Float64Array | null;
  texts: string[] | null;
  /** Over all customers that match; null where no sum can be made, or nobody has one. */
  total: number | null;
}

/** Why a column has nothing to say for anybody. */
export type ListGap = 'noOrders' | 'noYearBefore' | 'noPlan' | 'notInLines' | 'noVisits' | 'noFit' | 'noSegmentation';

export interface CustomerListView {
  first: number;
  /** Customers that match, and all there are. */
  matching: number;
  customers: number;
  codes: Uint32Array;
  cells: ListCells[];
  /** 1 = the tier was set by hand; per row of the window. */
  pinned: Uint8Array;
  asOf: Day | null;
  /** First day of the twelve months. */
  from: Day | null;
  gaps: Partial<Record<ListColumn, ListGap>>;
}

/** What filters can choose among. */
export interface CustomerListChoices {
  segmentations: { id: string; name: string; classes: { id: string; name: string }[] }[];
  sellers: { code: MemberCode; name: string }[];
  regions: { code: MemberCode; name: string }[];
  /** Attributes that any customer has, with their kind and up to 200 of their texts, most frequent first. */
  attributes: { attribute: string; kind: 'number' | 'text'; texts: string[] }[];
}

/** States of the column *risk*, by number. */
export const RISKS = ['none', 'watch', 'high'] as const;

/** What a file of the list is made of, in the language of the page. */
export interface ListFileRequest {
  format: 'csv' | 'xlsx';
  /** Without the trend, which is a picture. */
  columns: ListColumn[];
  name: string;
  heads: string[];
  /** Words of the columns that are states, by number. */
  states: Partial<Record<ListColumn, string[]>>;
  /** Words of the codes in names of classes (`classText`). */
  classWords?: Record<string, string>;
  exportedAt: string;
}
