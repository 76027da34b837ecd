import type { MemberCode } from './dimension';
import type { Day } from './period';

export const VALUE_MODELS = ['bgNbd', 'paretoNbd'] as const;
export type ValueModel = (typeof VALUE_MODELS)[number];

/** Months that may be looked ahead. */
export const VALUE_MONTHS = [3, 6, 12, 24] as const;
export type ValueMonths = (typeof VALUE_MONTHS)[number];

/** How customers are valued. */
export interface ValueRule {
  model: ValueModel;
  months: ValueMonths;
  /** What money a year later is worth less, as a share: 0.1 = 10 %. */
  discount: number;
}

export type ValueSort =
  | 'name'
  | 'worth'
  | 'atRisk'
  | 'alive'
  | 'purchases'
  | 'perPurchase'
  | 'silence'
  | 'lastDay'
  | 'days';

export interface ValueQuery extends ValueRule {
  /** `risk`: silent for longer than usual, with money at stake. */
  list: 'all' | 'risk';
  tier: 'A' | 'B' | 'C' | null;
  search: string;
  /** This customer alone. */
  customer?: MemberCode;
  sort: { by: ValueSort; descending: boolean };
  first: number;
  count: number;
}

/** Why nothing could be fitted. */
export type ValueRefusal = 'noCustomers' | 'noRepeaters' | 'tooFew' | 'alike' | 'badHistory' | 'badMoney';

export interface ValueRow {
  code: MemberCode;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  /** Days with a purchase, ever. */
  days: number;
  lastDay: Day;
  /** Days since the last purchase ÷ usual days between two; null with a single purchase. */
  silence: number | null;
  alive: number | null;
  /** Expected within the horizon. */
  purchases: number | null;
  /** Minor units per purchase. */
  perPurchase: number | null;
  worth: number | null;
  /** worth × (1 − alive). */
  atRisk: number | null;
}

export interface ValueTierLine {
  tier: 'A' | 'B' | 'C' | null;
  customers: number;
  /** Sum of the chances: how many still buy. */
  alive: number;
  worth: number;
  atRisk: number;
}

/** The model against what it had not seen. */
export interface ValueCheck {
  /** First and last day that were held out. */
  from: Day;
  to: Day;
  customers: number;
  predicted: number;
  actual: number;
  /** Mean error of purchases per customer, and that of "as many as before". */
  meanError: number;
  plainError: number;
}

export interface ValueView {
  /** Null without orders. */
  asOf: Day | null;
  from: Day | null;
  /** Stretches of days that nobody knows, between imports. */
  gaps: number;
  rule: ValueRule;
  /** Customers who ever bought, and how many of them twice. */
  customers: number;
  repeaters: number;
  refusal: ValueRefusal | null;
  /** Why money is taken from plain means. */
  moneyRefusal: ValueRefusal | null;
  /** Fitted parameters by name, with `logLikelihood`; times in weeks. Null where nothing was fitted. */
  model: Record<string, number> | null;
  money: { p: number; q: number; v: number } | null;
  correlation: number | null;
  totals: { worth: number; atRisk: number; alive: number; purchases: number; riskCustomers: number } | null;
  tiers: ValueTierLine[];
  /** Customers by repeat purchases, the last class and more: as the model expects, and as they are. */
  counts: { from: number; to: number | null; expected: number; actual: number }[];
  check: ValueCheck | null;
  rows: ValueRow[];
  matching: number;
}
