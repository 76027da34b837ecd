import type { MemberCode } from './dimension';
import type { Day } from './period';

/** Months of orders that rules may be learnt from; 0 = all. */
export const NEXT_MONTHS = [12, 24, 0] as const;
export type NextMonths = (typeof NEXT_MONTHS)[number];

/** How many customers (or orders) must have bought both before anybody listens. */
export const LEAST_TOGETHER = [5, 10, 20, 50] as const;

/** How rules are learnt. */
export interface NextRule {
  /** Bought together: by one customer over time, or in one order. */
  by: 'customer' | 'order';
  /** Level of the product tree; null = the deepest that is not too wide. */
  level: string | null;
  months: NextMonths;
  least: number;
}

export type CallSort = 'customer' | 'item' | 'expected' | 'confidence' | 'lift' | 'alive';
export type RuleSort = 'confidence' | 'lift' | 'together' | 'of' | 'support';

export interface NextQuery extends NextRule {
  /** Of this seller, tier or advised product; null = all. */
  seller: MemberCode | null;
  tier: 'A' | 'B' | 'C' | null;
  item: MemberCode | null;
  /** Calls to this customer alone. */
  customer?: MemberCode;
  /** In names of customers. */
  search: string;
  list: 'calls' | 'rules';
  sort: { by: CallSort | RuleSort; descending: boolean };
  first: number;
  count: number;
}

/** Who bought `left` buys `right` too. */
export interface BoughtTogether {
  left: string[];
  right: string;
  /** Customers (or orders) with the left side, and with both. */
  of: number;
  together: number;
  support: number;
  confidence: number;
  lift: number;
}

export interface CallRow {
  customer: MemberCode;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  seller: string;
  lastDay: Day;
  item: string;
  /** Confidence × what buyers of it spend in twelve months, minor units. */
  expected: number;
  /** By the value model that was fitted last; null where none was. */
  alive: number | null;
  why: BoughtTogether;
}

export interface NextView {
  /** Null without orders that name customers and products. */
  asOf: Day | null;
  rule: NextRule;
  /** Levels of products to choose from, with how many of each were bought; the last is the finest. */
  levels: { id: string; items: number; tooWide: boolean }[];
  level: string | null;
  items: number;
  /** What rules were learnt from: customers or orders. */
  baskets: number;
  rules: number;
  /** Customers with advice, and the sum of the best advice of each. */
  called: number;
  expected: number;
  sellers: { code: MemberCode; name: string; calls: number }[];
  advised: { code: MemberCode; name: string; calls: number }[];
  calls: CallRow[];
  together: BoughtTogether[];
  matching: number;
}

/** Words of the call list as a file, in the language of the page. */
export interface CallListWords {
  customer: string;
  tier: string;
  seller: string;
  lastOrder: string;
  product: string;
  expected: string;
  bought: string;
  confidence: string;
  lift: string;
  cases: string;
}
