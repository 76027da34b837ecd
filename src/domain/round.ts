import type { At, CellRef } from './cell';
import type { DimensionId, MemberCode } from './dimension';
import type { Issue } from './issue';
import type { Day } from './period';

/** One turn of 两上两下: targets go down, proposals come up, once or twice. */
export interface Round {
  id: string;
  plan: string;
  no: number;
  title: string;
  /** The dimension whose members answer: sellers, customers, regions. */
  dimension: DimensionId;
  deadline: Day | null;
  state: 'open' | 'closed';
  openedAt: string;
  answers: RoundAnswer[];
}

/** What one member said in a round. */
export interface RoundAnswer {
  member: MemberCode;
  submittedAt: string | null;
  /** The day it was submitted, where the person was: what the deadline is held against. */
  submittedOn?: Day | null;
  /** Amount handed down when the round was opened, and what was proposed, for the year, in minor units. */
  assigned: number | null;
  proposed: number | null;
  objection: string;
  reply: string;
  /** Agreed change to the target in minor units; null = none was agreed. */
  agreed: number | null;
}

export interface RoundLine extends RoundAnswer {
  label: string;
  at: At;
  target: number | null;
  gap: number | null;
  late: boolean;
}

/** What a list of proposals would write, and what of it would be left out. */
export interface ProposalReading {
  cells: { cell: CellRef; amount: number; labels: string[] }[];
  total: number;
  /** Row numbers as in the list. */
  unmatched: { row: number; dimension: DimensionId | 'period'; name: string }[];
  issues: Issue[];
}

export interface RoundsView {
  rounds: (Omit<Round, 'answers'> & { submitted: number; members: number })[];
  /** The round looked at, newest first where none was named; null without any. */
  lines: RoundLine[] | null;
  round: string | null;
  totals: { target: number | null; proposed: number | null; gap: number | null };
}

/** The goals of one level form a line; its cushion is its total over the line above. */
export interface CushionLevel {
  /** '' = the whole plan. */
  level: string;
  dimension: DimensionId | null;
  goals: number;
  nodes: number;
  total: number | null;
  /** total ÷ line above − 1; null at the top and where not every node of the line has a goal. */
  cushion: number | null;
  unallocated: number | null;
}

export interface CushionView {
  levels: CushionLevel[];
  /** Product of (1 + cushion) over all levels − 1; null without any. */
  chain: number | null;
}

/** Where a target is to come from (kpi.md §3.3). */
export const GROWTH_KINDS = ['loss', 'price', 'existing', 'newCustomers', 'newProducts', 'other'] as const;
export type GrowthKind = (typeof GROWTH_KINDS)[number];

/** What a person expects of one source at a node, for the year, in minor units; a loss is negative. */
export interface GrowthSource {
  id: string;
  plan: string;
  at: At;
  kind: GrowthKind;
  amount: number;
  note: string;
}

export interface GrowthView {
  at: At;
  label: string;
  lastYear: number | null;
  rows: {
    kind: GrowthKind;
    /** Own amount and those of nodes below, together; null = nobody has spoken. */
    amount: number | null;
    own: number | null;
    members: { at: At; label: string; amount: number; note: string }[];
  }[];
  target: number | null;
  /** target − last year − all rows 未落实; null where the target or last year is unknown. */
  unexplained: number | null;
}
