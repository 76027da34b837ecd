import type { At } from '~/domain/cell';
import type { NodeOutlook } from '~/domain/outlook';
import type { CoverRow, CoverView, PipelineQuery } from '~/domain/pipelineView';
import type { Plan } from '~/domain/plan';
import { coverOf, DEAL_LOST, DEAL_OPEN, DEAL_WON } from '~/engine/pipeline/index';
import { memberName, membersOf, openedPlan } from '../document';
import { factCodes } from '../views/kpiSourceRows';
import { type MemberLevel, memberAtLevel, memberTargets } from '../views/memberTotals';
import { treeOf } from '../views/nodeFilters';
import { sumSpoken } from '../views/nodeTargets';
import type { ViewCache } from '../views/viewCache';
import { dealShare } from './dealShare';
import { monthsAhead } from './monthsAhead';
import { nodeDeals } from './nodeDeals';
import type { PipelineScene } from './pipelineScene';

/** The most members that are held against each other, largest target first. */
const MOST_ROWS = 60;
/**
 * Ended deals of a node before its own share of sales that deals brought is used; and won ones before its own win rate
 * is.
 */
const ENOUGH_ENDED = 10;
const ENOUGH_WON = 5;

/** One node whose cover is asked for. */
export interface CoverNode {
  at: At;
  rows: number[];
  target: number | null;
}

/**
 * The members of a dimension right under a node (its top ones where the node does not name it) that have a target or
 * deals, largest target first.
 */
export function coverNodes(
  scene: PipelineScene,
  plan: Plan,
  { at, dimension, from, to }: PipelineQuery & { dimension: string },
): CoverNode[] {
  const { document, asOf, deals } = scene;
  const { year } = monthsAhead(plan, asOf);
  const level = levelUnder(scene, plan, { at, dimension });
  const codes = factCodes(document, deals.facts, { dimension, on: asOf });
  if (!year || level === null || !codes) return [];
  const member: MemberLevel = { dimension, level, at };
  const memberOf = memberAtLevel(document, plan, member);
  const nodes = new Map<number, CoverNode>();
  const node = (code: number): CoverNode => {
    const known = nodes.get(code) ?? { at: { ...at, [dimension]: code }, rows: [], target: null };
    nodes.set(code, known);
    return known;
  };
  const targets = plan.groups[0].dimensions.includes(dimension) ? memberTargets(document, year, member) : new Map();
  for (const [code, amounts] of targets) if (code !== 0) node(code).target = sumSpoken(amounts);
  for (const row of nodeDeals(scene, { at, from, to }) ?? []) {
    const code = memberOf[codes[row]] ?? 0;
    if (code !== 0) node(code).rows.push(row);
  }
  return [...nodes.values()]
    .filter(({ target, rows }) => target !== null || rows.length > 0)
    .sort((a, b) => (b.target ?? -1) - (a.target ?? -1) || b.rows.length - a.rows.length)
    .slice(0, MOST_ROWS);
}

/** The level right under the node of an address, the top one where it names none; null under a leaf. */
function levelUnder(
  { document }: PipelineScene,
  plan: Plan,
  { at, dimension }: { at: At; dimension: string },
): number | null {
  const tree = treeOf(document, plan, dimension);
  const above = membersOf(document, dimension).byCode[at[dimension] ?? 0];
  if (!above) return 0;
  const level = (tree?.levels.indexOf(above.level) ?? -1) + 1;
  return tree && level > 0 && level < tree.levels.length ? level : null;
}

/**
 * Open amount against what is still to be found, for each node: open deals expected by the end of the plan's year, or
 * on a day nobody said; days that have passed are out (the funnel names them). Expected repeat sales are the rest of
 * the node's forecast without the share that deals brought. Minor units.
 */
export function coverView(
  scene: PipelineScene,
  options: {
    query: PipelineQuery & { dimension: string };
    nodes: readonly CoverNode[];
    outlooks: readonly NodeOutlook[];
    cache: ViewCache;
  },
): CoverView {
  const { query, nodes, outlooks, cache } = options;
  const rows = nodeDeals(scene, query) ?? [];
  const all = { share: dealShare(scene, { at: query.at, rows, cache }).share, winRate: winRateByAmount(scene, rows) };
  return {
    dimension: query.dimension,
    rows: nodes.map((node, i) =>
      coverRow(scene, { node, outlook: outlooks[i], all, cache, dimension: query.dimension }),
    ),
  };
}

function coverRow(
  scene: PipelineScene,
  options: {
    node: CoverNode;
    outlook: NodeOutlook;
    all: { share: number | null; winRate: number | null };
    cache: ViewCache;
    dimension: string;
  },
): CoverRow {
  const { node, outlook, all, cache, dimension } = options;
  const { at, rows, target } = node;
  const { document } = scene;
  const ended = rows.filter((row) => scene.deals.table.result[row] !== DEAL_OPEN).length;
  const own = ended >= ENOUGH_ENDED || rows.length === 0 ? dealShare(scene, { at, rows, cache }).share : null;
  const share = own ?? all.share;
  const { actual, year } = outlook;
  const repeat = actual === null || !year || share === null ? null : Math.max(0, year.mean - actual) * (1 - share);
  const sums = openInYear(scene, rows);
  const winRate = winRateByAmount(scene, rows) ?? all.winRate;
  return {
    at,
    label: memberName(document, dimension, at[dimension]),
    ...sums,
    ...coverOf({ open: sums.open, target, actual, repeat, winRate }),
  };
}

/** Worth of open deals that may still close in the plan's year, and the same by their chances. */
export function openInYear(scene: PipelineScene, rows: readonly number[]): { open: number; weighted: number } {
  const { deals, chance, document } = scene;
  const { table, expected } = deals;
  const { to, year } = monthsAhead(openedPlan(document), scene.asOf);
  const from = Math.max(table.asOf, year?.periods[0].from ?? table.asOf);
  let open = 0;
  let weighted = 0;
  for (const row of rows) {
    if (table.result[row] !== DEAL_OPEN || !(table.worth[row] > 0)) continue;
    if (expected[row] < from || expected[row] > to) continue;
    open += table.worth[row];
    weighted += table.worth[row] * (chance[row] || 0);
  }
  return { open, weighted: Math.round(weighted) };
}

/** Won ÷ (won + lost) by amount; null under ten ended deals, five won ones, or without a known amount. */
export function winRateByAmount({ deals: { table } }: PipelineScene, rows: readonly number[]): number | null {
  let won = 0;
  let lost = 0;
  let ended = 0;
  let wins = 0;
  for (const row of rows) {
    const worth = table.worth[row] > 0 ? table.worth[row] : 0;
    if (table.result[row] === DEAL_WON) won += worth;
    if (table.result[row] === DEAL_LOST) lost += worth;
    if (table.result[row] !== DEAL_OPEN) ended += 1;
    if (table.result[row] === DEAL_WON) wins += 1;
  }
  return ended >= ENOUGH_ENDED && wins >= ENOUGH_WON && won + lost > 0 ? won / (won + lost) : null;
}
