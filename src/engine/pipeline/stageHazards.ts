import { type StageVisits, VISIT_LOST, VISIT_STAYS, VISIT_WON } from './stageVisits';

/**
 * What happens to deals from one day to the next, by stage and age in the stage: the chance to be won, to be lost, to
 * move to another stage. Ages fall into bins; `daily[(stage × bins + bin) × causes + cause]`, causes = stages …, won,
 * lost.
 */
export interface StageHazards {
  stages: number;
  /** First day of each age bin, rising from 0; the last has no end. */
  edges: Float64Array;
  daily: Float64Array;
  /** Deals that ended in the history behind it. */
  won: number;
  lost: number;
}

/** Stays that moved on which a bin should hold, and the most bins. */
const PER_BIN = 40;
const MOST_BINS = 12;
/**
 * How many moves of the stage as a whole a bin counts as its own, and of all stages a stage (own values, from seeded
 * worlds).
 */
const BIN_PRIOR = 4;
const STAGE_PRIOR = 2;

/**
 * Hazards of competing risks (win, lose, move, stay), counted as moves per day at risk: piecewise constant in the age,
 * bins with equally many moves, and one after the longest stay that ever ended. A bin with few moves leans on its
 * stage, a stage with few on all stages; what never happened in any stage has chance 0. No visit gives no hazard:
 * nothing ever happens. Source: Prentice et al. 1978 (cause-specific hazards), life-table estimate; the shrinkage is a
 * gamma prior on each rate.
 */
export function stageHazards(visits: StageVisits, stages: number): StageHazards {
  const edges = ageEdges(visits);
  const bins = edges.length;
  const causes = stages + 2;
  const moves = new Float64Array(stages * bins * causes);
  const risk = new Float64Array(stages * bins);
  let won = 0;
  let lost = 0;
  for (let v = 0; v < visits.count; v += 1) {
    const stage = visits.stage[v];
    const days = visits.days[v];
    const to = visits.to[v];
    // The last day counts as well: who leaves on the day of coming was there for one.
    const atRisk = days + 1;
    for (let b = 0; b < bins && edges[b] < atRisk; b += 1) {
      risk[stage * bins + b] += Math.min(atRisk, edges[b + 1] ?? Number.POSITIVE_INFINITY) - edges[b];
    }
    if (to === VISIT_WON) won += 1;
    if (to === VISIT_LOST) lost += 1;
    if (to !== VISIT_STAYS) moves[(stage * bins + binOf(edges, days)) * causes + causeOf(to, stages)] += 1;
  }
  return { stages, edges, daily: shrunken({ moves, risk, stages, bins }), won, lost };
}

/** The age bin of a day; days before the first count as it. */
export function binOf(edges: Float64Array, days: number): number {
  let bin = edges.length - 1;
  while (bin > 0 && edges[bin] > days) bin -= 1;
  return bin;
}

const causeOf = (to: number, stages: number): number =>
  to === VISIT_WON ? stages : to === VISIT_LOST ? stages + 1 : to;

function ageEdges(visits: StageVisits): Float64Array {
  const moved: number[] = [];
  for (let v = 0; v < visits.count; v += 1) if (visits.to[v] !== VISIT_STAYS) moved.push(visits.days[v]);
  moved.sort((a, b) => a - b);
  const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(moved.length / PER_BIN)));
  const edges = [0];
  for (let b = 1; b < bins; b += 1) {
    const edge = moved[Math.floor((b * moved.length) / bins)];
    if (edge > edges[edges.length - 1]) edges.push(edge);
  }
  // Who stays longer than anyone who ever moved has a bin of his own: the more such deals, the less they are worth.
  if (moved.length > 0) edges.push(moved[moved.length - 1] + 1);
  return Float64Array.from(edges);
}

interface Counted {
  moves: Float64Array;
  risk: Float64Array;
  stages: number;
  bins: number;
}

function shrunken({ moves, risk, stages, bins }: Counted): Float64Array {
  const causes = stages + 2;
  const all = new Float64Array(4);
  const ofStage = new Float64Array(stages * causes);
  const riskOf = new Float64Array(stages);
  for (let s = 0; s < stages; s += 1) {
    for (let b = 0; b < bins; b += 1) {
      riskOf[s] += risk[s * bins + b];
      for (let c = 0; c < causes; c += 1) ofStage[s * causes + c] += moves[(s * bins + b) * causes + c];
    }
    for (let c = 0; c < causes; c += 1) all[kindOf(s, c, stages)] += ofStage[s * causes + c];
  }
  const allRisk = riskOf.reduce((sum, days) => sum + days, 0);
  const pooled = all.map((moved) => (allRisk > 0 ? moved / allRisk : 0));
  const stageDays = daysWorth(STAGE_PRIOR, pooled);
  const daily = new Float64Array(moves.length);
  const rate = new Float64Array(causes);
  for (let s = 0; s < stages; s += 1) {
    for (let c = 0; c < causes; c += 1) {
      const kind = kindOf(s, c, stages);
      const own = ofStage[s * causes + c];
      // The pooled rate is a prior for what any stage may do: jumps and ways back are counted as they are.
      const leaning = kind < JUMP ? pooled[kind] * stageDays : 0;
      rate[c] = riskOf[s] + stageDays > 0 ? (own + leaning) / (riskOf[s] + stageDays) : 0;
    }
    const binDays = daysWorth(BIN_PRIOR, rate);
    for (let b = 0; b < bins; b += 1) {
      const at = s * bins + b;
      for (let c = 0; c < causes; c += 1) {
        const days = risk[at] + binDays;
        daily[at * causes + c] = days > 0 ? (moves[at * causes + c] + rate[c] * binDays) / days : 0;
      }
    }
    atMostCertain(daily.subarray(s * bins * causes, (s + 1) * bins * causes), causes);
  }
  return daily;
}

/** Days at risk in which so many moves of any kind would happen: one weight for all kinds, so that none is favoured. */
function daysWorth(moves: number, rates: Float64Array): number {
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  return all > 0 ? moves / all : 0;
}

const JUMP = 3;

/** 0 won, 1 lost, 2 to the next stage, 3 any other way. */
const kindOf = (stage: number, cause: number, stages: number): number =>
  cause === stages ? 0 : cause === stages + 1 ? 1 : cause === stage + 1 ? 2 : JUMP;

/** Chances of one day sum to 1 at most: where all leave on the day they come, rates per day may be more. */
function atMostCertain(daily: Float64Array, causes: number): void {
  for (let at = 0; at < daily.length; at += causes) {
    let sum = 0;
    for (let c = 0; c < causes; c += 1) sum += daily[at + c];
    if (sum > 1) for (let c = 0; c < causes; c += 1) daily[at + c] /= sum;
  }
}
