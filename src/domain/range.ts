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

export type ChartKind = 'waterfall' | 'season' | 'treemap' | 'pareto';

/** What a chart beside the grid shows of a node. */
export interface PlanChart {
  kind: ChartKind;
  label: string;
  parts: { id: string; label: string; value: number | null; second: number | null }[];
  periods: PeriodId[];
}
