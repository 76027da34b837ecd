import type { DimensionId } from './dimension';
import type { ImportReport } from './order';
import type { Day } from './period';

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
}

/** Weights and cuts that turn customers into tiers A, B and C. */
export interface TierRule {
  id: string;
  plan: string | null;
  weights: { spend: number; frequency: number; recency: number; influence: number };
  /** Share of customers in A and in A + B, or share of sales when `by` is sales. */
  by: 'customers' | 'sales';
  cutA: number;
  cutB: number;
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
