import type { At } from './cell';
import type { ReferenceBand, Risk, SimulationRule } from './challenge';
import type { Issue } from './issue';
import type { Day } from './period';

/** Lines that a simulated year is held against, the target first; `goal` is what a node answers for beside its target. */
export const SIMULATED_LINES = ['target', 'floor', 'stretch', 'issued', 'goal'] as const;
export type SimulatedLine = (typeof SIMULATED_LINES)[number];

/** What the year may bring at the whole plan. Minor units; chances 0 … 1. */
export interface SimulatedTotal {
  mean: number;
  p5: number;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
  p95: number;
  lines: { line: SimulatedLine; amount: number; chance: number; shortfall: number | null }[];
}

/** One node of the main view. */
export interface SimulatedNode {
  at: At;
  label: string;
  /** Names from the top down to its parent. */
  above: string[];
  /** 0 = the whole plan. */
  depth: number;
  target: number | null;
  mean: number;
  deviation: number;
  /** By line, in the order of `SIMULATED_LINES`; null where it has no such line. */
  chances: (number | null)[];
  /** What is missing to the target on average, years that make it counting as 0. */
  shortfall: number | null;
}

/** One level of the main view: who of it makes the target. */
export interface SimulatedLevel {
  /** Name of the level; '' = the whole plan. */
  level: string;
  depth: number;
  nodes: number;
  withTarget: number;
  /** Mean number of nodes that make their target. */
  reach: number;
  /** Nodes whose chance is below one half. */
  unlikely: number;
  worst: number | null;
}

/** The goals of one level: what they add up to, and what that is worth as a safety. */
export interface SimulatedCushion {
  /** '' = the whole plan. */
  level: string;
  total: number;
  /** The line above, that the goals are to secure; null at the top. */
  above: number | null;
  /** total ÷ above − 1. */
  cushion: number | null;
  /** Chance that the year reaches the sum of these goals, and that it reaches the line above them. */
  chance: number;
  chanceAbove: number | null;
}

/** Sellers (or the deepest nodes) that reach their target in a simulated year. */
export interface SimulatedReach {
  /** The dimension whose members are counted. */
  dimension: string;
  count: number;
  /** `shares[n]`: share of years in which n of them make their target. */
  shares: number[];
  mean: number;
  /** Eight years in ten lie between. */
  lower: number;
  upper: number;
  bands: ReferenceBand[];
}

export const SWING_KINDS = ['common', 'own', 'region', 'product', 'risk', 'deals', 'capacity'] as const;
export type SwingKind = (typeof SWING_KINDS)[number];

/** What one cause does to the total: where it comes out badly (lowest fifth; a risk: it happens), and where well. */
export interface SimulatedSwing {
  kind: SwingKind;
  /** Id of the risk, code of the region or product; '' where the kind says it all. */
  id: string;
  /** Name of the region, product or risk; '' where the page has the word. */
  label: string;
  low: number;
  high: number;
  lowChance: number | null;
  highChance: number | null;
}

/** A risk with what it is worth. */
export interface SimulatedRisk {
  risk: Risk;
  /** Name of its node; '' = the whole plan. */
  label: string;
  /** Chance × mean amount, of the months that are still to come; 0 where it does not count. */
  value: number;
  /** False where its months are over or nothing is planned there. */
  counts: boolean;
  /** Points the chance of the target would change by, were it not there; null = unknown. */
  effect: number | null;
}

/** A run in short, to be compared with others. */
export interface SimulationHead {
  no: number;
  revision: number;
  target: number | null;
  total: SimulatedTotal;
  /** Share of sellers that reach their target on average; null without any. */
  reach: number | null;
  risks: number;
  riskValue: number;
  rule: SimulatedRule;
  /** Chance to reach an amount, amounts rising. */
  curve: { amount: number; chance: number }[];
}

export type SimulatedRule = Required<Omit<SimulationRule, 'id' | 'plan'>>;

export interface SimulationView {
  head: SimulationHead;
  /** Runs before this one, newest first. */
  earlier: SimulationHead[];
  asOf: Day | null;
  /** What came of the year so far, and the forecast of the whole by itself (80 % range). */
  actual: number | null;
  forecast: { mean: number; lower: number; upper: number } | null;
  /** Years by their total: shares of equally wide steps. */
  histogram: { from: number; to: number; shares: number[] };
  nodes: SimulatedNode[];
  levels: SimulatedLevel[];
  /** Nodes that were drawn, and the level they stand on. */
  drawn: { leaves: number; level: string };
  cushions: SimulatedCushion[];
  reach: SimulatedReach | null;
  swings: SimulatedSwing[];
  risks: SimulatedRisk[];
  issues: Issue[];
}
