import type { Day } from '~/domain/period';
import type { PipelineRule } from '~/domain/pipeline';
import { DEAL_OPEN, DEAL_WON, NO_STAGE, shareQuantile, VISIT_LOST, VISIT_STAYS } from '~/engine/pipeline/index';
import type { PlanDocument } from '../document';
import { chancesOfDeals, type DealChances, dealChances } from './dealChances';
import { type DealFacts, dealFacts } from './dealFacts';
import { pipelineDay } from './pipelineDay';
import { PIPELINE_RULE, ruleInUse } from './ruleInUse';

/** Everything the pipeline screens have in common: deals as they stand, what stages usually take, and chances. */
export interface PipelineScene {
  document: PlanDocument;
  rule: Omit<PipelineRule, 'id'>;
  found: boolean;
  asOf: Day;
  deals: DealFacts;
  chances: DealChances;
  /** By deal; NaN where it is over or nobody knows. */
  chance: Float64Array;
  /**
   * By stage: days in it of deals that left it, half of them took more; and that three of four that moved on took at
   * most.
   */
  medianDays: (number | null)[];
  longDays: (number | null)[];
  /** Days after which an open deal as a whole is old: three of four won ones took less. */
  longCycle: number | null;
  /** 1 where an open deal is late: its expected day has passed or was put off; in its stage too long. */
  slipping: Uint8Array;
  stale: Uint8Array;
}

interface Kept {
  version: number;
  saved: PipelineRule | undefined;
  today: Day;
  scene: PipelineScene | null;
}

const kept = new WeakMap<PlanDocument, Kept>();

/** Deals that must have left a stage before a usual stay is spoken of. */
const ENOUGH_LEFT = 4;
const THREE_OF_FOUR = 0.75;

/** The scene of a document, kept until facts, stages or the day change; null where there is no deal. */
export function pipelineScene(document: PlanDocument, today: Day): PipelineScene | null {
  const saved = document.records.pipelineRule.get(PIPELINE_RULE);
  const known = kept.get(document);
  if (known && known.version === document.factsVersion && known.saved === saved && known.today === today) {
    return known.scene;
  }
  const scene = makeScene(document, today);
  kept.set(document, { version: document.factsVersion, saved, today, scene });
  return scene;
}

function makeScene(document: PlanDocument, today: Day): PipelineScene | null {
  const asOf = pipelineDay(document, today);
  if (asOf === null) return null;
  const { rule, found } = ruleInUse(document);
  const deals = dealFacts(document, { rule, asOf });
  const chances = dealChances(deals);
  const usual = { ...usualDays(deals, chances), longCycle: longCycleOf(deals) };
  return {
    document,
    rule,
    found,
    asOf,
    deals,
    chances,
    chance: chancesOfDeals(deals, chances),
    ...usual,
    slipping: slippingOf(deals),
    stale: staleOf(deals, usual),
  };
}

function usualDays({ basis, table }: DealFacts, { visits }: DealChances) {
  const left: number[][] = Array.from({ length: table.stages }, () => []);
  const on: number[][] = Array.from({ length: table.stages }, () => []);
  for (let v = 0; basis === 'history' && v < visits.count; v += 1) {
    const to = visits.to[v];
    if (to === VISIT_STAYS) continue;
    left[visits.stage[v]].push(visits.days[v]);
    if (to !== VISIT_LOST && !(to >= 0 && to < visits.stage[v])) on[visits.stage[v]].push(visits.days[v]);
  }
  return {
    medianDays: left.map((days) => shareQuantile(days, 0.5)),
    longDays: on.map((days) => (days.length < ENOUGH_LEFT ? null : shareQuantile(days, THREE_OF_FOUR))),
  };
}

function longCycleOf({ table }: DealFacts): number | null {
  const { result, created, closed } = table;
  const days: number[] = [];
  for (let row = 0; row < table.count; row += 1) {
    if (result[row] === DEAL_WON && closed[row] >= created[row]) days.push(closed[row] - created[row]);
  }
  return days.length < ENOUGH_LEFT ? null : shareQuantile(days, THREE_OF_FOUR);
}

function slippingOf({ table, expected, putOff }: DealFacts): Uint8Array {
  return Uint8Array.from(table.result, (result, row) =>
    result === DEAL_OPEN && (expected[row] < table.asOf || putOff[row] === 1) ? 1 : 0,
  );
}

function staleOf(
  { table, places, basis }: DealFacts,
  { longDays, longCycle }: Pick<PipelineScene, 'longDays' | 'longCycle'>,
): Uint8Array {
  return Uint8Array.from(table.result, (result, row) => {
    if (result !== DEAL_OPEN) return 0;
    const stage = table.stage[row];
    const set = stage === NO_STAGE ? null : places.openStages[stage].staleDays;
    const inStage = table.asOf - table.entered[row];
    const age = table.asOf - table.created[row];
    // Without a day it came to its stage, its whole age is at least as long as it was there: only steps say more.
    if (set !== null) return (Number.isNaN(inStage) ? age : inStage) > set ? 1 : 0;
    const usual = basis === 'history' && stage !== NO_STAGE ? longDays[stage] : null;
    if (usual !== null && !Number.isNaN(inStage)) return inStage > usual ? 1 : 0;
    return longCycle !== null && age > longCycle ? 1 : 0;
  });
}
