import type { PeriodId } from './period';

/** A rectangle of an open sheet: consecutive visible rows by fields. */
export interface SheetRange {
  sheet: number;
  first: number;
  count: number;
  fields: string[];
}

/** What the status bar says of a selection. Blanks and unknowns are not counted; ratios are in no sum. */
export interface RangeSummary {
  cells: number;
  numbers: number;
  sum: number | null;
  average: number | null;
  min: number | null;
  max: number | null;
  /** Sum over the total of the plan's year in the same column. */
  share: number | null;
}

/** A row whose name holds the words, its closed parents named so that they can be opened. */
export interface RowHit {
  row: string;
  label: string;
  labels: string[];
}

export interface RowHits {
  hits: RowHit[];
  total: number;
}

export const CHART_KINDS = ['waterfall', 'season', 'treemap', 'pareto'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** A chart of one row of an open sheet, for some periods together. */
export interface PlanChartQuery {
  kind: ChartKind;
  sheet: number;
  row: string;
  periods: PeriodId[];
}

/** One bar, step or tile. Amounts in minor units of the plan; null = blank or unknown. */
export interface ChartPart {
  /** A row of the sheet, a period, or a word of the page: lastYear, target, rest, unexplained, or a growth source. */
  id: string;
  /** Name of a member; '' where the page has the word. */
  label: string;
  target: number | null;
  lastYear: number | null;
}

/** What a chart beside the grid shows of a node. Parts of a waterfall are steps from last year to the target. */
export interface PlanChart {
  kind: ChartKind;
  label: string;
  target: number | null;
  lastYear: number | null;
  /** Only part of last year is known; the steps from it are left out then. */
  partial: boolean;
  parts: ChartPart[];
}
