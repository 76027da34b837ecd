import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { GROWTH_KINDS, type GrowthKind, type GrowthSource, type GrowthView } from '~/domain/round';
import { isSameAt } from '../commands/growth';
import { membersOf, type PlanDocument } from '../document';
import { underNode } from '../members';
import { labelsOf } from './changeLines';
import { treeOf } from './nodeFilters';

/**
 * What people expect of each growth source at a node and below it, one row per kind in the order of the bridge. A loss is
 * negative; a source nobody spoke of is null. Minor units, for the plan's first fiscal year.
 */
export function growthRows(document: PlanDocument, plan: Plan, at: At): GrowthView['rows'] {
  const sources = [...document.records.growthSource.values()].filter((source) => source.plan === plan.id);
  const contains = containment(document, plan, at);
  return GROWTH_KINDS.map((kind) => rowOf(document, { kind, at, sources, contains }));
}

function rowOf(
  document: PlanDocument,
  {
    kind,
    at,
    sources,
    contains,
  }: { kind: GrowthKind; at: At; sources: readonly GrowthSource[]; contains: (below: At) => boolean },
): GrowthView['rows'][number] {
  const here = sources.filter((source) => source.kind === kind && contains(source.at));
  const own = here.find((source) => isSameAt(source.at, at))?.amount ?? null;
  const members = here
    .filter((source) => !isSameAt(source.at, at))
    .map((source) => ({
      at: source.at,
      label: labelsOf(document, source.at).join(' · '),
      amount: source.amount,
      note: source.note,
    }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.label < b.label ? -1 : 1));
  return { kind, own, members, amount: here.length > 0 ? here.reduce((sum, { amount }) => sum + amount, 0) : null };
}

/** Whether an address is the node itself or lies under it. */
function containment(document: PlanDocument, plan: Plan, at: At): (below: At) => boolean {
  const filters = Object.entries(at).map(([dimension, node]) => ({
    dimension,
    under: underNode(treeOf(document, plan, dimension), node, membersOf(document, dimension).next),
  }));
  return (below) =>
    filters.every(({ dimension, under }) => below[dimension] !== undefined && under[below[dimension]] === 1);
}
