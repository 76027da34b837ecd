import type { At } from '~/domain/cell';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { ForecastEvent } from '~/domain/forecast';
import type { Plan } from '~/domain/plan';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOfNode } from '../members';
import { treeOf } from '../views/nodeFilters';

/**
 * The marked months that touch a node: those of the node itself and of every node that holds all of it, in the order they were
 * made. What was marked of a part says nothing of the whole.
 */
export function eventsAt(document: PlanDocument, plan: Plan | null, at: At): ForecastEvent[] {
  return [...document.records.forecastEvent.values()].filter((event) => holds(document, plan, event.at, at));
}

/** True where one node holds all of another, or is it. */
export const holds = (document: PlanDocument, plan: Plan | null, outer: At, inner: At): boolean =>
  Object.entries(outer).every(
    ([dimension, node]) =>
      inner[dimension] !== undefined && isUnder(document, plan, { dimension, node, code: inner[dimension] }),
  );

function isUnder(
  document: PlanDocument,
  plan: Plan | null,
  { dimension, node, code }: { dimension: DimensionId; node: MemberCode; code: MemberCode },
): boolean {
  if (code === node) return true;
  const members = membersOf(document, dimension);
  const tree =
    (plan ? hierarchyOfNode(document.records, plan.id, { members, node }) : null) ?? treeOf(document, plan, dimension);
  if (!tree || node === 0) return false;
  let up = code;
  // A tree is no deeper than its levels, so that a broken one ends too.
  for (let step = 0; step < tree.levels.length && up !== 0; step += 1) {
    up = tree.parent[up] ?? 0;
    if (up === node) return true;
  }
  return false;
}
