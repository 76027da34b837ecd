import { binOf, type StageHazards } from './stageHazards';

/** By stage and age: the chance to be won in the end, and in each span of days ahead. */
export interface WinPaths {
  stages: number;
  /** Ages run from 0 to here; older deals are like the oldest. */
  oldest: number;
  spans: number;
  /** `chance[stage × (oldest + 1) + age]`. */
  chance: Float64Array;
  /** `bySpan[(stage × (oldest + 1) + age) × spans + span]`. */
  bySpan: Float64Array;
  /** Chance of a new deal in stage 0 to be won on each day of its life, as far as the last span reaches. */
  newborn: Float64Array;
}

/** Days ahead after which a deal counts as never won. */
const END = 1095;
/** Chances of a day under this are left out once the last span is over. */
const NOTHING = 1e-9;

/**
 * When deals will be won, from where they stand: `ends` are days ahead, rising, at which spans end (30 = within the
 * first thirty days). Exact for the hazards given: a recursion over days, stages and ages, no draw. What is not won
 * within three years counts as not won.
 */
export function winPaths(hazards: StageHazards, ends: ArrayLike<number>): WinPaths {
  const { stages, edges, daily } = hazards;
  const causes = stages + 2;
  // From the last bin on nothing changes with age.
  const oldest = edges[edges.length - 1] ?? 0;
  const ages = oldest + 1;
  const bins = edges.length;
  const spans = ends.length;
  const chance = new Float64Array(stages * ages);
  const bySpan = new Float64Array(stages * ages * spans);
  const horizon = spans > 0 ? ends[spans - 1] : 0;
  const newborn = new Float64Array(horizon);
  const binAt = Uint8Array.from({ length: ages }, (_, age) => binOf(edges, age));
  const leaving = Float64Array.from({ length: stages * bins }, (_, at) => {
    let sum = 0;
    for (let c = 0; c < causes; c += 1) sum += daily[at * causes + c];
    return sum;
  });
  // won[state] = chance to be won on exactly the day-th day from now.
  let won = new Float64Array(stages * ages);
  let before = new Float64Array(stages * ages);
  const moved = new Float64Array(stages * bins);
  let span = 0;
  for (let day = 1; day <= Math.max(END, horizon); day += 1) {
    while (span < spans && day > ends[span]) span += 1;
    for (let at = 0; at < moved.length; at += 1) {
      let sum = day === 1 ? daily[at * causes + stages] : 0;
      for (let to = 0; day > 1 && to < stages; to += 1) sum += daily[at * causes + to] * before[to * ages];
      moved[at] = sum;
    }
    let most = 0;
    for (let s = 0; s < stages; s += 1) {
      for (let age = 0; age < ages; age += 1) {
        const at = s * bins + binAt[age];
        const state = s * ages + age;
        const stays = day === 1 ? 0 : (1 - leaving[at]) * before[age === oldest ? state : state + 1];
        const now = moved[at] + stays;
        if (now > most) most = now;
        won[state] = now;
        chance[state] += now;
        if (span < spans) bySpan[state * spans + span] += now;
      }
    }
    if (stages > 0 && day <= horizon) newborn[day - 1] = won[0];
    [won, before] = [before, won];
    // The first days may all be without a win: a deal needs a few to come so far.
    if (most < NOTHING && day > horizon && day > stages) break;
  }
  for (let i = 0; i < chance.length; i += 1) chance[i] = Math.min(1, chance[i]);
  return { stages, oldest, spans, chance, bySpan, newborn };
}

/** Where a stage and an age stand in the tables; unknown ages count as none. */
export const stateOf = ({ oldest }: WinPaths, stage: number, age: number): number =>
  stage * (oldest + 1) + (Number.isNaN(age) ? 0 : Math.max(0, Math.min(oldest, Math.floor(age))));
