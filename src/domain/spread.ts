import type { CellRef } from './cell';
import type { Issue } from './issue';
import type { Column } from './plan';

/** What the parts of a spread amount are in proportion to. */
export type SpreadBasis =
  /** What is there; where nothing is there, equally. */
  | { kind: 'proportional' }
  | { kind: 'equal' }
  /** Numbers stay, blanks share the rest equally. */
  | { kind: 'fillBlanks' }
  /** Another column of the plan: a scenario, a target line, a measure, the baseline. */
  | { kind: 'column'; column: Column }
  /** Actual sales of the same periods a year earlier. */
  | { kind: 'lastYear' }
  /** The forecast of the nearest node with enough history. */
  | { kind: 'forecast' }
  /** Lines keep their shares, months follow the season profile of the nearest node with enough history. */
  | { kind: 'profile' }
  /** Several drivers, each as shares that sum to 1, weighed against each other. */
  | { kind: 'fairShare'; drivers: { basis: SpreadDriver; weight: number }[] };

export type SpreadDriver = Exclude<SpreadBasis, { kind: 'fillBlanks' } | { kind: 'fairShare' }>;
export type SpreadBasisKind = SpreadBasis['kind'];

/** A rule over the periods of a cell. Rates are shares: 0.25 = 25 %. */
export type SpreadSeries =
  | { kind: 'repeat'; amount: number }
  | { kind: 'straightLine'; from: number; to: number }
  | { kind: 'growth'; from: number; rate: number }
  /** Quotas from below: what was sold in the same periods a year earlier × (1 + growth − relief), line by line. */
  | { kind: 'bottomUp'; growth: number; relief: number };

/** Bounds of every leaf under the cell while it is spread, in minor units; null = none. */
export interface SpreadBounds {
  min: number | null;
  max: number | null;
}

/** How a person last spread at a level of a plan: the next spread there starts with it. */
export interface SpreadDefault {
  id: string;
  plan: string;
  /** Levels of the address from the outermost in: 'region/city'; '' = the whole plan. */
  level: string;
  basis: SpreadBasis;
  unit: number;
}

/** A lasting minimum or maximum of a cell at any level; every edit respects it. */
export interface Limit {
  id: string;
  plan: string;
  cell: CellRef;
  min: number | null;
  max: number | null;
}

/** Who would get what, before it is done. */
export interface SpreadPreview {
  before: number | null;
  after: number;
  leaves: number;
  held: number;
  /** Amount that does not move, because it is held. */
  heldAmount: number;
  equalSpread: boolean;
  /** The children of the cell in the view, and its periods, each with its amount before and after and what of it is held. */
  members: SpreadPart[];
  periods: SpreadPart[];
  issues: Issue[];
  /** What to know of the basis before the deed: it stands in nobody's way. */
  notes?: Issue[];
  /** How the level of the cell was last spread, where somebody asked to keep it. */
  remembered?: Pick<SpreadDefault, 'basis' | 'unit'> | null;
}

export interface SpreadPart {
  id: string;
  label: string;
  before: number | null;
  after: number | null;
  held: 'none' | 'some' | 'all';
  /** Weight that decided it, as a share of its siblings; null where nothing was weighed. */
  weight: number | null;
}
