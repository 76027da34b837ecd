import type { CellRef } from './cell';
import type { PeriodId } from './period';
import type { ChangeLine } from './view';

export interface HistoryQuery {
  /** Only what moved a leaf under this cell; null = everything. */
  cell: CellRef | null;
  /** Newest first, entries below this seq; null = from the newest. */
  before: number | null;
  count: number;
}

/** One entry as a person reads it: who, when, what, from → to, by which method, why. */
export interface HistoryLine extends ChangeLine {
  reason: string;
  /** Parts of the method in plain data; the page puts them into words. */
  method: Record<string, string | number | boolean>;
  /** The value of the asked cell before and after this entry; null without a cell or where blank. */
  cellBefore: number | null;
  cellAfter: number | null;
}

export interface HistoryView {
  lines: HistoryLine[];
  /** More entries lie below: ask for those before `next`. A page may end early where much has to be read. */
  more: boolean;
  next: number | null;
  /** Changes of the plan and its workspace in all, whatever cell was asked about. */
  total: number;
}

/** Where one number comes from: the chain from the whole plan down, and what happened to it. */
export interface Explanation {
  labels: string[];
  periods: PeriodId[];
  value: number | null;
  /** From the whole plan to the cell: each node's amount and its share of the one above. */
  chain: ChainLink[];
  history: HistoryLine[];
  /**
   * The rounding of its newest spread: the exact share before rounding in minor units as a decimal text, what rounding
   * added to it, the rounding step, and for a single leaf its place among all remainders (0 for more than one).
   */
  rounding: { exact: string; added: number; unit: number; place: number; seq: number } | null;
  /** Why there is nothing to say of rounding; null where there is. */
  untold: RoundingUntold | null;
}

/**
 * `none`: nobody spread anything over it. `own`: the number was set at the cell itself. `held`: it stayed, because it was
 * held. `moved`: limits or held totals moved it further. `method`: the command divides in another way. `longAgo`: too
 * many changes lie between.
 */
export type RoundingUntold = 'none' | 'own' | 'held' | 'moved' | 'method' | 'longAgo';

export interface ChainLink {
  /** '' for the whole plan and where only the periods become fewer. */
  label: string;
  periods: PeriodId[];
  amount: number | null;
  share: number | null;
  held: boolean;
  typed: boolean;
}

/** A state of the plan that is looked at and not written. */
export interface PastState {
  seq: number;
  wallTime: string;
}
