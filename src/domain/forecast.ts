import type { At } from './cell';
import type { DimensionId, MemberCode } from './dimension';
import type { Day, PeriodId } from './period';

/**
 * Months at a node that are not like others. A promotion's effect is taken out of the history and put back where one is to
 * come; an outlier that a person confirmed is left out, one that was said to be real (`keep`) is never proposed again.
 */
export interface ForecastEvent {
  id: string;
  kind: 'promotion' | 'outlier';
  at: At;
  title: string;
  /** First and last calendar month, '2027-06'. */
  from: PeriodId;
  to: PeriodId;
  decision: 'adjust' | 'keep';
  /** What a promotion adds, as a share: 0.3 = +30 %; null = as the past ones did. */
  lift: number | null;
}

/** What a person expects instead of the model, with the reason. The model's own number stays beside it. */
export interface ForecastOverride {
  id: string;
  plan: string;
  at: At;
  /** Calendar month. */
  month: PeriodId;
  /** Minor units of the whole month. */
  amount: number;
  reason: string;
}

/** A member without a history of its own is foretold by what others did in their first months. */
export interface ForecastAnalogue {
  id: string;
  dimension: DimensionId;
  member: MemberCode;
  like: MemberCode[];
  /** Its size against theirs, 1 = as large; null = by its own first months. */
  scale: number | null;
}

/** Forecasts as they stood on a day, kept to be judged by what came. */
export interface KeptForecast {
  id: string;
  plan: string;
  takenOn: Day;
  /** Last day of the orders it was made from. */
  asOf: Day;
  nodes: KeptNode[];
}

/** By calendar month from `from`, minor units; `model` without overrides, `lower` and `upper` its 80 % range. */
export interface KeptNode {
  at: At;
  from: PeriodId;
  model: number[];
  final: number[];
  lower: number[];
  upper: number[];
}
