import {
  DEAL_LOST,
  DEAL_OPEN,
  DEAL_WON,
  funnelCounts,
  NO_STAGE,
  type StageHazards,
  type StageVisits,
  scaledOdds,
  stageHazards,
  stageVisits,
  stateOf,
  type WinPaths,
  winPaths,
} from '~/engine/pipeline/index';
import type { DealFacts } from './dealFacts';

/** What deals of a workspace did so far, and what that says about the open ones. */
export interface DealChances {
  visits: StageVisits;
  hazards: StageHazards;
  /** Chances in the end, without spans. */
  paths: WinPaths;
  /** By stage: what the odds of its deals are multiplied by where only ages are known; 1 = nothing to say. */
  stageOdds: Float64Array;
  /** By stage: chance to win from its first day; null where unknown. */
  fromStage: (number | null)[];
  /** Deals that ended: the share that was won; null without any. */
  winRate: number | null;
}

/** So large a share of lost deals must say where they were lost, for a stage to have a chance of its own. */
const MOST_LOST = 0.8;
/** Ended deals of a stage before its share of won ones is spoken of. */
const ENOUGH = 5;

/**
 * Chances by stage and age from how deals went: with stage changes on record by the stage and the days in it; without
 * by the age of the deal, and by the stage as well where lost deals say from where they were lost.
 */
export function dealChances(facts: DealFacts): DealChances {
  const { table, basis } = facts;
  const bySteps = basis === 'history';
  const visits = stageVisits(table, bySteps);
  const hazards = stageHazards(visits, bySteps ? Math.max(1, table.stages) : 1);
  const paths = winPaths(hazards, []);
  let won = 0;
  let lost = 0;
  let lostWhere = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (table.result[row] === DEAL_WON) won += 1;
    if (table.result[row] !== DEAL_LOST) continue;
    lost += 1;
    if (table.stage[row] !== NO_STAGE) lostWhere += 1;
  }
  const winRate = won + lost > 0 ? won / (won + lost) : null;
  const share = (s: number): number | null => {
    const ended = won + decidedLost[s];
    return ended >= ENOUGH ? won / ended : null;
  };
  const decidedLost = lostFrom(facts);
  const tells = !bySteps && lost > 0 && lostWhere >= MOST_LOST * lost;
  const stageOdds = new Float64Array(Math.max(1, table.stages)).fill(1);
  for (let s = 0; tells && s < table.stages; s += 1) stageOdds[s] = oddsRatio(share(s), winRate);
  const hasHazard = hazards.won + hazards.lost > 0;
  const fromStage = Array.from({ length: table.stages }, (_, s): number | null => {
    if (bySteps) return hasHazard ? paths.chance[stateOf(paths, s, 0)] : null;
    return tells ? share(s) : null;
  });
  return { visits, hazards, paths, stageOdds, fromStage, winRate };
}

/** By stage: lost deals that are known to have reached it. */
function lostFrom({ table }: DealFacts): Float64Array {
  const lost = new Float64Array(Math.max(1, table.stages));
  const rows: number[] = [];
  for (let row = 0; row < table.count; row += 1) {
    if (table.result[row] === DEAL_LOST && table.stage[row] !== NO_STAGE) rows.push(row);
  }
  funnelCounts(table, rows).forEach(({ entered }, s) => {
    lost[s] = entered;
  });
  return lost;
}

function oddsRatio(own: number | null, all: number | null): number {
  if (own === null || all === null || own <= 0 || own >= 1 || all <= 0 || all >= 1) return 1;
  return own / (1 - own) / (all / (1 - all));
}

/** Days an open deal is old in what its chance goes by, counting the day it is seen on; NaN where unknown. */
export function modelAge({ table, basis }: DealFacts, row: number): number {
  const from = basis === 'history' ? table.entered[row] : table.created[row];
  return table.asOf - from + 1;
}

/** The stage an open deal has in the model; the first where it has none. */
export const modelStage = ({ table, basis }: DealFacts, row: number): number =>
  basis === 'history' && table.stage[row] !== NO_STAGE ? table.stage[row] : 0;

/**
 * The chance of each deal to be won: what a person set for its stage, else by stage and age; of one whose stage is
 * unknown, that of deals in general. NaN for deals that are over, and for all where no deal has ended yet.
 */
export function chancesOfDeals(facts: DealFacts, chances: DealChances): Float64Array {
  const { table, places, basis } = facts;
  const { paths, stageOdds, hazards, winRate } = chances;
  const known = hazards.won + hazards.lost > 0;
  return Float64Array.from({ length: table.count }, (_, row) => {
    if (table.result[row] !== DEAL_OPEN) return Number.NaN;
    const stage = table.stage[row];
    const byHand = stage === NO_STAGE ? null : places.openStages[stage].chance;
    if (byHand !== null) return byHand;
    if (!known || (basis === 'history' && stage === NO_STAGE)) return winRate ?? Number.NaN;
    const byAge = paths.chance[stateOf(paths, modelStage(facts, row), modelAge(facts, row))];
    return stage === NO_STAGE ? byAge : scaledOdds(byAge, basis === 'history' ? 1 : stageOdds[stage]);
  });
}
