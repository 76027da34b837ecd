import { buildView } from '~/engine/cube/index';
import { planFacts } from '../facts';
import { planSeason } from '../planSeason';
import type { SpreadSource } from './spreadSource';

/** Season shares of the plan's leaf periods for any line of a cell. */
export interface SeasonShares {
  /** By profile, then plan period. */
  shares: Float64Array[];
  /** By position of the line. */
  profileOf: (position: number) => number;
  festivalMoved: boolean;
}

/** Profiles are told apart down to this depth of the main view only. */
const DEEPEST = 2;

/**
 * How a year falls on the plan's periods at the nearest node of each line with enough history; working days where there
 * is no history at all. Periods that are no months take theirs by working days. Source: `kpi.md` §3.1.
 */
export function seasonShares({ document, plan, open, facts }: SpreadSource): SeasonShares {
  const view = buildView(open.lines, open.order.slice(0, DEEPEST));
  const season = planSeason(document, plan, view, planFacts(document, plan, facts));
  return {
    shares: season.profiles,
    profileOf: (position) => season.ofCell[view.cellOf[position]],
    festivalMoved: season.festivalMoved,
  };
}
