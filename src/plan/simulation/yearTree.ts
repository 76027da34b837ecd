import type { Plan } from '~/domain/plan';
import { mainLevelNames, mainTree, type NodeTree } from '../challenge/nodeTree';
import type { OpenPlan, PlanDocument } from '../document';

/** More nodes than this are drawn one level higher: each needs a forecast of its own. */
const MOST_LEAVES = 400;
/** Sellers are what a year is asked of: they are drawn even where they are many. */
const MOST_SELLERS = 1_200;

/** The main view as far down as years can be drawn, with the names of its levels. */
export interface YearTree extends NodeTree {
  levels: string[];
}

/** The main view down to the deepest level that has at most 400 nodes, or 1,200 sellers. */
export function deepestTree(document: PlanDocument, open: OpenPlan, plan: Plan): YearTree {
  const levels = mainLevelNames(document, open, plan);
  for (let depth = levels.length; depth > 0; depth -= 1) {
    const tree = mainTree(document, open, { plan, depth });
    const most = tree.view.levels.at(-1)?.dimension === 'seller' ? MOST_SELLERS : MOST_LEAVES;
    if (tree.view.cells <= most) return { ...tree, levels: levels.slice(0, depth) };
  }
  return { ...mainTree(document, open, { plan, depth: 0 }), levels: [] };
}

/** The same tree down to another depth: its nodes are the first ones of the deeper tree, in the same order. */
export const treeDownTo = (
  document: PlanDocument,
  open: OpenPlan,
  { plan, tree, depth }: { plan: Plan; tree: YearTree; depth: number },
): YearTree =>
  depth === tree.levels.length
    ? tree
    : { ...mainTree(document, open, { plan, depth }), levels: tree.levels.slice(0, depth) };
