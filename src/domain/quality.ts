import type { Command } from './command';
import type { DimensionId, MemberCode } from './dimension';
import type { Day } from './period';
import type { SourceKind } from './source';

const FINDING_KINDS = [
  'alikeMembers',
  'alikeValues',
  'unassigned',
  'withoutParent',
  'unused',
  'outlying',
  'zeroAmount',
  'returnAlone',
  'future',
  'gap',
  'drop',
  'stale',
  'severalSellers',
  'badFacts',
  'unassignedFacts',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What can be done about an item at once: a command of its own, to be undone like any other. */
export interface QualityFix {
  kind: 'merge' | 'mergeAll' | 'replaceValue' | 'archive' | 'archiveAll';
  /** Names for the button: what stays, what is set. */
  name: string;
  command: Command;
}

/** One case of a finding. Which parts are there depends on the kind. */
export interface QualityItem {
  /** Names of members or values, the one that would stay first. */
  names: string[];
  codes: MemberCode[];
  /** Why names are alike, which figure is odd, what is wrong with a fact. */
  because: string | null;
  day: Day | null;
  /** A calendar month (`monthIndexOf`). */
  month: number | null;
  /** Minor units: net sales of the members, or the amount of the line. */
  amount: number | null;
  /** What would be usual, in minor units. */
  usual: number | null;
  lines: number | null;
  /** File or kind of data it comes from. */
  source: string | null;
  fixes: QualityFix[];
}

export interface QualityFinding {
  /** Stays the same while the finding does: what a person let stand is known by it. */
  id: string;
  kind: FindingKind;
  dimension: DimensionId | null;
  /** Attribute, or kind of facts. */
  what: string | null;
  severity: 'bad' | 'warn' | 'note';
  /** Cases in all; `items` are the first of them, the most money first. */
  count: number;
  amount: number | null;
  items: QualityItem[];
  /** One button for all cases, where one command can do that. */
  fix: QualityFix | null;
  /** Why a person lets it stand; null = nobody does. */
  dismissed: string | null;
}

export interface QualityView {
  asOf: Day | null;
  /** Order lines and members that were looked at. */
  lines: number;
  members: number;
  /** Open ones first by severity and money, then those that were let stand. */
  findings: QualityFinding[];
  /** Kinds with rows, for the line that says what was looked at. */
  kinds: SourceKind[];
}
