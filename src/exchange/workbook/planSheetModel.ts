import type { Money } from '~/domain/money';
import type { PeriodId } from '~/domain/period';
import type { PlanYear } from '~/domain/planYears';

/**
 * All texts of the sheet, in the language of the person who exports. `columns` is keyed by column key
 * ('m:2027-01', 'q:2027-Q1', 'y:2027', 't:all', 'lastYear', 'growth'); a key without a text shows the key itself.
 * `dataName` and `revisionName` become defined names, after characters that a name cannot have were replaced.
 */
export interface PlanSheetHeadings {
  sheet: string;
  name: string;
  check: string;
  dataName: string;
  revisionName: string;
  columns: Readonly<Record<string, string>>;
}

/**
 * One node of the tree, parents before their parts, all parts of a node together.
 * `values` holds one amount per leaf period of the plan; it counts for leaves and for nodes whose parts are not in the
 * sheet. A node with parts in the sheet is always the sum of its parts, so that the sheet agrees with itself.
 */
export interface PlanSheetRow {
  id: string;
  parentId: string | null;
  /** 0 for the top, parent's level + 1 below. */
  level: number;
  name: string;
  isLeaf: boolean;
  /** Keys of the columns in which the cell is held. */
  heldCells: readonly string[];
  values: readonly (Money | null)[];
  /** By column key, what stands in quarters, years and the total where they are no sums of their parts. */
  spans?: Readonly<Record<string, number | null>>;
  /** What people wrote at cells of the row, by column key. */
  notes?: readonly { key: string; text: string; author: string }[];
  /** The year before the first one, null where nothing is known. The two companion columns come when at least one row has it. */
  lastYear?: Money | null;
}

/**
 * What adds up in the column that is shown. `all`: members and time, as money does; `members`: a balance, which closes over
 * time and is not summed there; `nothing`: ratios and distinct counts, which stand as they are, without any formula.
 */
export type PlanSums = 'all' | 'members' | 'nothing';

/** A plan as one sheet: plain data, ready to cross a worker boundary. Amounts are integer minor units; null = blank. */
export interface PlanSheetModel {
  title: string;
  unitNote: string;
  filterNote: string;
  planId: string;
  revision: number;
  /** ISO date and time, given by the caller: nothing here reads a clock. */
  exportedAt: string;
  currency: { code: string; symbol: string };
  /** Decimals of the amounts: those of the currency, or of the measure. */
  minorUnit: number;
  /** Absent: all. */
  sums?: PlanSums;
  /** Values are shares (0.1 = 10 %), not integers. */
  isShare?: boolean;
  /** Leaf periods in order, and the fiscal years over them, of any calendar. */
  periods: readonly PeriodId[];
  years: readonly PlanYear[];
  headings: PlanSheetHeadings;
  rows: readonly PlanSheetRow[];
}
