import type { At } from '~/domain/cell';
import type { DimensionId, Hierarchy } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import { buildView, type View, type ViewLevel } from '~/engine/cube/index';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { mainLevels } from '../mainLevels';
import { hierarchyOf, hierarchyOfNode, rowsByLevel } from '../members';
import { nodesAt } from '../views/nodesAt';

/** A tree over the lines of a plan with the address of every node. */
export interface NodeTree {
  view: View;
  /** By node. */
  ats: At[];
}

/** The main view down to so many levels; 0 = the whole plan alone. */
export function mainTree(document: PlanDocument, open: OpenPlan, options: { plan: Plan; depth: number }): NodeTree {
  const levels = mainLevels(document, options.plan).slice(0, options.depth);
  return treeOf(buildView(open.lines, levels));
}

/** The tree of one dimension over all lines of the plan; its deepest rows are the members that lines name. */
export const dimensionTree = (
  document: PlanDocument,
  open: OpenPlan,
  options: { plan: Plan; dimension: DimensionId },
): NodeTree => treeOf(buildView(open.lines, levelsOfDimension(document, open, options)));

/**
 * The tree in which an address is a row, with its siblings, its ancestors and one level below it: the dimensions it names in
 * the order of the main view, each down to its member, then the next one. For an address of the main view these are rows of
 * the main view. The node is null where the plan has no line for it.
 */
export function treeAround(
  document: PlanDocument,
  open: OpenPlan,
  { plan, at }: { plan: Plan; at: At },
): NodeTree & { node: number | null; siblings: number[]; children: number[] } {
  const order = mainOrder(plan, open);
  const named = order.filter((dimension) => at[dimension] !== undefined);
  const above = named.flatMap((dimension) => levelsDownTo(document, open, { plan, dimension, node: at[dimension] }));
  const last = named.at(-1);
  const within = last === undefined ? [] : levelsBelow(document, open, { plan, dimension: last, node: at[last] });
  const next = order.find((dimension) => at[dimension] === undefined);
  const below =
    within[0] ?? (next === undefined ? undefined : levelsOfDimension(document, open, { plan, dimension: next })[0]);
  const tree = treeOf(buildView(open.lines, below ? [...above, below] : above));
  const known = Object.keys(at).every((dimension) => order.includes(dimension));
  const node = known ? (nodesAt(tree.view, at)[0] ?? null) : null;
  if (node === null) return { ...tree, node, siblings: [], children: [] };
  const parent = tree.view.parent[node];
  const siblings = node === 0 ? [] : childrenOf(tree.view, parent).filter((child) => child !== node);
  return { ...tree, node, siblings, children: childrenOf(tree.view, node) };
}

export const childrenOf = (view: View, node: number): number[] =>
  Array.from({ length: view.childCount[node] }, (_, i) => view.firstChild[node] + i);

/** Names of the levels of the main view, in its order. */
export function mainLevelNames(document: PlanDocument, open: OpenPlan, plan: Plan): string[] {
  return mainOrder(plan, open).flatMap((dimension) => {
    const hierarchy = hierarchyOf(document.records, plan.id, dimension);
    if (!hierarchy) return [dimension];
    const rows = rowsByLevel(hierarchy, membersOf(document, dimension));
    return hierarchy.levels.filter((_, level) => rows[level] !== null);
  });
}

function mainOrder(plan: Plan, open: OpenPlan): DimensionId[] {
  const stored = open.lines.dimensions;
  const wanted = plan.dimensions.filter((dimension) => stored.includes(dimension));
  return [...wanted, ...stored.filter((dimension) => !wanted.includes(dimension))];
}

interface Place {
  plan: Plan;
  dimension: DimensionId;
  node: number;
}

function levelsDownTo(document: PlanDocument, open: OpenPlan, place: Place): ViewLevel[] {
  const levels = levelsAround(document, open, place);
  const end = levels.findIndex(({ ancestorOf }) => (ancestorOf[place.node] ?? 0) === place.node);
  return end < 0 ? levels : levels.slice(0, end + 1);
}

const levelsBelow = (document: PlanDocument, open: OpenPlan, place: Place): ViewLevel[] =>
  levelsAround(document, open, place).slice(levelsDownTo(document, open, place).length);

function levelsAround(document: PlanDocument, open: OpenPlan, { plan, dimension, node }: Place): ViewLevel[] {
  const members = membersOf(document, dimension);
  const hierarchy = hierarchyOfNode(document.records, plan.id, { members, node });
  return hierarchyLevels(document, open, { dimension, hierarchy });
}

/** The levels of a dimension by its main tree. */
export const levelsOfDimension = (
  document: PlanDocument,
  open: OpenPlan,
  { plan, dimension }: { plan: Plan; dimension: DimensionId },
): ViewLevel[] =>
  hierarchyLevels(document, open, { dimension, hierarchy: hierarchyOf(document.records, plan.id, dimension) });

function hierarchyLevels(
  document: PlanDocument,
  open: OpenPlan,
  { dimension, hierarchy }: { dimension: DimensionId; hierarchy: Hierarchy | null },
): ViewLevel[] {
  const column = open.lines.dimensions.indexOf(dimension);
  const members = membersOf(document, dimension);
  const tree = hierarchy ?? { id: '', plan: null, dimension, levels: [dimension], parent: new Uint32Array(0) };
  return rowsByLevel(tree, members).flatMap((ancestorOf) => (ancestorOf ? [{ dimension, column, ancestorOf }] : []));
}

/** Addresses of the nodes of a view. */
export function treeOf(view: View): NodeTree {
  const ats: At[] = new Array(view.count);
  ats[0] = {};
  for (let node = 1; node < view.count; node += 1) {
    const { dimension } = view.levels[view.depth[node] - 1];
    ats[node] = { ...ats[view.parent[node]], [dimension]: view.code[node] };
  }
  return { view, ats };
}
