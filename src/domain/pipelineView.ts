import type { At } from './cell';
import type { MemberCode } from './dimension';
import type { Issue } from './issue';
import type { Day, PeriodId } from './period';
import type { PipelineRule, PipelineStage } from './pipeline';

/** Which deals: those of a node, created in a span of days (null = all). */
export interface PipelineQuery {
  at: At;
  from: Day | null;
  to: Day | null;
}

/** One open stage: what lies in it now, and what became of the deals that were ever in it. */
export interface FunnelStage {
  stage: PipelineStage;
  /** Open deals in it on the day. */
  count: number;
  amount: number;
  /** Deals that ever reached it, and how many of those went further (a later stage or won) or were lost from it. */
  entered: number;
  enteredAmount: number;
  passed: number;
  lost: number;
  /** passed ÷ (passed + lost); null where nothing is decided yet. */
  conversion: number | null;
  conversionAmount: number | null;
  /** Days in it of deals that left it; null without any. */
  medianDays: number | null;
  longDays: number | null;
  /** Chance to win from here: set by hand, else from history; null = unknown. */
  chance: number | null;
}

export interface DealSum {
  count: number;
  amount: number;
  estimated: number;
}

export interface FunnelView {
  /** Name of the node; '' = the whole. */
  label: string;
  asOf: Day | null;
  /** `history` where stage changes were imported; `snapshot` where only the present stage is known. */
  basis: 'history' | 'snapshot' | 'none';
  deals: number;
  stages: FunnelStage[];
  /** `estimated`: the part of the amount that was put in where a deal has none, at the mean of won deals of its product. */
  won: DealSum;
  lost: DealSum;
  open: DealSum;
  /** won ÷ (won + lost). */
  winRate: { count: number | null; amount: number | null };
  /** Days from created to won, of deals that were won. */
  cycle: { median: number | null; mean: number | null; deals: number };
  /** Median days since open deals were created. */
  openAge: number | null;
  /** By month of closing. */
  trend: { month: PeriodId; won: number; lost: number; wonAmount: number; medianDays: number | null }[];
  /** open deals × win rate × average won amount ÷ cycle days: money a day. */
  velocity: number | null;
  reasons: { reason: string; count: number; amount: number }[];
  /** Named, none hidden: deals without amount or date, stages out of order, future dates, unknown stages. */
  issues: Issue[];
}

export type DealFilter = 'all' | 'open' | 'slipping' | 'stale' | 'flawed' | 'won' | 'lost';
export type DealSort = 'amount' | 'expected' | 'stageDays' | 'ageDays' | 'chance' | 'title' | 'stage';

export interface DealsQuery extends PipelineQuery {
  filter: DealFilter;
  stage: string | null;
  search: string;
  sort: { by: DealSort; descending: boolean };
  first: number;
  count: number;
}

export interface DealRow {
  /** Key of its fact, and its number as files write it, by which its stage changes name it. */
  key: string;
  number: string;
  title: string;
  customer: MemberCode;
  customerName: string;
  sellerName: string;
  productName: string;
  /** Id of its stage; '' where the stage is not one of the rule's. */
  stage: string;
  stageName: string;
  result: 'open' | 'won' | 'lost';
  /** Why it was lost; '' = nobody said. */
  reason: string;
  amount: number | null;
  /** What it counts as where it has no amount: the mean of won deals of its product, else of all. */
  estimate: number | null;
  created: Day | null;
  expected: Day | null;
  closed: Day | null;
  ageDays: number | null;
  stageDays: number | null;
  /** Chance to win by stage and age; null for those that are over. */
  chance: number | null;
  /** Its expected day has passed, or it was put off. */
  slipping: boolean;
  stale: boolean;
  /** What is wrong with the row. */
  flaws: ('noAmount' | 'noDate' | 'futureDate' | 'unknownStage' | 'outOfOrder' | 'negative')[];
}

export interface DealsView {
  /** Name of the node; '' = the whole. */
  label: string;
  asOf: Day | null;
  rows: DealRow[];
  matching: number;
  amount: number;
  counts: Record<DealFilter, number>;
  stages: PipelineStage[];
}

/** Words of the file of deals: heads in the order number, title, customer, product, seller, stage, result, created, expected, closed, amount, reason, chance, marks. */
export interface DealFileWords {
  heads: string[];
  results: Record<DealRow['result'], string>;
  slipping: string;
  stale: string;
  flaws: Record<DealRow['flaws'][number], string>;
}

/** What the pipeline and the run-rate together may bring until the end of the plan's year. */
export interface PipelineForecastView {
  /** Name of the node; '' = the whole. */
  label: string;
  asOf: Day | null;
  /** Calendar months from the running one to the end of the year. */
  months: {
    month: PeriodId;
    /** amount × chance of open deals expected then. */
    weighted: number;
    /** Simulated: mean and 80 % range. */
    mean: number;
    lower: number;
    upper: number;
    /** Forecast of repeat sales, without what deals bring. */
    runRate: number | null;
    target: number | null;
  }[];
  /** Over all months. `combined` = repeat sales and deals, no deal counted twice. */
  total: {
    weighted: number;
    deals: { mean: number; lower: number; upper: number };
    runRate: number | null;
    combined: { mean: number; lower: number; upper: number } | null;
    /** What the forecast of sales alone says of the same time, without a look at deals; null where it is unknown. */
    bySales: { mean: number; lower: number; upper: number; chance: number | null } | null;
    remainingTarget: number | null;
    /** Chance that actual + combined reaches the target; null without target or forecast. */
    chance: number | null;
  };
  /** Share of past sales that deals brought: what the run-rate is reduced by. */
  dealShare: number | null;
  draws: number;
  seed: number;
  issues: Issue[];
}

/** Open amount against what is still to be found, by node. */
export interface CoverRow {
  at: At;
  label: string;
  open: number;
  weighted: number;
  /** target − actual − expected repeat sales; null where one is unknown. */
  needed: number | null;
  /** open ÷ needed; null where nothing is needed or it is unknown. */
  cover: number | null;
  /** 1 ÷ own win rate by amount, else 3. */
  least: number;
  state: 'enough' | 'short' | 'reached' | 'unknown';
}

export interface CoverView {
  dimension: string;
  rows: CoverRow[];
}

/** The stages in use with what names lead to them, and names in the data that lead nowhere. */
export interface PipelineRuleView {
  rule: Omit<PipelineRule, 'id'>;
  /** True where nobody has set it: found in the data. */
  found: boolean;
  unknown: { name: string; deals: number }[];
  history: boolean;
  deals: number;
}
