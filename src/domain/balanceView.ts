import type { At, CellRef } from './cell';
import type { ChallengeQuery, LastYearKind } from './challengeView';
import type { DimensionId, MemberCode } from './dimension';
import type { Issue } from './issue';
import type { Day } from './period';

export interface BalanceQuery {
  line: ChallengeQuery['line'];
  /** Whose members share the total: leaves of the plan's tree. */
  dimension: DimensionId;
  by: 'chance' | 'stretch';
}

export interface BalanceRow {
  at: At;
  label: string;
  now: number | null;
  /** What is expected without any target; of a newcomer what he can carry. Null = nobody can tell: he keeps his amount. */
  expected: number | null;
  expectedFrom: 'forecast' | 'capacity' | null;
  proposed: number | null;
  /** Target ÷ expected. */
  difficulty: { now: number | null; after: number | null };
  chance: { now: number | null; after: number | null };
  held: 'none' | 'some' | 'all';
  /** Why he could not be given what would be equal. */
  bound: 'held' | 'least' | 'most' | null;
}

/** Figures over all members whose expectation is known; null = cannot be told. */
export interface BalanceSpread {
  variation: number | null;
  gini: number | null;
  ratio: number | null;
  count: number;
}

export interface BalanceView {
  asOf: Day | null;
  dimension: DimensionId;
  dimensions: DimensionId[];
  total: number | null;
  /** The chance, or the multiple of the expectation, that all share afterwards who are free. */
  level: number | null;
  before: BalanceSpread;
  after: BalanceSpread;
  /** Most changed first. */
  rows: BalanceRow[];
  /** What each lock costs the others: its amount less what would be equal without it. Above 0 it carries for others, below 0 they carry for it. */
  prices: { at: At; label: string; amount: number; free: number; price: number; levelWithout: number | null }[];
  /** Customers who could change hands instead of targets. Amounts are their sales of the last twelve months. */
  moves: {
    customer: MemberCode;
    name: string;
    from: MemberCode;
    fromName: string;
    to: MemberCode;
    toName: string;
    amount: number;
  }[];
  /** Difficulty after those moves, with targets as they are. */
  afterMoves: BalanceSpread | null;
  /** Growth asked against what was over-achieved a year ago (鞭打快牛). */
  ratchet: {
    r: number | null;
    count: number;
    limit: number;
    flagged: boolean;
    /** Last year's attainment where its targets are known, else its growth stands in. */
    from: 'attainment' | 'growth';
    lastYearIs: LastYearKind | null;
  };
  /** What is judged, and the cells that make it so in one step; empty where nothing would change. */
  cell: Pick<CellRef, 'column' | 'periods'>;
  cells: { at: At; amount: number }[];
  issues: Issue[];
}
