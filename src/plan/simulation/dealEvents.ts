import type { At } from '~/domain/cell';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { textHash } from '~/domain/textHash';
import type { View } from '~/engine/cube/index';
import { DEAL_OPEN } from '~/engine/pipeline/index';
import type { SimulationEvent } from '~/engine/simulation/index';
import type { OpenPlan, PlanDocument } from '../document';
import { dealPaths } from '../pipeline/dealPaths';
import { pipelineScene } from '../pipeline/pipelineScene';
import { atKey } from './atKey';
import type { LeafOutlooks } from './leafOutlooks';
import { leavesUnder } from './leavesUnder';

/** Deals that matter most are drawn one by one; the many small ones even out. */
const MOST_DEALS = 60;
/** Of a leaf's own variance at least this part stays its own. */
const LEAST_OWN = 0.25;

/**
 * The open deals that could move the year most (worth² × chance × (1 − chance) that they are won before its end), as events of the
 * leaves of their seller and product. The forecast of sales already expects deals as they came so far, so what they bring on
 * average is not added again: an event brings only what it comes out above or below that. Nothing where there are no deals.
 */
export function dealEvents(
  document: PlanDocument,
  open: OpenPlan,
  scene: { whole: Plan; year: Plan; view: View; today: Day },
): SimulationEvent[] {
  const pipeline = pipelineScene(document, scene.today);
  const end = scene.year.periods[scene.year.periods.length - 1].to;
  if (!pipeline || end <= pipeline.asOf) return [];
  const { table, facts } = pipeline.deals;
  const rows = Array.from(table.result.keys()).filter((row) => table.result[row] === DEAL_OPEN && table.worth[row] > 0);
  const chances = dealPaths(pipeline, rows, [end - pipeline.asOf]);
  const weight = (i: number): number => table.worth[rows[i]] ** 2 * chances[i] * (1 - chances[i]);
  const largest = Array.from(rows.keys())
    .filter((i) => weight(i) > 0)
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, MOST_DEALS);
  const codes = (['seller', 'product'] as const)
    .filter((dimension) => open.lines.dimensions.includes(dimension))
    .map((dimension) => ({ dimension, code: facts.code(dimension) }));
  const falls = new Map<string, ReturnType<typeof leavesUnder>>();
  const fallOf = (at: At): ReturnType<typeof leavesUnder> => {
    const key = atKey(at);
    if (!falls.has(key)) falls.set(key, leavesUnder(document, open, { ...scene, at }));
    return falls.get(key) ?? null;
  };
  return largest.flatMap((i): SimulationEvent[] => {
    const row = rows[i];
    const named = codes
      .filter(({ code }) => code[row] > 0)
      .map(({ dimension, code }) => [dimension, code[row]] as const);
    // Where nothing is planned for both, the seller alone, and at last the whole plan.
    const ats = named.map((_, n): At => Object.fromEntries(named.slice(0, named.length - n)));
    const fall = [...ats, {}].map(fallOf).find((one) => one !== null);
    if (!fall) return [];
    const worth = table.worth[row];
    const key = Number.parseInt(textHash(`deal ${row} ${worth} ${table.created[row]}`), 36) | 0;
    return [{ key, chance: Math.min(1, chances[i]), low: worth, likely: worth, high: worth, ...fall, centred: true }];
  });
}

/**
 * The leaves without the uncertainty that deals drawn one by one now stand for, so that none is counted twice: variances of
 * independent parts add. At least a quarter of a leaf's own stays.
 */
export function withoutDeals(leaves: LeafOutlooks, events: readonly SimulationEvent[]): LeafOutlooks {
  const variance = new Float64Array(leaves.middle.length);
  for (const { leaves: own, shares, chance, likely } of events) {
    own.forEach((leaf, i) => {
      variance[leaf] += (shares[i] * likely) ** 2 * chance * (1 - chance);
    });
  }
  const part = variance.map((taken, leaf) => {
    const own = (leaves.down[leaf] ** 2 + leaves.up[leaf] ** 2) / 2;
    return own > 0 ? Math.sqrt(Math.max(LEAST_OWN, 1 - taken / own)) : 1;
  });
  const shrunk = (column: Float64Array): Float64Array => column.map((width, leaf) => width * part[leaf]);
  return { ...leaves, down: shrunk(leaves.down), up: shrunk(leaves.up) };
}
