import { arrivalsOf, DEAL_OPEN, DEAL_WON, type DealSimulation } from '~/engine/pipeline/index';
import { dealPaths, pathsUntil } from './dealPaths';
import type { MonthsAhead } from './monthsAhead';
import type { PipelineScene } from './pipelineScene';

/** What a simulation of a node needs, as plain columns for the compute pool, and the open deals it is about. */
export interface PreparedDeals {
  input: Omit<DealSimulation, 'draws' | 'seed'>;
  open: number[];
  /** By month: expected amount of open deals, and of deals to come whether they are asked for or not. */
  openMean: Float64Array;
  comingMean: Float64Array;
}

const MONTH = 365 / 12;
const MOST_MONTHS = 12;
/** Won deals of a node before its own amounts are those of its deals to come. */
const ENOUGH_WON = 10;
/** A chance that a person set is taken to be as sure as so many won and lost deals make it (own value). */
const AS_SURE_AS = 15;

/**
 * Prepares the deals of a node: open ones with their chances by month, and those to come where the rule expects any.
 */
export function dealSimulation(
  scene: PipelineScene,
  rows: readonly number[],
  { ends }: Pick<MonthsAhead, 'ends'>,
): PreparedDeals {
  const { deals, chances, rule } = scene;
  const { table, worth } = deals;
  const spans = ends.length;
  const byHand = deals.places.openStages.some(({ chance }) => chance !== null);
  const open = rows.filter((row) => table.result[row] === DEAL_OPEN);
  const bySpan = dealPaths(scene, open, ends);
  const openMean = new Float64Array(spans);
  open.forEach((row, i) => {
    const own = table.worth[row];
    for (let s = 0; s < spans && own > 0; s += 1) openMean[s] += own * bySpan[i * spans + s];
  });
  const { start, amounts, pool: ofComing, mean } = poolsWithOwn(scene, rows);
  const { newborn, chance } = pathsUntil(scene, ends);
  const arrivals = arrivalsOf({
    ...createdPerMonth(scene, rows),
    newborn,
    ends,
    pool: ofComing,
    chance: chance[0] ?? 0,
  });
  return {
    input: {
      spans,
      bySpan,
      worth: Float64Array.from(open, (row) => table.worth[row]),
      pool: Int32Array.from(open, (row) => worth.pool[row]),
      start,
      amounts,
      won: Math.max(chances.hazards.won, byHand ? AS_SURE_AS : 0),
      lost: Math.max(chances.hazards.lost, byHand ? AS_SURE_AS : 0),
      arrivals: rule.newDeals ? arrivals : null,
    },
    open,
    openMean,
    comingMean: Float64Array.from({ length: spans }, (_, s) => (arrivals ? arrivals.expected[s] * mean : 0)),
  };
}

/** The pools of the workspace, and one of the node's own won deals where it has enough. */
function poolsWithOwn({ deals }: PipelineScene, rows: readonly number[]) {
  const { table, worth } = deals;
  const own = rows
    .filter((row) => table.result[row] === DEAL_WON && table.worth[row] > 0)
    .map((row) => table.worth[row]);
  const all = worth.amounts.subarray(worth.start[0], worth.start[1]);
  const used = own.length >= ENOUGH_WON ? Float64Array.from(own) : all;
  const amounts = new Float64Array(worth.amounts.length + used.length);
  amounts.set(worth.amounts);
  amounts.set(used, worth.amounts.length);
  const start = new Uint32Array(worth.start.length + 1);
  start.set(worth.start);
  start[worth.start.length] = amounts.length;
  const mean = used.length > 0 ? used.reduce((sum, one) => sum + one, 0) / used.length : 0;
  return { start, amounts, pool: worth.start.length - 1, mean };
}

/** Deals of the node that were created in each of the last twelve months, as far as the workspace has any. */
function createdPerMonth({ deals }: PipelineScene, rows: readonly number[]): { perMonth: number[]; days: number } {
  const { created, asOf } = deals.table;
  let first = asOf + 1;
  for (const day of created) if (day < first) first = day;
  const months = Math.min(MOST_MONTHS, Math.floor((asOf + 1 - first) / MONTH));
  const perMonth = new Array<number>(months).fill(0);
  for (const row of rows) {
    const ago = Math.floor((asOf - created[row]) / MONTH);
    if (ago < months) perMonth[ago] += 1;
  }
  return { perMonth, days: months * MONTH };
}
