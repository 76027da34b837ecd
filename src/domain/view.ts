import type { At, CellRef } from './cell';
import type { PlanSettings } from './command';
import type { DimensionId, MemberCode } from './dimension';
import type { Issue } from './issue';
import type { KpiUnit } from './kpi';
import type { ImportReport } from './order';
import type { Day, PeriodId } from './period';
import type { Measure, PlanBase } from './plan';
import type { TierRule } from './record';
import type { SourceKind } from './source';

/** One line of what changed lately, undo offered where it is still possible. */
export interface ChangeLine {
  seq: number;
  command: string;
  wallTime: string;
  who: string;
  at: At | null;
  labels: string[];
  periods: PeriodId[];
  before: number | null;
  after: number | null;
  leaves: number;
  undone: boolean;
  /** For imports the files; for what has no cell the customers, products or the rule it speaks of. */
  source?: string;
  /** For imports: how many tables and rows came in. */
  brought?: { tables: number; rows: number };
}

export interface BurnUp {
  /** Cumulative by leaf period, null where nothing is known. */
  periods: PeriodId[];
  target: (number | null)[];
  actual: (number | null)[];
  lastYear: (number | null)[];
  forecast: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
}

export type AttentionKind =
  | 'unallocated'
  | 'overAllocated'
  | 'behindPace'
  | 'unreasonable'
  | 'notInPlan'
  | 'unmatched'
  | 'forecastShort'
  | 'forecastNotKept'
  | 'festivalMoved';

export interface Attention {
  kind: AttentionKind;
  /** Bad first, then amount. */
  severity: 'bad' | 'warn' | 'note';
  params: Record<string, string | number>;
  at: At | null;
  page: 'plan' | 'challenge' | 'forecast' | 'kpi' | 'customers' | 'import';
}

export interface HomeView {
  revision: number;
  asOf: Day | null;
  target: number | null;
  goal: number | null;
  allocated: number | null;
  actual: number | null;
  lastYear: number | null;
  planToDate: number | null;
  forecast: { mean: number; lower: number; upper: number; level: number } | null;
  burnUp: BurnUp;
  attention: Attention[];
  changes: ChangeLine[];
  steps: {
    id: 'target' | 'decomposed' | 'orders' | 'tiers' | 'forecast' | 'kpis' | 'share';
    done: boolean;
    amount: number | null;
  }[];
}

export interface CustomerRow {
  code: MemberCode;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  pinned: boolean;
  /** What the rule says where a pin differs. */
  ruleTier: 'A' | 'B' | 'C' | null;
  /** The tier it was compared with (`CustomersView.moves`); null where there was none. */
  before: 'A' | 'B' | 'C' | null;
  /** Under its cut, and kept above it this once. */
  waiting: boolean;
  score: number | null;
  recencyDays: number | null;
  frequency: number;
  monetary: number;
  rfm: string | null;
  share: number | null;
}

export interface CustomersQuery {
  rule: Omit<TierRule, 'id'> | null;
  search: string;
  tier: 'A' | 'B' | 'C' | null;
  /** A cell of the RFM matrix: recency and frequency score. */
  rfm: { r: number; f: number } | null;
  /** One of the named groups of RFM (`CustomersView.groups`). */
  group?: string | null;
  /** Only those whose tier changes. */
  moved?: 'up' | 'down' | null;
  sort: { by: 'name' | 'tier' | 'score' | 'recencyDays' | 'frequency' | 'monetary'; descending: boolean };
  first: number;
  count: number;
}

