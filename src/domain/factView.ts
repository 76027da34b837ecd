import type { FactKind, FactValue } from './fact';
import type { Day } from './period';

/** Rows of one kind of facts, newest first; those of kinds without a day as they came. */
export interface FactListQuery {
  kind: FactKind;
  /** Words found in texts and names of members. */
  search: string;
  first: number;
  count: number;
}

export interface FactListRow {
  key: string;
  /** File it came with; null = put in by hand. */
  source: string | null;
  /** A person put it in, or changed what a file says. */
  byHand: boolean;
  values: Record<string, FactValue>;
  /** By field: names of members. */
  names: Record<string, string>;
}

export interface FactList {
  rows: FactListRow[];
  /** Rows that the search finds, and all there are. */
  matching: number;
  total: number;
  asOf: Day | null;
}
