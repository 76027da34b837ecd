import type { Plan } from '~/domain/plan';
import type { ViewLevel } from '~/engine/cube/index';
import type { PlanDocument } from './document';
import { viewLevels } from './resolve';

/**
 * The levels of the plan's main view, which is the physical order of its lines: the plan's dimensions in their order. The
 * code columns of the lines keep the order of the group, so another main view moves no stored byte.
 */
export function mainLevels(document: PlanDocument, plan: Plan): ViewLevel[] {
  const stored = plan.groups[0].dimensions;
  const wanted = plan.dimensions.filter((dimension) => stored.includes(dimension));
  const rest = stored.filter((dimension) => !wanted.includes(dimension));
  return viewLevels(
    document,
    plan.id,
    [...wanted, ...rest].map((dimension) => ({ dimension, column: stored.indexOf(dimension) })),
  );
}