export interface CustomersView {
  asOf: Day | null;
  from: Day | null;
  rule: Omit<TierRule, 'id'>;
  /** True when the rule in the query differs from the saved one. */
  draft: boolean;
  customers: number;
  tiers: { tier: 'A' | 'B' | 'C'; customers: number; revenue: number }[];
  /** Without a tier: nothing that the weights look at is known of them. */
  unscored: number;
  /** Outside the RFM matrix: first sale under six months ago, none in the twelve months, none at all. */
  outside: { new: number; lapsed: number; none: number };
  /** Parts of the score that have no data; their weight went to the rest. */
  missingParts: ('influence' | 'frequency' | 'recency' | 'spend')[];
  /** The same among the rule's further columns, by their place. */
  missingColumns: number[];
  /** Customers whose weight of a part went to their other parts. */
  reweighted: number;
  /** The tiers in force that `moves` starts from; null where none were ever applied: then from the saved rule. */
  inForce: { on: Day; reason: string } | null;
  /** Under their cut and kept this once. */
  waiting: number;
  /** Whether there are receivables to hold customers at B by. */
  overdueKnown: boolean;
  /** Named groups of RFM cells, with customers and net sales. */
  groups: { id: string; customers: number; sales: number }[];
  /** The largest `members` customers make `share` of all sales; empty without sales. */
  pareto: { members: number; share: number }[];
  /** ABC by sales alone: customers and sales that make 70, 90 and 100 %. */
  abc: { customers: number[]; sales: number[] };
  histogram: { from: number; to: number; count: number }[];
  cuts: { a: number | null; b: number | null };
  rfm: { size: 3 | 5; counts: number[][]; revenue: number[][] } | null;
  moves: { from: 'A' | 'B' | 'C'; to: 'A' | 'B' | 'C'; customers: number }[];
  rows: CustomerRow[];
  /** Rows after search and filter. */
  matching: number;
}

export interface ForecastQuery {
  at: At;
}

/** Words of names to find a member by; `dimension` null = in all of them. */
export interface MemberQuery {
  search: string;
  dimension: DimensionId | null;
  /** Only members that nothing lies under: what a fact can be about. */
  leaves?: true;
}

export interface MemberHit {
  dimension: DimensionId;
  code: MemberCode;
  name: string;
  /** Its level within the dimension, and the name of the member above it. */
  level: string;
  above: string | null;
}

export interface ForecastPoint {
  period: PeriodId;
  actual: number | null;
  mean: number | null;
  intervals: { level: number; lower: number; upper: number }[];
  target: number | null;
}

export interface ForecastView {
  at: At;
  label: string;
  asOf: Day | null;
  points: ForecastPoint[];
  /** The month that is known in part, and what came in it so far; its point has no actual. */
  running: { period: PeriodId; actual: number } | null;
  method: string;
  seasonal: boolean;
  models: { name: string; weight: number; error: number | null }[];
  /** Backtest MASE of the answer itself; null where the history is too short to tell. */
  error: number | null;
  notes: string[];
  /** The plan's year; `lower` and `upper` are the range of its total at `level`. */
  year: {
    actual: number | null;
    forecast: number | null;
    lower: number | null;
    upper: number | null;
    target: number | null;
    /** What the node answers for, where that was set beside the sum of its months. */
    goal: number | null;
    level: number;
  };
  months: number;
}

export interface KpiQuery {
  period: 'month' | 'quarter' | 'year';
  /** Id of the period; null = the running one. */
  periodId: string | null;
  at: At;
}

export interface KpiCard {
  id: string;
  unit: KpiUnit;
  direction: 'up' | 'down' | 'band' | 'none';
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  status: 'good' | 'watch' | 'bad' | null;
  /** Why there is no value or no status: a code of the dictionary. */
  reason: string | null;
  limits: { good: number | null; bad: number | null; own: boolean };
  trend: { period: string; value: number | null }[];
  /** Sources it needs and does not have: the card is folded. */
  missing: string[];
  interval: { lower: number; upper: number } | null;
  /** Last day of its own source, where that is not the orders. */
  asOf?: Day;
}

export interface KpiView {
  asOf: Day | null;
  period: { id: string; from: Day; to: Day; running: boolean };
  periods: string[];
  cards: KpiCard[];
  burnUp: BurnUp;
  /** The same few KPIs for the members one level below. */
  breakdown: { dimension: DimensionId; rows: { at: At; label: string; cards: KpiCard[] }[] } | null;
}

