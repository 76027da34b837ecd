import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { ok, type Result } from '~/domain/result';
import type { ShapeView } from '~/domain/shape';
import { membersOf, type PlanDocument } from '../document';
import { hierarchiesOf } from '../members';
import { leafCodes } from '../pools';
import { requirePlan } from '../resolve';
import { titleOf } from '../titleOf';
import { treeOf } from './nodeFilters';

/**
 * What the open plan is made of: its dimensions in the order of the main view, then those the workspace has besides; trees,
 * members, calendar and measures. A plan that never settled them counts sales as ordered, tax included.
 */
export function shapeView(document: PlanDocument): Result<ShapeView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const dimensions = [...new Set([...plan.dimensions, ...document.members.keys()])];
  return ok({
    dimensions: dimensions.map((dimension) => shapeOf(document, plan, dimension)),
    calendar: plan.calendar,
    firstYear: plan.fiscalYear,
    years: planYears(plan).length,
    measures: plan.groups[0].measures,
    basis: plan.salesBasis ?? 'ordered',
    taxIncluded: plan.taxIncluded ?? true,
  });
}

function shapeOf(document: PlanDocument, plan: Plan, dimension: string): ShapeView['dimensions'][number] {
  const own = hierarchiesOf(document.records, plan.id, dimension);
  const workspace = own.length > 0 ? null : treeOf(document, plan, dimension);
  const trees = workspace ? [workspace] : own;
  const members = membersOf(document, dimension).byCode.filter((member) => member && !member.archived);
  const leaf = leafCodes(document, {
    dimension,
    pools: plan.pools.filter((pool) => pool.only === undefined),
    plan: plan.id,
  });
  const inner = new Set(trees[0]?.parent);
  const pooled = members.filter(
    (member) => member && leaf && leaf[member.code] !== member.code && !inner.has(member.code),
  );
  return {
    id: dimension,
    title: titleOf(document, plan, dimension),
    inPlan: plan.dimensions.includes(dimension),
    hierarchies: trees.map(({ id, title, levels }) => ({ id, title: title ?? '', levels, main: title === undefined })),
    members: members.length,
    pooled: pooled.length,
  };
}
