import type { MemberCode } from './dimension';
import type { Issue } from './issue';
import type { Day, PeriodId } from './period';
import type { Ratio } from './ratio';
import type { ServiceTier } from './serviceView';

/** One customer in other hands. */
export interface TerritoryMove {
  customer: MemberCode;
  seller: MemberCode;
}

export type TerritoryGroup = 'seller' | 'region';

/** What is balanced. Workload is hours a month by the service packages. */
export const TERRITORY_FIGURES = ['sales', 'potential', 'target', 'hours', 'customers'] as const;
export type TerritoryFigure = (typeof TERRITORY_FIGURES)[number];

/** A draft: who is to change hands, from which day on (null = none is chosen: as things stand on the day lists are read on). */
export interface TerritoryDraft {
  moves: TerritoryMove[];
  from: Day | null;
}

export interface BalanceQuery extends TerritoryDraft {
  by: TerritoryGroup;
  targets: 'move' | 'stay';
}

/** What one seller, or region, looks after. Money in minor units; null = nobody has said, or it is not planned. */
export interface TerritoryLoad {
  customers: number;
  /** By tier A, B, C and without one. */
  tiers: [number, number, number, number];
  /** Net sales of the twelve months to the last complete day; null without orders. */
  sales: number | null;
  /** Of those customers whose potential is known. */
  potential: number | null;
  potentialKnown: number;
  /** Target of the open plan in all its periods. */
  target: number | null;
  /** Hours a month that the service packages ask for; null while there are none. */
  hours: number | null;
}

export interface BalanceRow {
  /** 0 = unassigned. */
  code: MemberCode;
  name: string;
  before: TerritoryLoad;
  after: TerritoryLoad;
  /** Hours a month there are; null for regions and for *unassigned*. */
  capacity: number | null;
  incoming: number;
  outgoing: number;
}

/** How evenly a figure lies on those who can carry it: *unassigned* is left out. */
export interface Evenness {
  mean: number | null;
  /** Standard deviation ÷ mean. */
  variation: Ratio;
  /** 0 = all the same, towards 1 = one has everything. */
  gini: Ratio;
}

export interface BalanceView {
  on: Day;
  from: Day;
  asOf: Day | null;
  rows: BalanceRow[];
  total: TerritoryLoad;
  evenness: Record<TerritoryFigure, { before: Evenness; after: Evenness }>;
  /** Customers without a word about their potential. */
  potentialUnknown: number;
  /** Who can be given customers, and where customers are: *unassigned* is none of them. */
  sellers: { code: MemberCode; name: string }[];
  regions: { code: MemberCode; name: string }[];
  /** Agreed packages there are: without one no hours are asked for. */
  packages: number;
  /** What moves can take along in the plan: nothing where none is open or its lines have no sellers; `mixed`: key customers have lines. */
  planned: 'none' | 'noSellers' | 'bySeller' | 'mixed' | 'byCustomer';
}

/** How things stand and would stand, what the plan would lose and gain, or why it cannot be. */
export interface TerritoryAnswer {
  balance: BalanceView;
  effect: TerritoryEffect | null;
  refused: Issue[];
}

export type TerritoryTier = ServiceTier | 'none';

export interface TerritoryListQuery extends TerritoryDraft {
  search: string;
  /** Who looks after them now. */
  seller: MemberCode | null;
  region: MemberCode | null;
  tier: TerritoryTier | null;
  /** Only those that the draft moves. */
  moved: boolean;
  sort: { by: 'name' | 'tier' | 'seller' | 'region' | 'sales' | 'potential' | 'hours'; descending: boolean };
}

export interface TerritoryCustomer {
  code: MemberCode;
  name: string;
  tier: ServiceTier | null;
  seller: MemberCode;
  sellerName: string;
  /** By the draft; null = stays. */
  to: MemberCode | null;
  toName: string;
  regionName: string;
  sales: number;
  potential: number | null;
  hours: number | null;
}

export interface TerritoryListView {
  rows: TerritoryCustomer[];
  matching: number;
  customers: number;
  /** Codes of all that match, so that all can be chosen at once. */
  codes: Uint32Array;
}

/** Why a move cannot be made, or what it would do to the plan. */
export interface TerritoryEffect {
  /** Target leaving and arriving, by seller, minor units of the plan. */
  sellers: { code: MemberCode; name: string; before: number; after: number }[];
  /** Sum of what changes hands. */
  amount: number;
  leaves: number;
  linesAdded: number;
  /** First and last period that is touched; null = none. */
  periods: { first: PeriodId; last: PeriodId } | null;
  /** Periods from the day on that are closed and stay. */
  closed: number;
  /** Targets that are kept beside the sums and stay where they are. */
  goals: number;
}

/** A row of a pasted list that says nothing. */
export interface UnreadMove {
  row: number;
  text: string;
  why: 'customer' | 'seller' | 'same' | 'twice';
}

export interface ReadMoves {
  moves: TerritoryMove[];
  unread: UnreadMove[];
}

export interface ProposalQuery extends TerritoryDraft {
  figure: 'sales' | 'potential' | 'hours' | 'customers';
  /** How far from the mean is even enough: 0.1 = 10 %. */
  tolerance: number;
  sameRegion: boolean;
  keepTierA: boolean;
}

export interface TerritoryProposal {
  moves: TerritoryMove[];
  /** Sellers still further from the mean than is even enough. */
  outside: number;
}

/** One change of hands that stands. */
export interface OwnershipLine {
  id: string;
  customer: MemberCode;
  customerName: string;
  sellerName: string;
  from: Day;
}
