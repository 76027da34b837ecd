import type { At } from './cell';
import type { DimensionId } from './dimension';
import type { Day, PeriodId } from './period';

/** How forecasts of a tree are made to add up; the names are those of `engine/forecast` `reconcile`. */
export const TREE_METHODS = ['mintShrink', 'wlsVariance', 'wlsStructural', 'ols', 'bottomUp', 'topDown'] as const;
export type TreeMethod = (typeof TREE_METHODS)[number];

export interface ForecastTreeQuery {
  method: TreeMethod;
  /** Levels of the plan's main view below the whole; null = as deep as is foretold at once. */
  depth: number | null;
  /** Locked and closed targets are taken as what will come. */
  keepLocked: boolean;
}

/** One level that can be foretold down to. */
export interface ForecastTreeLevel {
  /** Name of the level as its tree has it. */
  name: string;
  dimension: DimensionId;
  /** Nodes down to it. */
  nodes: number;
}

export interface ForecastTreeNode {
  /** Null for what was sold under its parent without a line of the plan. */
  at: At | null;
  /** '' = unassigned. */
  label: string;
  /** Place of its parent in `nodes`, −1 for the whole plan. */
  parent: number;
  depth: number;
  hasChildren: boolean;
  /** Months of history behind its own forecast. */
  months: number;
}

/** What a year, a quarter or a period of a node comes to, minor units; null where it is not known or foretold. */
export interface ForecastTreeFigure {
  /** The node's own forecast with what has come; parts need not add up. */
  base: number | null;
  /** What adds up. */
  reconciled: number | null;
  target: number | null;
}

/**
 * The plan's year over its main view, foretold node by node and made to add up: every node is the sum of its children, in every
 * period, to the minor unit. Parents stand before their children.
 */
export interface ForecastTreeView {
  /** Stands for this answer when it is put into a scenario. */
  draft: string;
  method: TreeMethod;
  depth: number;
  levels: ForecastTreeLevel[];
  asOf: Day | null;
  periods: PeriodId[];
  /** Runs of periods that are read as one. */
  quarters: { id: string; first: number; last: number }[];
  /** The first period that is not over. */
  firstOpen: number;
  nodes: ForecastTreeNode[];
  /** Node × period, period fastest, minor units; NaN = null. */
  base: Float64Array;
  reconciled: Float64Array;
  target: Float64Array;
  /** Node × period: 1 = locked or closed, its amount was taken as given. */
  locked: Uint8Array;
  /** By node: eight times in ten the year ends between these; NaN where it is not foretold. */
  lower: Float64Array;
  upper: Float64Array;
  /** Chance that the year reaches the target; NaN without one. */
  chance: Float64Array;
  /** Nodes without a forecast of their own. */
  silent: number;
  /** Locked amounts that could not be kept, as locked parts say otherwise. */
  conflicts: number;
}

/** Words of the tree as a file. */
export interface ForecastTreeWords {
  /** By level below the whole. */
  levels: string[];
  whole: string;
  unassigned: string;
  /** What was sold without a line of the plan. */
  beside: string;
  base: string;
  reconciled: string;
  moved: string;
  target: string;
  gap: string;
  lower: string;
  upper: string;
  chance: string;
  /** Heads of the periods, in their order. */
  periods: string[];
}
