import type { DimensionId } from './dimension';
import type { ImportReport } from './order';
import type { Day } from './period';
import type { CustomerColumn } from './segmentation';
import type { SourceKind } from './source';

/** One import of facts. Its order segments live and go with this record. */
export interface ImportRecord {
  id: string;
  name: string;
  importedAt: string;
  coverage: { from: Day; to: Day };
  /** Ids of its order segments, in order. */
  segments: string[];
  /** The report without the cells of reported rows. */
  report: Omit<ImportReport, 'rows'>;
  dimensions: DimensionId[];
  /** What came with it in one go. */
  pack?: string;
  /** Rows of older imports that it put others in the place of: they come back when it is taken out. */
  replaced?: { import: string; segment: string }[];
}

/** One table of facts or members that was brought in. Its fact segments live and go with this record. */
export interface SourceImport {
  id: string;
  pack: string;
  kind: Exclude<SourceKind, 'orders'>;
  name: string;
  importedAt: string;
  /** The day it is complete to; null where nobody said and its rows have no dates. */
  asOf: Day | null;
  /** First and last day of its rows; null where they have none. */
  from: Day | null;
  to: Day | null;
  /** Ids of its fact segments, in order. */
  segments: string[];
  rowsIn: number;
  kept: number;
  reported: number;
  byReason: Record<string, number>;
  /** Sum of its amounts in minor units; null where it has none. */
  amount: number | null;
  /** It says how things stand as a whole: rows of earlier imports that it does not name are gone. */
  whole: boolean;
}

/** Weights and cuts that turn customers into tiers A, B and C. */
export interface TierRule {
  id: string;
  plan: string | null;
  weights: { spend: number; frequency: number; recency: number; influence: number };
  /**
   * Share of customers or of sales in A and in A + B; for `score` (0 … 100) and `value` (12-month sales in minor units) the
   * least that is in A and in B.
   */
  by: 'customers' | 'sales' | 'score' | 'value';
  cutA: number;
  cutB: number;
  /** Any other column of a customer. Rank takes its percentile; linear and log its place between least and most. */
  more?: { column: CustomerColumn; weight: number; direction: 'high' | 'low'; scale: 'rank' | 'linear' | 'log' }[];
  /** Points under a cut before a customer moves down at once; less waits for the next time. Absent: none. */
  hysteresis?: number;
  /** Customers with money overdue for more than 90 days are no better than B. Absent: it does not matter. */
  capOverdue?: boolean;
}

/** A tier a person set by hand: rules never move it. */
export interface TierPin {
  id: string;
  customer: number;
  tier: 'A' | 'B' | 'C';
  reason: string;
}

/** A limit that differs from the definition's own starting value. */
export interface KpiLimit {
  id: string;
  kpi: string;
  good: number | null;
  bad: number | null;
}

/** Days off and make-up working days that people brought, over those that ship with the product. One list per workspace. */
export interface HolidayList {
  id: string;
  days: { day: Day; kind: 'off' | 'work'; name: string }[];
}
