import { VERDICTS, type Verdict } from '~/domain/challenge';
import type { DifficultyQuery, DifficultyRow, DifficultyView } from '~/domain/challengeView';
import { issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import { NONE } from '~/engine/cube/index';
import { memberName } from '../document';
import { placeInPlan } from '../focusYear';
import { mainLevels } from '../mainLevels';
import { addressKey } from '../outlooks/salesTable';
import { holdsOf } from '../resolve';
import { type FreezeScope, freezeScopes, frozenPart } from '../views/holdState';
import { challengeRule } from './challengeRule';
import { type ChallengeScene, lastYearKind, studiesOf } from './challengeScene';
import { judgeNode } from './judgement';
import { type NodeAmounts, nodeAmounts } from './nodeAmounts';
import { mainLevelNames, mainTree, type NodeTree } from './nodeTree';

/** More nodes than these are not judged one by one. */
export const MOST_NODES = 10_000;

/** The tree that a query asks for; levels that would be more nodes than can be judged are left out. */
export function difficultyTree(
  { document, open, whole }: ChallengeScene,
  depth: number,
): { tree: NodeTree; isCut: boolean } {
  const most = mainLevels(document, whole).length;
  const wanted = Math.max(0, Math.min(Math.floor(depth), most));
  let tree = mainTree(document, open, { plan: whole, depth: wanted });
  let at = wanted;
  while (tree.view.count > MOST_NODES && at > 0) {
    at -= 1;
    tree = mainTree(document, open, { plan: whole, depth: at });
  }
  return { tree, isCut: at < wanted };
}

/**
 * How hard every node of the main view is, down to a level: in order of the tree with the ancestors of what is asked for, or
 * flat, hardest first. Forecasts are those of the scene; only sums of the targets are made anew, so it is quick after an edit.
 * `counts` speak of the deepest level. Minor units; a node without a forecast or target says so by null.
 */
export function difficultyView(
  scene: ChallengeScene,
  tree: NodeTree,
  query: DifficultyQuery & { isCut: boolean },
): DifficultyView {
  const { document, open, whole, plan, column, asOf } = scene;
  const { view, ats } = tree;
  const studies = studiesOf(scene, tree);
  const rule = challengeRule(document, whole.id);
  const amounts = nodeAmounts(document, open, { plan, column, view });
  const locks = locksOf(scene, tree);
  const deepest = mainLevels(document, whole).length;
  const labels: string[] = [];
  const aboves: string[][] = [];
  const rows = ats.map((at, node): DifficultyRow => {
    const study = studies[node];
    const target = amounts.sum[node];
    const lastYear = study.reference?.amount ?? null;
    const forecast = study.year?.mean ?? null;
    const depth = view.depth[node];
    const level = view.levels[depth - 1];
    const parent = view.parent[node];
    labels.push(level ? memberName(document, level.dimension, view.code[node]) : '');
    aboves.push(depth > 1 ? [...aboves[parent], labels[parent]] : []);
    return {
      at,
      path: pathOf(tree, node),
      above: aboves[node],
      label: labels[node],
      depth,
      hasChildren: view.childCount[node] > 0 || (depth === view.levels.length && depth < deepest),
      target,
      lastYear,
      growth: target !== null && lastYear !== null && lastYear > 0 ? target / lastYear - 1 : null,
      forecast,
      stretch: target !== null && forecast !== null && forecast > 0 ? target / forecast - 1 : null,
      held: heldOf(tree, node, { amounts, ...locks }),
      ...withoutSource(judgeNode(study, target, rule)),
    };
  });
  const whoIs = rows[0];
  return {
    asOf,
    rows: query.order === 'worst' ? worstFirst(tree, rows, query) : inTreeOrder(tree, rows, query.verdict),
    counts: countsOf(rows.filter(({ depth }) => depth === view.levels.length)),
    levels: mainLevelNames(document, open, whole),
    lastYearIs: lastYearKind(studies[0]),
    cell: { column, periods: plan.periods.map(({ id }) => id) },
    whole: { target: whoIs.target, forecast: whoIs.forecast, chance: whoIs.chance, verdict: whoIs.verdict },
    issues: query.isCut ? [issue('challenge/tooDeep', { most: MOST_NODES })] : [],
  };
}

const withoutSource = ({ chance, verdict, limiting }: ReturnType<typeof judgeNode>) => ({ chance, verdict, limiting });

/** How many rows are of which verdict. */
export function countsOf(rows: readonly { verdict: Verdict | null }[]): Record<Verdict | 'unknown', number> {
  const counts: Record<Verdict | 'unknown', number> = { easy: 0, fair: 0, demanding: 0, unrealistic: 0, unknown: 0 };
  for (const { verdict } of rows) counts[verdict ?? 'unknown'] += 1;
  return counts;
}

function pathOf({ view }: NodeTree, node: number): DifficultyRow['path'] {
  const path: DifficultyRow['path'] = [];
  for (let up = node; up !== 0 && up !== NONE; up = view.parent[up]) {
    path.unshift({ dimension: view.levels[view.depth[up] - 1].dimension, member: view.code[up] });
  }
  return path;
}

/** A member that stands on two levels, having no parent of its own, is one row. */
function isRepeated({ view }: NodeTree, node: number): boolean {
  const parent = view.parent[node];
  if (node === 0 || parent === 0 || view.code[node] !== view.code[parent]) return false;
  return view.levels[view.depth[node] - 1].dimension === view.levels[view.depth[parent] - 1].dimension;
}

/** Depth first; with a verdict its nodes and what they lie under. */
function inTreeOrder(tree: NodeTree, rows: DifficultyRow[], verdict: Verdict | null): DifficultyRow[] {
  const { view } = tree;
  const shown = new Uint8Array(view.count).fill(verdict === null ? 1 : 0);
  if (verdict !== null) {
    for (let node = view.count - 1; node >= 0; node -= 1) {
      if (rows[node].verdict === verdict) shown[node] = 1;
      if (shown[node] === 1 && node > 0) shown[view.parent[node]] = 1;
    }
  }
  const found: DifficultyRow[] = [];
  const visit = (node: number): void => {
    if (shown[node] === 0) return;
    if (!isRepeated(tree, node)) found.push(rows[node]);
    for (let child = 0; child < view.childCount[node]; child += 1) visit(view.firstChild[node] + child);
  };
  visit(0);
  return found;
}

/**
 * Unrealistic before demanding, the least chance first, the larger target before the smaller, what is unknown last; by stretch
 * what asks most above its forecast first.
 */
function worstFirst(
  tree: NodeTree,
  rows: DifficultyRow[],
  { verdict, by }: Pick<DifficultyQuery, 'verdict' | 'by'>,
): DifficultyRow[] {
  const rank = (row: DifficultyRow): number => (row.verdict === null ? -1 : VERDICTS.indexOf(row.verdict));
  const ahead = (row: DifficultyRow): number => row.stretch ?? Number.NEGATIVE_INFINITY;
  return rows
    .filter((row, node) => node > 0 && !isRepeated(tree, node) && (verdict === null || row.verdict === verdict))
    .sort(
      (a, b) =>
        (by === 'stretch' && ahead(a) !== ahead(b) ? ahead(b) - ahead(a) : 0) ||
        rank(b) - rank(a) ||
        (a.chance ?? 1) - (b.chance ?? 1) ||
        (b.target ?? 0) - (a.target ?? 0) ||
        a.depth - b.depth,
    );
}

interface Locks {
  scopes: FreezeScope[];
  /** Addresses whose total is locked for the whole year. */
  totals: ReadonlySet<string>;
}

function locksOf({ document, plan, whole, column }: ChallengeScene, { view }: NodeTree): Locks {
  const holds = holdsOf(document, whole.id, columnKey(column));
  const first = placeInPlan(whole, plan);
  const indexes = plan.periods.map((_, p) => first + p);
  const year = new Set(plan.periods.map(({ id }) => id));
  const isYear = (periods: readonly string[]): boolean => [...year].every((id) => periods.includes(id));
  return {
    scopes: freezeScopes(document, whole, { holds, view, indexes }),
    totals: new Set(
      holds.flatMap(({ kind, cell }) =>
        kind === 'total' && isYear(cell.periods) && !cell.within?.length ? [addressKey(cell.at)] : [],
      ),
    ),
  };
}

function heldOf({ view, ats }: NodeTree, node: number, given: Locks & { amounts: NodeAmounts }): DifficultyRow['held'] {
  const { amounts, scopes, totals } = given;
  const first = view.firstCell[node];
  const end = view.endCell[node];
  const lines = view.cellStart[end] - view.cellStart[first];
  const periods = lines === 0 ? 0 : amounts.leaves[node] / lines;
  const frozen = frozenPart(scopes, { first, end, lines }, [0, periods]);
  if (frozen === 'all' || (totals.size > 0 && totals.has(addressKey(ats[node])))) return 'all';
  const bits = amounts.held[node];
  if (bits > 0 && bits === amounts.leaves[node]) return 'all';
  return bits > 0 || frozen === 'some' ? 'some' : 'none';
}
