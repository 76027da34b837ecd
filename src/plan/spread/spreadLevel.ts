import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import type { SpreadDefault } from '~/domain/spread';
import { membersOf, type PlanDocument } from '../document';

/** The level of an address for `SpreadDefault`: 'region/city', '' = the whole plan, in the plan's order of dimensions. */
export const spreadLevel = (document: PlanDocument, plan: Plan, at: At): string =>
  plan.dimensions
    .filter((dimension) => at[dimension] !== undefined)
    .map((dimension) => membersOf(document, dimension).byCode[at[dimension]]?.level ?? dimension)
    .join('/');

/** How somebody last spread at a level and asked to keep it. */
export function spreadDefaultAt(document: PlanDocument, plan: Plan, level: string): SpreadDefault | null {
  for (const known of document.records.spreadDefault.values())
    if (known.plan === plan.id && known.level === level) return known;
  return null;
}
