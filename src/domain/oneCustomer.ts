import type { RISKS } from './customerList';
import type { MemberCode } from './dimension';
import type { FactKind } from './fact';
import type { Day } from './period';
import type { LifecycleStage } from './segmentation';
import type { FieldType } from './source';

/** A tier that was in force from a day on. */
export interface TierPast {
  on: Day;
  tier: 'A' | 'B' | 'C' | null;
  move: 'up' | 'down' | null;
  /** It was under its cut and kept this once. */
  waiting: boolean;
  reason: string;
}

/** What stands at the top of a customer's page. */
export interface CustomerHead {
  code: MemberCode;
  name: string;
  aliases: string[];
  attributes: Record<string, string | number>;
  tier: 'A' | 'B' | 'C' | null;
  pinned: boolean;
  /** Why it was set by hand. */
  pinReason: string;
  tiers: TierPast[];
  /** Its class in every segmentation; '' = in none. */
  segments: { segmentation: string; class: string }[];
  stage: LifecycleStage | null;
  seller: string;
  region: string;
  settlementMethod: string;
  salesMode: string;
}

/** Money in minor units; null = unknown, or nothing to say it of. */
export interface CustomerFiguresView {
  sales12: number | null;
  growth: number | null;
  orders: number | null;
  averageOrder: number | null;
  recencyDays: number | null;
  share: number | null;
  /** Place by sales of twelve months, 1 = largest; equal ones share the better place. Null without sales. */
  rank: number | null;
  ranked: number;
  target: number | null;
  attainment: number | null;
  risk: (typeof RISKS)[number] | null;
  /** Mean days between two days with an order. */
  interval: number | null;
  firstDay: Day | null;
  lastDay: Day | null;
  nextVisit: Day | null;
}

/** Twelve months to the one of the last complete day, the twelve before, and the plan's target for the same months. */
export interface CustomerTrendView {
  /** Index of the first month of the twelve. */
  firstMonth: number;
  now: (number | null)[];
  before: (number | null)[];
  target: (number | null)[];
}

export interface ProductBought {
  code: MemberCode;
  name: string;
  category: string;
  sales: number;
  before: number | null;
  growth: number | null;
  /** Of the customer's sales of twelve months. */
  share: number | null;
  lastDay: Day;
  /** Bought before and not within these twelve months; bought within them for the first time ever. */
  state: 'kept' | 'stopped' | 'new';
}

/** Kinds of facts that are told of one customer. */
export const CUSTOMER_FACTS = [
  'visits',
  'complaints',
  'surveys',
  'receivables',
  'collections',
  'contracts',
  'promotions',
] as const satisfies readonly FactKind[];
export type CustomerFactKind = (typeof CUSTOMER_FACTS)[number];

/** What one source says of a customer: its newest rows as they count. */
export interface FactPart {
  kind: CustomerFactKind;
  /** The source has rows at all. */
  known: boolean;
  asOf: Day | null;
  /** Rows of this customer, all of them; `rows` holds the newest. */
  count: number;
  fields: { id: string; type: FieldType }[];
  /** Names in place of codes; null = blank. */
  rows: (string | number | null)[][];
  /** Sum of its amounts; null where the source has none. */
  amount: number | null;
  /** Open complaints, and what is overdue of receivables in minor units. */
  open: number;
}

export interface OneCustomerView {
  head: CustomerHead;
  asOf: Day | null;
  from: Day | null;
  figures: CustomerFiguresView;
  trend: CustomerTrendView | null;
  /** By sales of twelve months and of those before; the first hundred. */
  products: ProductBought[];
  productCount: number;
  stoppedCount: number;
  orderCount: number;
  facts: FactPart[];
}

/** One order: all lines of its number; newest first. */
export interface CustomerOrder {
  /** Stands for the order until orders change. */
  id: number;
  day: Day;
  amount: number;
  lines: { product: string; amount: number }[];
}

/** Where a customer stands in a list. */
export interface CustomerPlace {
  previous: MemberCode | null;
  next: MemberCode | null;
  /** From 1; null where the list does not take it. */
  place: number | null;
  matching: number;
}
