import type { At } from '~/domain/cell';
import { type Issue, issue } from '~/domain/issue';
import { type Day, isoDate } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { coverOf, DEAL_OPEN, DEAL_WON } from '~/engine/pipeline/index';
import type { PlanDocument } from '../document';
import { openInYear, winRateByAmount } from '../pipeline/coverView';
import { dealShare } from '../pipeline/dealShare';
import { nodeDeals } from '../pipeline/nodeDeals';
import { type PipelineScene, pipelineScene } from '../pipeline/pipelineScene';
import { orderCoverage } from '../views/orderCoverage';
import type { ViewCache } from '../views/viewCache';
import type { NodeTree } from './nodeTree';
import { type NodeStudy, rangeOf, type Support, unknownSupport } from './support';

/** Deals that are seen on days further apart from the orders than this say nothing of the same year. */
const APART_DAYS = 31;
/** Standard deviations from the middle to the ends of the range, eight times in ten within it. */
const WIDE = 1.2815515655446004;

interface PipelineOptions {
  tree: NodeTree;
  plan: Plan;
  views: ViewCache;
  today: Day;
}

/**
 * What actual sales, repeat sales and open deals support together, by node. Of the forecast of the rest of the year the part
 * that deals usually bring is taken out, as far as deals that close in it are already open (by how long won ones took), and
 * the open ones × their chance come instead: so nothing is counted twice, and deals that are still to come are not missed. The
 * range holds the luck of each deal and what the rest of the forecast may be off. Deals are told by the members they name; a
 * node whose members they do not name is unknown, and so is one without any.
 */
export function pipelineByNode(
  document: PlanDocument,
  options: PipelineOptions,
): (node: number, known: Pick<NodeStudy, 'year' | 'actual'>) => Support {
  const { tree, plan, views, today } = options;
  const scene = pipelineScene(document, today);
  if (!scene) return () => unknownSupport('pipeline', issue('challenge/noPipeline'));
  const late = apart(document, scene);
  if (late) return () => unknownSupport('pipeline', late);
  const rowsOf = rowsByNode(scene, tree);
  const all = rowsOf(0) ?? [];
  const { share } = dealShare(scene, { at: {}, rows: all, cache: views });
  const daysLeft = Math.max(0, plan.periods[plan.periods.length - 1].to - scene.asOf);
  const isOpenBy = openPart(scene, daysLeft);
  const usualRate = winRateByAmount(scene, all);
  return (node, { year, actual }) => {
    const rows = rowsOf(node);
    if (!rows) return unknownSupport('pipeline', issue('pipeline/notTold'));
    if (rows.length === 0) return unknownSupport('pipeline', issue('challenge/noPipeline'));
    const { open, weighted } = openInYear(scene, rows);
    const winRate = winRateByAmount(scene, rows) ?? usualRate;
    const facts = { open, weighted, deals: rows.length, actual, share, winRate };
    if (!year || actual === null) return { ...unknownSupport('pipeline', issue('pipeline/noForecast')), facts };
    if (share === null) return { ...unknownSupport('pipeline', issue('pipeline/shareUnknown')), facts };
    const rest = Math.max(0, year.mean - actual);
    const kept = 1 - share * isOpenBy;
    const mid = actual + rest * kept + weighted;
    const luck = luckOf(scene, rows, plan);
    const ends = (far: number): number => Math.sqrt((kept * far) ** 2 + WIDE ** 2 * luck);
    const { least } = coverOf({ open, target: null, actual, repeat: null, winRate });
    return {
      kind: 'pipeline',
      range: rangeOf(mid - ends(year.mean - year.lower), mid, mid + ends(year.upper - year.mean)),
      facts: { ...facts, repeat: Math.round(rest * (1 - share)), least },
      issues: [],
    };
  };
}

function apart(document: PlanDocument, { asOf }: PipelineScene): Issue | null {
  const orders = orderCoverage(document)?.asOf;
  if (orders === undefined || Math.abs(orders - asOf) <= APART_DAYS) return null;
  return issue('pipeline/otherDay', { deals: isoDate(asOf), orders: isoDate(orders) });
}

/** The deals of every node: those of the node above that name its member too; null where deals do not name it. */
function rowsByNode(scene: PipelineScene, { view, ats }: NodeTree): (node: number) => number[] | null {
  const named = new Map<string, Uint8Array | null>();
  const namedBy = (at: At): Uint8Array | null => {
    const key = JSON.stringify(at);
    const known = named.get(key);
    if (known !== undefined) return known;
    const rows = nodeDeals(scene, { at, from: null, to: null });
    const flags = rows && new Uint8Array(scene.deals.table.count);
    for (const row of rows ?? []) flags?.fill(1, row, row + 1);
    named.set(key, flags);
    return flags;
  };
  const found = new Map<number, number[] | null>();
  const rowsOf = (node: number): number[] | null => {
    const known = found.get(node);
    if (known !== undefined) return known;
    let rows: number[] | null;
    if (node === 0) rows = nodeDeals(scene, { at: {}, from: null, to: null });
    else {
      const above = rowsOf(view.parent[node]);
      const { dimension } = view.levels[view.depth[node] - 1];
      const own = above && namedBy({ [dimension]: ats[node][dimension] });
      rows = above && own ? above.filter((row) => own[row] === 1) : null;
    }
    found.set(node, rows);
    return rows;
  };
  return rowsOf;
}

/** Which part of the deals that will be won in the days left is open by now: the mean of min(cycle, days left) ÷ days left. */
function openPart({ deals: { table } }: PipelineScene, daysLeft: number): number {
  if (daysLeft === 0) return 1;
  let sum = 0;
  let count = 0;
  for (let row = 0; row < table.count; row += 1) {
    const cycle = table.closed[row] - table.created[row];
    if (table.result[row] !== DEAL_WON || !(cycle >= 0)) continue;
    sum += Math.min(cycle, daysLeft);
    count += 1;
  }
  return count === 0 ? 1 : sum / count / daysLeft;
}

/** Variance of what open deals bring: each is won whole or not at all. */
function luckOf({ deals, chance }: PipelineScene, rows: readonly number[], plan: Plan): number {
  const { table, expected } = deals;
  const { to } = plan.periods[plan.periods.length - 1];
  const from = Math.max(table.asOf, plan.periods[0].from);
  let variance = 0;
  for (const row of rows) {
    const worth = table.worth[row];
    if (table.result[row] !== DEAL_OPEN || !(worth > 0)) continue;
    if (expected[row] < from || expected[row] > to) continue;
    const won = chance[row] || 0;
    variance += worth ** 2 * won * (1 - won);
  }
  return variance;
}
