import type { Hierarchy, Member } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import { membersOf, type PlanDocument } from './document';

/** A plan's own copy of the workspace's trees, wide enough for members it brings along. */
export function copyHierarchies(document: PlanDocument, plan: Plan, staged: Map<string, Member[]>): Hierarchy[] {
  const workspace = [...document.records.hierarchy.values()].filter((hierarchy) => hierarchy.plan === null);
  const dimensions = new Set([...plan.dimensions, ...workspace.map((hierarchy) => hierarchy.dimension)]);
  return [...dimensions].map((dimension) => {
    const source = workspace.find((hierarchy) => hierarchy.dimension === dimension);
    const codes = (staged.get(dimension) ?? []).map((member) => member.code + 1);
    const parent = new Uint32Array(Math.max(source?.parent.length ?? 1, membersOf(document, dimension).next, ...codes));
    if (source) parent.set(source.parent);
    return {
      id: `${plan.id}:${dimension}`,
      plan: plan.id,
      dimension,
      levels: source?.levels ?? [dimension],
      parent,
    };
  });
}
