import type { Day } from './period';

/** What customers can be told apart by; `attribute` names a fact of the customer itself (industry, size …). */
export type CustomerColumn =
  | { kind: 'figure'; figure: CustomerFigure }
  | { kind: 'attribute'; attribute: string }
  | { kind: 'member'; dimension: 'region' | 'seller' | 'salesMode' | 'settlementMethod' }
  /** What rules made of the customer: its tier (`A` …) in force, its stage of life, its ABC class by sales alone. */
  | { kind: 'class'; of: 'tier' | 'stage' | 'abc' };

export const CUSTOMER_FIGURES = [
  'sales12',
  'salesBefore',
  'growth',
  'frequency',
  'orders',
  'recencyDays',
  'averageOrder',
  'firstOrderDays',
  'categories',
  'score',
  'share',
] as const;
export type CustomerFigure = (typeof CUSTOMER_FIGURES)[number];

export type Comparison = 'is' | 'isNot' | 'atLeast' | 'below' | 'contains' | 'blank' | 'notBlank';

/** One condition on a customer. `value` is a number for figures (minor units for money), else text or a member's code. */
export interface Condition {
  column: CustomerColumn;
  is: Comparison;
  value: number | string | null;
}

/** All conditions of a class must hold; the first class that takes a customer keeps it, what no class takes is *others*. */
export interface SegmentClass {
  id: string;
  name: string;
  all: Condition[];
}

/** One way to divide the customers. */
export type Division =
  | { kind: 'rules'; classes: SegmentClass[] }
  /** Equal parts by value, never through equal values; from the smallest. */
  | { kind: 'quantiles'; column: CustomerColumn; parts: number; names: string[] }
  /** Classes by the cells of two others; figures are cut into thirds. */
  | { kind: 'matrix'; rows: CustomerColumn; columns: CustomerColumn };

/** Ids of the classes of a division: those of its rules; `q1` … from the smallest; `row.column` of a matrix. '' = others. */
export interface Segmentation {
  id: string;
  name: string;
  division: Division;
}

/** Days and counts that say at which stage of its life a customer is. Editable; the starting values are ours. */
export interface LifecycleRule {
  id: string;
  /** New: first order at most so many days ago. */
  newDays: number;
  /** Dormant, and lost: no order for so many days, and at least so many times its own usual interval. */
  dormantDays: number;
  lostDays: number;
  intervals: number;
  /** Growing or declining: sales of the last 12 months against those before, as a share. */
  growth: number;
  decline: number;
}

/** The starting values: half a year new, silent for half a year or a year and three times the own interval, a tenth up or down. */
export const DEFAULT_LIFECYCLE_RULE: Omit<LifecycleRule, 'id'> = {
  newDays: 180,
  dormantDays: 180,
  lostDays: 365,
  intervals: 3,
  growth: 0.1,
  decline: 0.1,
};

export const LIFECYCLE_STAGES = ['prospect', 'new', 'growing', 'mature', 'declining', 'dormant', 'lost'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** Tiers as they were put into force on a day: the history of every customer's tier. */
export interface Tiering {
  id: string;
  on: Day;
  reason: string;
  /** By customer code: 0 none, 1 A, 2 B, 3 C. */
  tier: Uint8Array;
  /** Customers kept above their cut this time. */
  waiting: Uint8Array;
}
