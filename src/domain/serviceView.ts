import type { MemberCode } from './dimension';
import type { Day } from './period';
import type { LifecycleStage } from './segmentation';
import type { ServicePackage, ServiceSettings } from './service';

export type ServiceTier = 'A' | 'B' | 'C';

/** What is agreed, for how many customers, and how far the sources beside it reach. */
export interface ServiceRules {
  packages: (ServicePackage & { customers: number })[];
  settings: Omit<ServiceSettings, 'id'>;
  /** Customers that no package takes. */
  without: number;
  /** The day the lists are read on: today, or the newest day of the data where that ends long before. */
  on: Day;
  visits: { rows: number; asOf: Day | null };
  complaints: { rows: number; asOf: Day | null };
  surveys: { rows: number; asOf: Day | null };
}

const DUE_STATES = ['overdue', 'thisWeek', 'later', 'never'] as const;

/** Overdue before today, due in the 7 days from today, later, or never visited yet (due at once). */
export type DueState = (typeof DUE_STATES)[number];

/** The next visit of one customer. */
export interface DueRow {
  customer: MemberCode;
  name: string;
  tier: ServiceTier | null;
  stage: LifecycleStage | null;
  seller: MemberCode;
  sellerName: string;
  regionName: string;
  cadenceDays: number;
  last: Day | null;
  /** Result of the last visit, as it was written. */
  result: string;
  due: Day;
  /** It was agreed with the customer, not counted from the cadence. */
  agreed: boolean;
  state: DueState;
  /** Working days do not matter here: days after `due`, 0 where it is still to come. */
  overdueDays: number;
  sales12: number;
}

export interface DueQuery {
  on: Day | null;
  search: string;
  state: DueState | null;
  tier: ServiceTier | null;
  seller: MemberCode | null;
  /** Due on this day alone, moved over days off; overdue ones stand on the day they are read. */
  day: Day | null;
  sort: { by: 'name' | 'tier' | 'seller' | 'due' | 'last' | 'sales12'; descending: boolean };
  first: number;
  count: number;
}

export interface DueGroup {
  code: MemberCode;
  name: string;
  customers: number;
  overdue: number;
  thisWeek: number;
}

export interface DueView {
  on: Day;
  rows: DueRow[];
  matching: number;
  counts: Record<DueState, number>;
  /** Four weeks from Monday of the week of `on`: visits due a day, overdue ones on none of them. */
  strip: { day: Day; due: number; working: boolean }[];
  bySeller: DueGroup[];
  byRegion: DueGroup[];
  byTier: (Omit<DueGroup, 'code'> & { tier: ServiceTier | null })[];
}

/** Hours a seller needs for what is agreed, against those there are, per month. */
export interface WorkloadView {
  on: Day;
  months: { id: string; workingDays: number }[];
  rows: WorkloadRow[];
  total: { needed: number[]; capacity: number[] };
}

export interface WorkloadRow {
  seller: MemberCode;
  name: string;
  customers: number;
  /** Hours a month when working as usual. */
  hoursPerMonth: number;
  own: boolean;
  needed: number[];
  capacity: number[];
  leaveDays: number[];
}

/** Why a figure of cost to serve is blank. */
export type ServeReason = 'noHourCost' | 'noCosts' | 'noQuantity' | 'fewCosts' | 'noSales';

export interface ServeRow {
  customer: MemberCode;
  name: string;
  tier: ServiceTier | null;
  visits: number;
  hours: number;
  complaints: number;
  /** Minor units over twelve months; null where `reason` says why. */
  cost: number | null;
  sales: number;
  margin: number | null;
  /** Cost ÷ sales; null without sales above 0. */
  share: number | null;
  reason: ServeReason | null;
}

export interface ServeView {
  from: Day | null;
  to: Day | null;
  rows: ServeRow[];
  matching: number;
  above: number;
  byTier: {
    tier: ServiceTier | null;
    customers: number;
    cost: number | null;
    sales: number;
    margin: number | null;
    share: number | null;
  }[];
  reason: ServeReason | null;
}

export interface ServeQuery {
  on: Day | null;
  search: string;
  tier: ServiceTier | null;
  /** Only those that cost more than they bring, or that cost without buying. */
  aboveOnly: boolean;
  first: number;
  count: number;
}

export type ComplaintState = 'open' | 'working' | 'closed';

export interface ComplaintRow {
  key: string;
  /** Its number as it was written; keys are folded. */
  number: string;
  day: Day;
  customer: MemberCode;
  customerName: string;
  product: MemberCode;
  productName: string;
  sellerName: string;
  subject: string;
  owner: string;
  state: ComplaintState;
  deadline: Day | null;
  /** The deadline stands with the complaint; else it follows from the package. */
  ownDeadline: boolean;
  closed: Day | null;
  /** Days after the deadline for what is not closed, or was closed late; 0 = in time. */
  lateDays: number;
}

export interface ComplaintQuery {
  on: Day | null;
  search: string;
  state: ComplaintState | 'overdue' | null;
  customer: MemberCode | null;
  first: number;
  count: number;
}

export interface ComplaintGroup {
  code: MemberCode;
  name: string;
  all: number;
  open: number;
  overdue: number;
  meanDays: number | null;
}

export interface ComplaintView {
  on: Day;
  asOf: Day | null;
  rows: ComplaintRow[];
  matching: number;
  counts: { open: number; working: number; closed: number; overdue: number };
  /** Of those that were closed. */
  meanDays: number | null;
  medianDays: number | null;
  onTime: { closed: number; due: number };
  byProduct: ComplaintGroup[];
  bySeller: ComplaintGroup[];
  byCustomer: ComplaintGroup[];
}

/** One score with how much it rests on. Under 30 answers it is shown with its interval, grey. */
export interface SurveyScore {
  /** CSAT a fraction, NPS −100 … 100; null without valid answers. */
  value: number | null;
  n: number;
  interval: { lower: number; upper: number } | null;
}

export interface SurveyGroup {
  id: string;
  name: string;
  csat: SurveyScore;
  nps: SurveyScore;
}

export interface SurveyAnswer {
  key: string;
  day: Day;
  customer: MemberCode;
  customerName: string;
  person: string;
  kind: 'csat' | 'nps';
  score: number;
  scale: number;
  productName: string;
  sellerName: string;
  comment: string;
}

export interface SurveyQuery {
  on: Day | null;
  /** Answers of so many months up to the day count; 12 is usual. */
  months: number;
  search: string;
  kind: 'csat' | 'nps' | null;
  first: number;
  count: number;
}

export interface SurveyView {
  on: Day;
  asOf: Day | null;
  from: Day;
  csat: SurveyScore;
  nps: SurveyScore;
  byTier: SurveyGroup[];
  byProductLine: SurveyGroup[];
  bySeller: SurveyGroup[];
  trend: { quarter: string; csat: SurveyScore; nps: SurveyScore }[];
  answers: SurveyAnswer[];
  matching: number;
  /** Answers on a scale their kind has no rule for. */
  invalid: number;
}
