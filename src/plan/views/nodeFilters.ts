import type { At } from '~/domain/cell';
import type { DimensionId, Hierarchy, MemberCode } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import type { MemberFilter } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOf, hierarchyOfNode, underNode } from '../members';
import { leafCodes } from '../pools';

/**
 * Which members of the orders belong to a node, by the plan's own trees and pools, so that both sides of a comparison use
 * one tree. A member that the plan has pooled may still be asked for by itself: its orders are read directly. Without a
 * plan the workspace's trees count.
 */
export const nodeFilters = (document: PlanDocument, plan: Plan | null, at: At): MemberFilter[] =>
  Object.entries(at).map(([dimension, node]) => {
    const members = membersOf(document, dimension);
    const { next } = members;
    const tree = plan ? hierarchyOfNode(document.records, plan.id, { members, node }) : null;
    const under = underNode(tree ?? treeOf(document, plan, dimension), node, next);
    const leaf = pooledLeaves(document, plan, dimension);
    if (leaf && !isPooled(document, plan, { dimension, node })) {
      return { dimension, inside: Uint8Array.from({ length: next }, (_, code) => under[leaf[code]] ?? 0) };
    }
    return { dimension, inside: under };
  });

/** The plan's own tree of a dimension, else the workspace's. */
export const treeOf = (document: PlanDocument, plan: Plan | null, dimension: DimensionId): Hierarchy | null =>
  (plan ? hierarchyOf(document.records, plan.id, dimension) : null) ?? hierarchyOf(document.records, null, dimension);

/** Member code → the code the plan counts it under; null where the plan pools nothing. */
export function pooledLeaves(document: PlanDocument, plan: Plan | null, dimension: DimensionId): Uint32Array | null {
  return plan && leafCodes(document, { dimension, pools: plan.pools, plan: plan.id });
}

/** True when the plan has lines that this member alone stands for: not one of a pool, and of a dimension of the lines. */
export function isPlannedMember(
  document: PlanDocument,
  plan: Plan,
  { dimension, node }: { dimension: DimensionId; node: MemberCode },
): boolean {
  return plan.groups[0].dimensions.includes(dimension) && !isPooled(document, plan, { dimension, node });
}

/** True when the plan counts this member as another one; inner nodes are never pooled. */
export function isPooled(
  document: PlanDocument,
  plan: Plan | null,
  { dimension, node }: { dimension: DimensionId; node: MemberCode },
): boolean {
  const leaf = pooledLeaves(document, plan, dimension);
  return leaf !== null && leaf[node] !== node && !treeOf(document, plan, dimension)?.parent.includes(node);
}
