import type { FiscalYear } from '~/domain/calendar';
import type { Money } from '~/domain/money';

/**
 * All texts of the sheet, in the language of the person who exports. `columns` is keyed by column key
 * ('m:2027-01', 'q:2027-Q1', 'y:2027', 'lastYear', 'growth'); a key without a text shows the key itself.
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
 * `values` holds one amount per month of the fiscal year; it counts for leaves and for nodes whose parts are not in the
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
  /** Whole last year, null where nothing is known. The two companion columns come when at least one row has it. */
  lastYear?: Money | null;
}

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
  minorUnit: number;
  fiscalYear: FiscalYear;
  headings: PlanSheetHeadings;
  rows: readonly PlanSheetRow[];
}
