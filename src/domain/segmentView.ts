import type { MemberCode } from './dimension';
import type { Day } from './period';
import type { CustomerColumn, LifecycleRule, LifecycleStage, Segmentation } from './segmentation';

/** A class of customers, with what it amounts to. */
export interface SegmentGroup {
  /** Of the class; '' = others, what no class takes. */
  id: string;
  /** As people wrote it; '' where the page has a word for it. */
  name: string;
  /** A part of a figure, from the smallest, 1 … `of`; null for classes with names. */
  part: { no: number; of: number } | null;
  customers: number;
  /** Net sales of twelve months, minor units. */
  sales: number;
  /** Customers that fit too, and were taken by a class before. */
  taken: number;
}

export interface SegmentAxis {
  id: string;
  name: string;
  part: { no: number; of: number } | null;
}

/** What a division makes of the customers. Classes and others add up to all. */
export interface SegmentView {
  asOf: Day | null;
  from: Day | null;
  customers: number;
  sales: number;
  groups: SegmentGroup[];
  others: SegmentGroup;
  /** Of a quantile: where its parts end, from the smallest. */
  cuts: number[];
  /** Of a matrix: groups run row by row. */
  axes: { rows: SegmentAxis[]; columns: SegmentAxis[] } | null;
}

/** A column to divide by, with what occurs in it, most frequent first. */
export interface ColumnChoice {
  column: CustomerColumn;
  kind: 'number' | 'text' | 'member';
  /** Customers that have a value. */
  known: number;
  values: { value: string | number; name: string; customers: number }[];
}

export interface SegmentChoices {
  columns: ColumnChoice[];
  saved: Segmentation[];
  /** Whether customer is in the lines of the open plan; null without a plan. */
  customerPlanned: boolean | null;
}

export interface LifecycleQuery {
  /** Null = the saved rule. */
  rule: Omit<LifecycleRule, 'id'> | null;
  /** Null = the last complete day of the orders. */
  on: Day | null;
  /** Ends of months before `on` that are looked at too. */
  months: number;
}

export interface LifecycleView {
  asOf: Day | null;
  /** First and last day that can be asked for. */
  from: Day | null;
  to: Day | null;
  rule: Omit<LifecycleRule, 'id'>;
  draft: boolean;
  customers: number;
  stages: { stage: LifecycleStage; customers: number; sales: number }[];
  /** False where less than two years are covered on the day: growth is not told. */
  comparable: boolean;
  /** Ends of months up to the day itself, with customers and sales per stage in the order of LIFECYCLE_STAGES. */
  series: { on: Day; customers: number[]; sales: number[]; comparable: boolean }[];
  /** Customers from stage (row) to stage (column) since the day before it in the series; null for the first. */
  moves: number[][] | null;
  movesFrom: Day | null;
}

export interface StageChangesQuery extends LifecycleQuery {
  /** Null = any. */
  from: LifecycleStage | null;
  to: LifecycleStage | null;
  first: number;
  count: number;
}

/** Those who changed stage since the month before, the largest first. */
export interface StageChanges {
  total: number;
  rows: {
    code: MemberCode;
    name: string;
    from: LifecycleStage;
    to: LifecycleStage;
    sales: number;
    lastDay: Day | null;
  }[];
}

/** Tiers that were put into force. */
export interface TieringLine {
  id: string;
  on: Day;
  reason: string;
  customers: [a: number, b: number, c: number];
  /** Against the ones before: null for the first. */
  up: number | null;
  down: number | null;
  waiting: number;
  /** In force on the day of the question. */
  current: boolean;
}
