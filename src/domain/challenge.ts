import type { At } from './cell';
import type { MemberCode } from './dimension';
import type { Day, PeriodId } from './period';

export const VERDICTS = ['easy', 'fair', 'demanding', 'unrealistic'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A figure that others publish: shown beside our own with its source, never used as the truth. */
export interface ReferenceBand {
  id: string;
  /** What it speaks of. */
  of: 'attainmentShare' | 'overAssignment' | 'pipelineCover' | 'workload' | 'growth';
  low: number;
  high: number;
  source: string;
}

/** From which chance on a target is easy, fair or demanding; below the last it is unrealistic. One record per plan. */
export interface ChallengeRule {
  id: string;
  plan: string;
  easy: number;
  fair: number;
  demanding: number;
  /** The chance at which an amount counts as fair. */
  fairChance: number;
  /** Correlation from which the ratchet (鞭打快牛) is flagged. */
  ratchet: number;
  /** Days between a customer's last order and being counted out of the potential etc. are the subjects' own rules. */
  bands: ReferenceBand[];
}

/** Bands of allocation.md §4.5–4.7. */
const STARTING_BANDS: readonly ReferenceBand[] = [
  { id: 'attainment-ag', of: 'attainmentShare', low: 0.6, high: 0.65, source: 'Alexander Group' },
  { id: 'attainment-half', of: 'attainmentShare', low: 0.5, high: 0.6, source: 'Cygnal Group' },
  { id: 'over-kellblog', of: 'overAssignment', low: 0.11, high: 0.25, source: 'Kellblog 2018' },
  { id: 'cover-three', of: 'pipelineCover', low: 3, high: 4, source: 'revopsmasters' },
  { id: 'workload', of: 'workload', low: 0.7, high: 0.9, source: 'contiguo' },
];

export const DEFAULT_CHALLENGE: Omit<ChallengeRule, 'id' | 'plan'> = {
  easy: 0.8,
  fair: 0.4,
  demanding: 0.15,
  fairChance: 0.5,
  ratchet: 0.3,
  bands: [...STARTING_BANDS],
};

/** What sellers can carry. One record per workspace. */
export interface CapacityRule {
  id: string;
  /** Share of full productivity by month in role; the last one lasts. */
  ramp: number[];
  /** Share of a customer base that stays when somebody else takes it over. */
  keepRate: number;
  /** New business of a full seller in a month, minor units; null = as the sellers in role for a year did. */
  productivity: number | null;
  /** A seller's own, where it differs. */
  own: { seller: MemberCode; productivity: number }[];
}

export const DEFAULT_CAPACITY: Omit<CapacityRule, 'id'> = {
  ramp: [0.25, 0.5, 0.75, 1],
  keepRate: 0.9,
  productivity: null,
  own: [],
};

/** Something that may happen and would move what a node brings. Amounts in minor units; a loss is negative. */
export interface Risk {
  id: string;
  plan: string;
  title: string;
  at: At;
  /** 0 … 1. */
  chance: number;
  low: number;
  likely: number;
  high: number;
  /** Calendar months it would fall in. */
  from: PeriodId;
  to: PeriodId;
  owner: string;
}

/** How outcomes move together. Log standard deviations of the factors all, a region and a product share. One per plan. */
export interface SimulationRule {
  id: string;
  plan: string;
  common: number;
  region: number;
  product: number;
  draws: number;
  seed: number;
  /** Nobody brings more than he can carry at the pace of the best tenth (`capacity`). Absent: yes. */
  capacity?: boolean;
}

export const DEFAULT_SIMULATION: Omit<SimulationRule, 'id' | 'plan'> = {
  common: 0.1,
  region: 0.05,
  product: 0.05,
  draws: 10_000,
  seed: 1,
};

/** A target letter 目标责任书 as it was issued: its figures are kept, so that it can be printed again as it was. */
export interface TargetLetter {
  id: string;
  plan: string;
  /** Version: 1 for the first letter of a node, then up. */
  no: number;
  batch: string;
  issuedOn: Day;
  who: string;
  at: At;
  label: string;
  /** The plan's name then. */
  title: string;
  total: number;
  quarters: { id: string; amount: number | null }[];
  months: { period: PeriodId; amount: number | null }[];
  /** The upper level of the product tree; empty where the plan is not divided by product. */
  products: { label: string; amount: number }[];
  kpis: { kpi: string; goal: string }[];
  assumptions: string;
  /** Digest of the figures above. */
  hash: string;
}
