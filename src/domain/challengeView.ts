import type { At, CellRef } from './cell';
import type { ChallengeRule, Verdict } from './challenge';
import type { Issue } from './issue';
import type { Day, PeriodId } from './period';
import type { Layer } from './scenario';

/** What a target can be held against, in the order it is shown. */
export const EVIDENCE_KINDS = [
  'history',
  'trend',
  'peers',
  'potential',
  'proposals',
  'capacity',
  'pipeline',
  'forecast',
  'season',
  'concentration',
  'cushion',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One thing that speaks for or against a target: the range of amounts it supports. */
export interface Evidence {
  kind: EvidenceKind;
  /** Minor units; all null where it says nothing of the amount (season, concentration, cushion) or is unknown. */
  low: number | null;
  mid: number | null;
  /** The most it supports: a target above it is not supported. */
  high: number | null;
  /** `no` = the target lies above it (or, for those without an amount, outside its limit). */
  state: 'supports' | 'strains' | 'against' | 'unknown';
  /** Figures for its sentence `challenge.evidence.<kind>`: amounts in minor units, rates as shares, counts; null = unknown. */
  facts: Record<string, number | null>;
  /** Why it is unknown, or what to know of it. */
  issues: Issue[];
  /** What lies behind it, most important first: siblings, customers, months that differ, goals. */
  parts: EvidencePart[];
}

/** One thing behind an evidence. What it does not speak of is null. */
export interface EvidencePart {
  label: string;
  at: At | null;
  period: PeriodId | null;
  /** Minor units. */
  amount: number | null;
  /** A growth, a share of the whole or a cushion. */
  share: number | null;
  /** The share it is usually, or of the others. */
  usual: number | null;
}

/** What last year stands for: the year before the plan's, or the latest twelve known months where a day of it is unknown. */
export type LastYearKind = 'lastYear' | 'lastTwelveMonths';

export interface ChallengeQuery {
  at: At;
  line: Extract<Layer, 'floor' | 'target' | 'stretch'>;
}

export interface ChallengeView {
  at: At;
  label: string;
  asOf: Day | null;
  target: number | null;
  goal: number | null;
  lastYear: number | null;
  lastYearIs: LastYearKind | null;
  /** The cells that are judged: with an address each a cell of `targets/balance`. */
  cell: Pick<CellRef, 'column' | 'periods'>;
  /** What came of the plan's year so far; null where the data end before it begins. */
  actual: number | null;
  forecast: { mean: number; lower: number; upper: number; level: number } | null;
  /** Chance to reach the target; null without forecast or target. */
  chance: number | null;
  verdict: Verdict | null;
  /** What the verdict rests on; `evidence` where no forecast is known. */
  verdictFrom: 'forecast' | 'evidence' | null;
  /** The evidence that supports least. */
  limiting: EvidenceKind | null;
  evidence: Evidence[];
  /** Chance to reach an amount, amounts rising. */
  curve: { amount: number; chance: number }[];
  /**
   * What would be fair, and who could take the rest: siblings with room, then others of the same level, most room first. `cells` make it one step: the node
   * at the fair amount, the takers with their share of the rest; an easy target alone is raised, and its total with it. Empty where the target is fair or nothing can move. `locked`:
   * what is locked or closed stands above the fair amount, so it goes down to that only. Null where nothing is known.
   */
  fair: {
    amount: number;
    chance: number;
    takers: { at: At; label: string; before: number; after: number; chanceAfter: number | null }[];
    /** What nobody has room for: stays with the node above, unallocated. */
    left: number;
    locked: boolean;
    cells: { at: At; amount: number }[];
  } | null;
  /** How many of the nodes below are of which verdict. */
  below: Record<Verdict | 'unknown', number>;
  rule: Omit<ChallengeRule, 'id' | 'plan'>;
  issues: Issue[];
}

export interface DifficultyQuery {
  line: ChallengeQuery['line'];
  /** Down to this many levels of the main view, all nodes in order of the tree; `worst` sorts them flat, hardest first. */
  depth: number;
  order: 'tree' | 'worst';
  verdict: Verdict | null;
  /** What is hardest: the least chance, or the most asked above the forecast. */
  by: 'chance' | 'stretch';
}

export interface DifficultyRow {
  at: At;
  /** Parts of its row id, outermost first; empty for the whole plan. */
  path: { dimension: string; member: number }[];
  /** Names of what it lies under, outermost first. */
  above: string[];
  label: string;
  depth: number;
  hasChildren: boolean;
  target: number | null;
  lastYear: number | null;
  /** target ÷ last year − 1. */
  growth: number | null;
  forecast: number | null;
  /** target ÷ forecast − 1: how much more than expected is asked. */
  stretch: number | null;
  chance: number | null;
  verdict: Verdict | null;
  limiting: EvidenceKind | null;
  held: 'none' | 'some' | 'all';
}

export interface DifficultyView {
  asOf: Day | null;
  rows: DifficultyRow[];
  /** Nodes of the deepest level shown, by verdict. */
  counts: Record<Verdict | 'unknown', number>;
  /** Levels of the main view that can be shown. */
  levels: string[];
  lastYearIs: LastYearKind | null;
  /** The cells that are judged: with an address each a cell of `targets/balance`. */
  cell: Pick<CellRef, 'column' | 'periods'>;
  whole: { target: number | null; forecast: number | null; chance: number | null; verdict: Verdict | null };
  issues: Issue[];
}
