import type { At } from '~/domain/cell';
import type { DimensionId } from '~/domain/dimension';
import { buildView } from '~/engine/cube/index';
import { hierarchyOf } from '../members';
import { challengeRule } from './challengeRule';
import { type ChallengeScene, studiesOf } from './challengeScene';
import { type Judgement, judgeNode } from './judgement';
import { nodeAmounts } from './nodeAmounts';
import { levelsOfDimension, type NodeTree, treeOf } from './nodeTree';

/** A node that the home page keeps an eye on, as it is judged by its forecast. */
export interface WatchedNode extends Judgement {
  dimension: DimensionId;
  code: number;
  at: At;
  target: number;
  /** What is expected of it. */
  forecast: number;
  lastYear: number | null;
}

/** More nodes than these are not foretold for a glance at the home page. */
export const MOST_WATCHED = 80;

/** The top of the first dimension, and the sellers: each a tree of its own. */
export function watchedTrees({ document, open, whole }: ChallengeScene): NodeTree[] {
  const [first] = whole.dimensions.filter((dimension) => open.lines.dimensions.includes(dimension));
  const treeDownTo = (dimension: DimensionId, depth: number): NodeTree =>
    treeOf(buildView(open.lines, levelsOfDimension(document, open, { plan: whole, dimension }).slice(0, depth)));
  const trees = first === undefined ? [] : [treeDownTo(first, 1)];
  const depth = hierarchyOf(document.records, whole.id, 'seller')?.levels.length ?? 1;
  if (open.lines.dimensions.includes('seller') && (first !== 'seller' || depth > 1)) {
    trees.push(treeDownTo('seller', depth));
  }
  return trees;
}

/** The nodes of a tree that are watched: those of its deepest level. */
export const watchedOf = ({ view }: NodeTree): number[] =>
  Array.from({ length: view.cells }, (_, cell) => view.firstLeaf + cell).filter((node) => view.code[node] !== 0);

/** What is asked of the watched nodes, judged; those without a target or a forecast are left out. */
export function judgedNodes(scene: ChallengeScene, trees: readonly NodeTree[]): WatchedNode[] {
  const { document, open, whole, plan, column } = scene;
  const rule = challengeRule(document, whole.id);
  return trees.flatMap((tree) => {
    const { view, ats } = tree;
    const studies = studiesOf(scene, tree);
    const { sum } = nodeAmounts(document, open, { plan, column, view });
    return watchedOf(tree).flatMap((node): WatchedNode[] => {
      const { year, reference } = studies[node];
      const target = sum[node];
      if (target === null || !year) return [];
      const { dimension } = view.levels[view.depth[node] - 1];
      const judged = judgeNode(studies[node], target, rule);
      const lastYear = reference?.amount ?? null;
      return [{ ...judged, dimension, code: view.code[node], at: ats[node], target, forecast: year.mean, lastYear }];
    });
  });
}
