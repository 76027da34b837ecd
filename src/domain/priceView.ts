import type { MemberCode } from './dimension';
import type { FactKind } from './fact';
import type { Day } from './period';
import type { PriceBand, RebateProgramme, TierPrice } from './price';

/** From list to what is left of it, in minor units; null where no line had a list price. */
export interface LadderSteps {
  list: number | null;
  /** At the tier's price. */
  tier: number | null;
  invoice: number | null;
  /** Invoice less rebates of the same lines' customers. */
  net: number | null;
}

export interface LadderRow extends LadderSteps {
  code: MemberCode;
  name: string;
  /** Net sales of all its lines. */
  sales: number;
  /** What the ladder speaks for, of the sales; null without sales. */
  covered: number | null;
  /** 1 − invoice ÷ list. */
  discount: number | null;
}

export interface LadderQuery {
  from: Day | null;
  to: Day | null;
  by: 'product' | 'customer';
  search: string;
  sort: { by: 'name' | 'sales' | 'list' | 'invoice' | 'discount' | 'covered'; descending: boolean };
  first: number;
  count: number;
}

export interface LadderView {
  from: Day | null;
  to: Day | null;
  /** Rows of the price list; none = nothing to compare with. */
  prices: number;
  total: LadderSteps & { sales: number; covered: number | null; discount: number | null };
  rows: LadderRow[];
  matching: number;
}

export interface ViolationQuery {
  search: string;
  side: 'under' | 'over' | null;
  first: number;
  count: number;
}

export interface ViolationLine {
  day: Day;
  customer: MemberCode;
  customerName: string;
  productName: string;
  sellerName: string;
  quantity: number;
  /** Minor units for one. */
  price: number;
  list: number;
  lowest: number | null;
  highest: number | null;
  difference: number;
}

export interface ViolationView {
  /** Lines that a band was known for. */
  checked: number;
  under: { lines: number; amount: number };
  over: { lines: number; amount: number };
  rows: ViolationLine[];
  matching: number;
}

/** What is agreed, to be edited. */
export interface PriceRules {
  asOf: Day | null;
  prices: number;
  /** Sources beside the orders that these pages read, and the day each is complete to. */
  sources: { kind: FactKind; asOf: Day }[];
  tierPrices: TierPrice[];
  bands: (PriceBand & { name: string })[];
  programmes: RebateProgramme[];
}

export interface RebateQuery {
  programme: string;
  /** Near: the next step is within a tenth of what is forecast. */
  only: 'near' | 'earning' | null;
  search: string;
  sort: { by: 'name' | 'sales' | 'forecast' | 'accrued' | 'toNext' | 'extra'; descending: boolean };
  first: number;
  count: number;
}

export interface RebateRow {
  code: MemberCode;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  /** Net sales in the programme so far, and at its end. */
  sales: number;
  forecast: number | null;
  /** What the steps are on, now and at the end: money, or a share. */
  reached: number | null;
  reachedAtEnd: number | null;
  /** Steps count from 1; 0 = below the first. */
  step: number;
  stepAtEnd: number;
  accrued: number;
  /** What will be paid where the forecast comes true. */
  atEnd: number | null;
  /** Missing to the step above the one forecast, and what that step would pay more. */
  toNext: number | null;
  extra: number | null;
  near: boolean;
}

export interface RebateView {
  asOf: Day | null;
  programme: RebateProgramme | null;
  total: { customers: number; sales: number; accrued: number; atEnd: number; near: number; paid: number };
  rows: RebateRow[];
  matching: number;
}

export interface JointRow {
  key: string;
  title: string;
  customerName: string;
  productName: string;
  from: Day;
  to: Day;
  mechanism: string;
  ours: number | null;
  theirs: number | null;
  /** Our part of all that is spent. */
  ourShare: number | null;
  proof: string;
  actual: number | null;
  expected: number | null;
  uplift: number | null;
  by: 'lastYear' | 'before' | null;
  /** Uplift × margin − our cost, over our cost; null without margin or cost. */
  roi: number | null;
}

export interface JointView {
  asOf: Day | null;
  /** Promotions of customers, and those that name none. */
  rows: JointRow[];
  ours: number;
  theirs: number;
  withoutProof: number;
}

/** One dealer on one page. */
export interface DealerView {
  code: MemberCode;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  asOf: Day;
  from: Day;
  /** Twelve months to the day. */
  buys: number;
  buysBefore: number | null;
  /** What the dealer sold on, as told by its sheets; null where none came in. */
  sellsOn: number | null;
  /** What it paid for what it sold on, at its own buying prices; null where quantities are missing. */
  paidFor: number | null;
  margin: number | null;
  rebate: number;
  support: number;
  /** Margin, rebate and support. */
  earns: number | null;
  stock: number | null;
  /** Months of stock at the pace of the last three months sold on. */
  stockMonths: number | null;
  target: number | null;
  attainment: number | null;
  /** By product, most bought first, at most 12. */
  products: { name: string; buys: number; before: number | null; quantity: number | null }[];
  /** `toNext` is money where the steps are on volume, else a share. */
  programmes: {
    title: string;
    on: RebateProgramme['on'];
    step: number;
    accrued: number;
    atEnd: number | null;
    toNext: number | null;
  }[];
  months: { month: number; buys: number; before: number | null }[];
  prospects: {
    /** What the dealer could buy in a year, as was said of it, and how much of that it buys; null where nobody said. */
    potential: number | null;
    potentialShare: number | null;
    /** Neither won nor lost; null where no opportunities came in. */
    opportunities: { count: number; amount: number } | null;
  };
}
