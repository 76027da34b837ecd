import type { MemberCode } from './dimension';
import type { Day } from './period';

/** How a credit limit is proposed: monthly sales with tax × terms in months × the factor of the rating. */
export interface CreditRule {
  id: string;
  taxRate: number;
  /** Days, where a customer has none of its own. */
  termsDays: number;
  factors: { A: number; B: number; C: number; D: number };
}

/** What a tier pays of the list price from a day on. */
export interface TierPrice {
  id: string;
  tier: 'A' | 'B' | 'C';
  from: Day;
  /** 0.95 = 95 % of list. */
  share: number;
}

/** Prices outside lowest … highest share of list are violations. `product` null = all without a band of their own. */
export interface PriceBand {
  id: string;
  product: MemberCode | null;
  lowest: number;
  highest: number;
}

/** A rebate programme: the rate of the step that is reached counts for all of the base. */
export interface RebateProgramme {
  id: string;
  title: string;
  from: Day;
  to: Day;
  /** What the steps are on: sales of the time, growth on the year before, or share paid by its due date. */
  on: 'volume' | 'growth' | 'onTime';
  /** Rising; `at` is minor units for volume, a share for the others; `rate` a share of sales. */
  steps: { at: number; rate: number }[];
  /** Who takes part: null = all customers. */
  tiers: ('A' | 'B' | 'C')[] | null;
  customers: MemberCode[] | null;
}
