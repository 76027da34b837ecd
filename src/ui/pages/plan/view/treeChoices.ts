import type { DimensionId } from '~/domain/dimension';
import type { ShapeView } from '~/domain/shape';

/** Stands for the main tree, which views do not name. */
export const MAIN_TREE = 'main';

export interface TreeChoices {
  trees: { id: string; title: string }[];
  chosen: string;
}

/** The trees a dimension may be rolled up by, the main one first; null where there is no choice. A tree that went is the main one. */
export function treeChoices(
  shape: ShapeView | null,
  dimension: DimensionId,
  tree: string | undefined,
): TreeChoices | null {
  const all = shape?.dimensions.find(({ id }) => id === dimension)?.hierarchies ?? [];
  if (all.length < 2) return null;
  const trees = all.map(({ id, title, main }) => ({ id: main ? MAIN_TREE : id, title }));
  return { trees, chosen: trees.some(({ id }) => id === tree) && tree !== undefined ? tree : MAIN_TREE };
}

/** The trees of a view with one of them changed; null goes back to the main one. */
export function withTree(
  hierarchies: Readonly<Record<DimensionId, string>>,
  dimension: DimensionId,
  tree: string | null,
): Record<DimensionId, string> {
  const { [dimension]: _, ...others } = hierarchies;
  return tree === null ? others : { ...others, [dimension]: tree };
}
