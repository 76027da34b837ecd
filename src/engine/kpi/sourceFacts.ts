import type { KpiSource } from '~/domain/kpi';
import type { Day } from '~/domain/period';

/** Facts beside orders that belong to a node, each with the day its own source is complete to. NaN = blank. */
export interface SourceFacts {
  /** Which sources are there, and can be told apart at this node. */
  has: Partial<Record<KpiSource, boolean>>;
  surveys?: SurveySource;
  complaints?: ComplaintSource;
  /** Visits that were due by the agreed cadence. */
  visits?: VisitSource;
  contracts?: ContractSource;
  training?: TrainingSource;
  collections?: CashSource;
  receivables?: ReceivableSource;
  /** Money spent on channels, by month. */
  spend?: SpendSource;
  /** Lines of the node with what they cost. */
  margins?: MarginSource;
  rebates?: CashSource;
  market?: MarketSource;
  deals?: DealSource;
  /** Forecasts that were kept, by month, where the month has come. */
  kept?: KeptSource;
}

export interface SurveySource {
  asOf: Day;
  day: ArrayLike<number>;
  /** Equal numbers for the same person, 0 = nameless. */
  person: Uint32Array;
  /** 0 = satisfaction, 1 = recommendation. */
  kind: Uint8Array;
  score: ArrayLike<number>;
  scale: ArrayLike<number>;
}

export interface ComplaintSource {
  asOf: Day;
  day: ArrayLike<number>;
  deadline: ArrayLike<number>;
  closed: ArrayLike<number>;
}

export interface VisitSource {
  asOf: Day;
  due: ArrayLike<number>;
  /** 1 in time, 0 not, −1 there is still time. */
  done: Int8Array;
  /** Visits made, by day: what they cost. */
  made: { day: ArrayLike<number>; cost: ArrayLike<number> };
  /** Cost of the packages of the node's customers in a year; null where nobody said what an hour costs. */
  packagesPerYear: number | null;
}

export interface ContractSource {
  asOf: Day;
  /** Last day of each contract. */
  until: ArrayLike<number>;
  /** 1 renewed within its time, 0 not, −1 there is still time. */
  renewed: Int8Array;
}

export interface TrainingSource {
  asOf: Day;
  day: ArrayLike<number>;
  /** Number of person and course. */
  pair: Uint32Array;
  passed: Uint8Array;
}

/** Amounts in minor units by day. */
export interface CashSource {
  asOf: Day;
  day: ArrayLike<number>;
  amount: ArrayLike<number>;
  /** What sales are lifted by before cash meets them: 1.13 for 13 %, 1 where they have tax in them. */
  taxFactor: number;
}

export interface ReceivableSource {
  /** The one day they are the balance of. */
  asOf: Day;
  due: ArrayLike<number>;
  amount: ArrayLike<number>;
}

export interface SpendSource {
  asOf: Day;
  /** First day of its month. */
  day: ArrayLike<number>;
  amount: ArrayLike<number>;
}

export interface MarginSource {
  asOf: Day;
  day: ArrayLike<number>;
  amount: ArrayLike<number>;
  /** NaN where the line has no known cost. */
  cost: ArrayLike<number>;
}

/** Deals of the node; NaN = unknown. */
export interface KeptSource {
  /** Last day of the orders that they are judged by. */
  asOf: Day;
  /** First day of the month that was foretold. */
  day: ArrayLike<number>;
  /** Months between the end of the data and it: 1 = the next one. */
  ahead: ArrayLike<number>;
  forecast: ArrayLike<number>;
  actual: ArrayLike<number>;
}

export interface DealSource {
  asOf: Day;
  created: ArrayLike<number>;
  closed: ArrayLike<number>;
  expected: ArrayLike<number>;
  /** 0 open, 1 won, 2 lost. */
  state: Uint8Array;
  worth: ArrayLike<number>;
  /** Day on which an open deal has been without a step for so long that it counts as lost; NaN = it does not. */
  idleOn: ArrayLike<number>;
  /** The last time each deal left each stage. */
  exits: { day: ArrayLike<number>; forward: Uint8Array };
  /** What is expected of each leaf period of the plan in all, and the share of sales that deals bring; null where unknown. */
  cover: {
    expected: readonly { from: Day; to: Day; amount: number | null }[];
    share: number;
    winRate: number | null;
  } | null;
}

/** Own sales of a whole calendar year in the scopes whose size is known. */
export interface MarketSource {
  years: { asOf: Day; size: number; own: number }[];
}

/** Rows dated from..to, both inside. */
export function* rowsWithin(day: ArrayLike<number>, from: Day, to: Day): Generator<number> {
  for (let row = 0; row < day.length; row += 1) if (day[row] >= from && day[row] <= to) yield row;
}

/** Sum of the amounts dated from..to; blank amounts count nothing. */
export function sumWithin(
  { day, amount }: { day: ArrayLike<number>; amount: ArrayLike<number> },
  from: Day,
  to: Day,
): number {
  let sum = 0;
  for (let row = 0; row < day.length; row += 1) {
    if (day[row] >= from && day[row] <= to && !Number.isNaN(amount[row])) sum += amount[row];
  }
  return sum;
}
