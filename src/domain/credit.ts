import type { MemberCode } from './dimension';
import type { Day } from './period';
import type { CreditRule } from './price';

export const CREDIT_RATINGS = ['A', 'B', 'C', 'D'] as const;
export type CreditRating = (typeof CREDIT_RATINGS)[number];

/** Over: more is open than the limit allows. Near: four fifths of it. Late: something is past due. None: nothing is open. */
export const CREDIT_STATES = ['over', 'late', 'near', 'fine', 'none'] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

const CREDIT_SORTS = [
  'name',
  'limit',
  'proposed',
  'balance',
  'available',
  'use',
  'overdue',
  'oldest',
  'ability',
] as const;
export type CreditSort = (typeof CREDIT_SORTS)[number];

export interface CreditQuery {
  search: string;
  state: CreditState | null;
  sort: { by: CreditSort; descending: boolean };
  first: number;
  count: number;
}

export interface CreditRow {
  code: MemberCode;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  rating: CreditRating | null;
  /** Days; the rule's where the customer has none of its own. */
  termsDays: number;
  ownTerms: boolean;
  /** Minor units; null = none was set, or nothing to go by. */
  limit: number | null;
  proposed: number | null;
  balance: number | null;
  available: number | null;
  /** Balance ÷ limit. */
  use: number | null;
  overdue: number | null;
  /** Days the oldest open amount is late. */
  oldest: number | null;
  /** Not due, 1–30, 31–60, 61–90, over 90. */
  buckets: number[] | null;
  disputed: number;
  /** 0 … 100. */
  ability: number | null;
  /** Parts of the ability that have no data. */
  missing: ('onTime' | 'current' | 'trend' | 'relation')[];
  state: CreditState;
}

export interface CreditView {
  /** The day the receivables are complete to; null = none came in. */
  asOf: Day | null;
  /** The day of the collections, null without any. */
  cashAsOf: Day | null;
  rule: Omit<CreditRule, 'id'>;
  totals: {
    customers: number;
    limit: number;
    balance: number;
    overdue: number;
    disputed: number;
    credit: number;
    buckets: number[];
  };
  states: Record<CreditState, number>;
  /** Proposals that differ from the limit that is set, over all that match. */
  proposals: { code: MemberCode; limit: number }[];
  rows: CreditRow[];
  matching: number;
}
