import type { At } from '~/domain/cell';
import type { PeriodId } from '~/domain/period';

/** A reconciled forecast at the bottom of a tree, ready to be put into a scenario. */
export interface ForecastDraft {
  plan: string;
  /** Shape of the plan it was made for. */
  generation: number;
  /** Levels of the main view that it goes down. */
  depth: number;
  periods: PeriodId[];
  /** The first of them that is not over. */
  firstOpen: number;
  /** Nodes of the plan at its bottom. */
  ats: At[];
  /** Node × period, period fastest, minor units; NaN = neither known nor foretold. */
  amount: Float64Array;
}
