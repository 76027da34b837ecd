import type { At } from './cell';
import type { CapacityRule } from './challenge';
import type { MemberCode } from './dimension';
import type { Issue } from './issue';
import type { Day, PeriodId } from './period';

/** One seller against what is asked of him. Minor units by period of the plan's year. */
export interface CapacityRow {
  seller: MemberCode;
  name: string;
  /** Days in role; null = always there. */
  joined: Day | null;
  left: Day | null;
  /** Full share of new business at the first and at the last period: 1 = ramped up. */
  ramp: { first: number; last: number };
  leaveDays: number;
  base: number[];
  takenOver: number[];
  fresh: number[];
  target: (number | null)[];
  /** Whole year. */
  capacity: number;
  asked: number | null;
  /** asked ÷ capacity; null without either. */
  load: number | null;
}

export interface CapacityView {
  asOf: Day | null;
  periods: PeriodId[];
  rows: CapacityRow[];
  total: { capacity: number; asked: number | null; load: number | null };
  /** Bases whose seller has left or is nobody: they stay with the vacancy until somebody is named. */
  vacant: { amount: number; customers: number; leavers: { seller: MemberCode; name: string; amount: number }[] };
  /** New business of a full seller in a month: what is reckoned with, and what sellers in role for a year did. */
  productivity: {
    used: number | null;
    low: number | null;
    middle: number | null;
    high: number | null;
    sellers: number;
  };
  /** What known customers brought against the year before; null = cannot be told, taken as 1. */
  retention: number | null;
  /** Full sellers missing for what is asked beyond capacity; 0 none, null unknown. */
  missing: number | null;
  rule: Omit<CapacityRule, 'id'>;
  /** Sellers told apart at all. */
  issues: Issue[];
}

/** What a node's sellers can carry in the plan's year. */
export interface NodeCapacity {
  at: At;
  low: number;
  middle: number;
  high: number;
}
