import { type CapacityRule, DEFAULT_CAPACITY } from '~/domain/challenge';
import type { PlanDocument } from '../document';

/** Id of the one record. */
export const CAPACITY_RULE = 'capacity';

/** How capacity is reckoned in this workspace: as agreed, else by the starting values. */
export function capacityRuleOf(document: PlanDocument): Omit<CapacityRule, 'id'> {
  const rule = document.records.capacityRule.get(CAPACITY_RULE);
  if (!rule) return DEFAULT_CAPACITY;
  const { id: _id, ...rest } = rule;
  return rest;
}