export interface PlanProposal {
  settings: PlanSettings;
  /** All dimensions that could be in the lines, with what they would cost. */
  dimensions: {
    id: DimensionId;
    members: number;
    recommended: boolean;
    reason: 'repeats' | 'tooMany' | 'buysOnce' | 'single' | 'noData';
  }[];
  lines: number;
  leafValues: number;
  /** Lines with a value in the base ÷ all combinations of the members that occur. */
  density: number | null;
  /** Lines with a single sale ÷ lines. */
  singleSales: number | null;
  bases: {
    kind: PlanSettings['base'];
    total: number | null;
    /** What twelve months would be where some are unknown. */
    estimate: number | null;
    from: string;
    to: string;
    unknownMonths: number;
    forecastMonths: number;
  }[];
  profileYears: number;
  festivalMoved: boolean;
}

export interface ImportFileHead {
  name: string;
  size: number;
  role: 'orders' | 'lookup';
  encoding: string;
  delimiter: string;
  /** Row of the header as a person counts in the file. */
  headerRow: number;
  headers: string[];
  sample: string[][];
  issues: Issue[];
}

export interface ImportPreview {
  /** Reported rows that the file for download will hold: not those that are there already, nor more than fit. */
  downloadable: number;
  report: ImportReport;
  coverage: { from: Day; to: Day } | null;
  /** `members` are leaves: what hangs above them is not counted. */
  dimensions: { id: DimensionId; levels: string[]; members: number }[];
  /** Where names found no match: the members of the look-up they may mean, by the key an alias leads to. */
  known: { dimension: DimensionId; members: { key: string; name: string }[] }[];
  /** Values of the filter's column that were left out, with their rows, as far as those are carried. */
  leftOut: { value: string; rows: number }[];
  issues: Issue[];
}

export interface SourceView {
  imports: {
    id: string;
    name: string;
    importedAt: string;
    kept: number;
    /** Rows that something was wrong with: not those a filter left out, nor those that were there already. */
    reported: number;
    amount: number;
    from: Day;
    to: Day;
  }[];
  /** Imports of members and facts. */
  facts: {
    id: string;
    kind: SourceKind;
    name: string;
    importedAt: string;
    kept: number;
    reported: number;
    amount: number | null;
    from: Day | null;
    to: Day | null;
  }[];
  members: { dimension: DimensionId; members: number }[];
  storage: { used: number | null; quota: number | null; persisted: boolean | null };
  entries: number;
}

/** How one number came about. */
export interface CellStory {
  labels: string[];
  /** What the cell shows, whatever kind its measure is of. */
  value: number | null;
  /** Absent: additive. A count that is never summed is the goal of its cell, a ratio is made of others. */
  kind?: Measure['kind'];
  /** Newest command that moved it. */
  last: ChangeLine | null;
  leaves: number;
  held: number;
  holds: { id: string; kind: 'freeze' | 'total'; labels: string[]; periods: PeriodId[] }[];
  goal: number | null;
}

/** What Enter would do, shown while a number is typed. */
export interface EditPreview {
  leaves: number;
  held: number;
  addsLines: number;
  before: number | null;
  after: number;
  issues: Issue[];
}

/** What taking the base anew would change, told before anything is changed. */
export interface BaseDifference {
  before: PlanBase;
  after: PlanBase;
  /** Sum of the working target, null where it is blank. */
  target: number | null;
  /** The target at the growth it has now; null where there is no growth to keep. */
  targetAfter: number | null;
  /** False where there is nothing to refresh. */
  changed: boolean;
  /** Values of the base, by line and month, that would differ. Orders without a line count in the total alone. */
  moved: number;
}

/** One lock of the plan. Single cells are held one by one: they are told as one line of `kind` cells. */
export interface LimitLine {
  id: string;
  cell: CellRef;
  /** As in a line of a lock. */
  labels: string[];
  path: Record<DimensionId, string>;
  min: number | null;
  max: number | null;
  /** What the cell holds now; null = blank. */
  amount: number | null;
}

export interface HoldLine {
  /** Null for single cells. */
  id: string | null;
  kind: 'freeze' | 'total' | 'cells';
  at: At;
  /** Names of the members in the order of `at`; '' is *unassigned*, none is the whole plan. */
  labels: string[];
  /** Per dimension of `at` the parts of a row id that lead to the member, its parents first. */
  path: Record<DimensionId, string>;
  periods: PeriodId[];
  /** For totals: the sum that stays. */
  amount: number | null;
  leaves: number;
}
