import type { NodeOutlook } from '~/domain/outlook';
import type { Day } from '~/domain/period';
import type { DealSource, SourceFacts } from '~/engine/kpi/index';
import { DEAL_OPEN, type StageExits, stageExits } from '~/engine/pipeline/index';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { winRateByAmount } from '../pipeline/coverView';
import { dealShare } from '../pipeline/dealShare';
import { nodeDeals } from '../pipeline/nodeDeals';
import { type PipelineScene, pipelineScene } from '../pipeline/pipelineScene';
import type { SourceNode } from './kpiSourceRows';
import { orderCoverage } from './orderCoverage';
import type { ViewCache } from './viewCache';

/** An open deal without a step for so many days is as good as lost (kpi sheet §2, own starting value). */
const IDLE_DAYS = 180;

const kept = new WeakMap<PipelineScene, StageExits>();

/**
 * The deals of a node as the KPIs read them, and what is expected of its periods where its forecast is handed in. Idle
 * deals are known where steps are on record: without any, an old deal may have moved yesterday. Nothing without deals,
 * or where they do not say whose they are.
 */
export function kpiDeals(
  document: PlanDocument,
  node: SourceNode,
  { cache, outlook, today }: { cache: ViewCache; outlook: NodeOutlook | null; today: Day },
): Pick<SourceFacts, 'deals'> & { hasHistory: boolean } {
  const scene = pipelineScene(document, today);
  const rows = scene && nodeDeals(scene, { at: node.at, from: null, to: null });
  if (!scene || !rows) return { hasHistory: false };
  const { deals, asOf } = scene;
  const { table, basis, expected } = deals;
  const hasHistory = basis === 'history';
  const column = (source: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => source[row]);
  const idleOn = Float64Array.from(rows, (row) => {
    const on = Math.max(table.entered[row], table.created[row] || table.entered[row]) + IDLE_DAYS;
    return hasHistory && table.result[row] === DEAL_OPEN && on <= asOf ? on : Number.NaN;
  });
  return {
    hasHistory,
    deals: {
      asOf,
      created: column(table.created),
      closed: column(table.closed),
      expected: column(expected),
      state: Uint8Array.from(rows, (row) => table.result[row]),
      worth: column(table.worth),
      idleOn,
      exits: exitsOf(scene, rows),
      cover: coverOfNode(scene, { node, rows, outlook, cache }),
    },
  };
}

function exitsOf(scene: PipelineScene, rows: readonly number[]): DealSource['exits'] {
  const all = kept.get(scene) ?? stageExits(scene.deals.table);
  kept.set(scene, all);
  const inside = new Uint8Array(scene.deals.table.count);
  for (const row of rows) inside[row] = 1;
  const own: number[] = [];
  for (let i = 0; i < all.deal.length; i += 1) if (inside[all.deal[i]] === 1) own.push(i);
  return {
    day: Float64Array.from(own, (i) => all.day[i]),
    forward: Uint8Array.from(own, (i) => all.forward[i]),
  };
}

function coverOfNode(
  scene: PipelineScene,
  options: { node: SourceNode; rows: readonly number[]; outlook: NodeOutlook | null; cache: ViewCache },
): DealSource['cover'] {
  const { node, rows, outlook, cache } = options;
  if (!outlook?.year || !node.plan) return null;
  const { share } = dealShare(scene, { at: node.at, rows, cache });
  if (share === null) return null;
  const year = focusYear(node.plan, orderCoverage(scene.document)?.asOf ?? node.on);
  return {
    expected: year.periods.map(({ from, to }, p) => ({ from, to, amount: outlook.periods[p]?.mean ?? null })),
    share,
    winRate: winRateByAmount(scene, rows),
  };
}
