import type { At, CellRef } from './cell';
import type { PeriodId } from './period';
import type { Column } from './plan';

/** A copy of a plan's columns under another name. `base` always exists and needs no record. */
export interface Scenario {
  id: string;
  plan: string;
  /** The part of a column that says which scenario it belongs to. */
  scenario: string;
  title: string;
  from: string;
  createdAt: string;
}

/** Target lines of a plan, in the order they are read. `issued` is the version handed down, `proposal` what came from below. */
export const LAYERS = ['floor', 'target', 'stretch', 'issued', 'proposal', 'baseline'] as const;
export type Layer = (typeof LAYERS)[number];

/** Where a scenario stands against another column, node by node. */
export interface Comparison {
  left: Column;
  right: Column;
  total: { left: number | null; right: number | null };
  /** The children of `at` in the order of the given dimension, largest difference first. */
  parts: ComparisonPart[];
  /** Leaf values that differ. */
  leaves: number;
}

export interface ComparisonPart {
  at: At;
  label: string;
  left: number | null;
  right: number | null;
}

export interface ComparisonQuery {
  left: Column;
  right: Column;
  at: At;
  /** Next dimension to take apart. */
  dimension: string;
  periods: PeriodId[];
}

/** One column that exists, with its total: what the scenario list and the target lines show. */
export interface ColumnHead {
  column: Column;
  total: number | null;
  leaves: number;
}

export interface ScenarioView {
  scenarios: { scenario: string; title: string; createdAt: string | null; heads: ColumnHead[] }[];
  /** Issues of the plan, newest first. */
  issues: IssueRecord[];
}

/** The plan as it was handed down: the layer `issued` was set to the working target then. */
export interface IssueRecord {
  id: string;
  plan: string;
  no: number;
  at: string;
  who: string;
  reason: string;
  total: number;
}

/** States of approval: a signed-off picture of a plan. It proves that nothing was changed since, not who signed. */
export const APPROVAL_STATES = ['draft', 'submitted', 'returned', 'approved', 'recalled'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export interface Approval {
  id: string;
  plan: string;
  state: ApprovalState;
  /** Digest of the canonical state that it speaks of. */
  hash: string;
  /** Journal entry after which the plan stood so. */
  seq: number;
  total: number | null;
  who: string;
  note: string;
  wallTime: string;
}

export interface ApprovalView {
  state: ApprovalState;
  steps: Approval[];
  /** True where the plan is still what the newest step speaks of. */
  unchanged: boolean;
  hash: string;
}

/** A short text at a cell of any level. */
export interface Note {
  id: string;
  plan: string;
  cell: CellRef;
  text: string;
  who: string;
  wallTime: string;
}

export interface NoteLine extends Note {
  labels: string[];
}
