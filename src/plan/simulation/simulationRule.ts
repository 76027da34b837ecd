import { DEFAULT_SIMULATION } from '~/domain/challenge';
import type { SimulatedRule } from '~/domain/simulationView';
import type { PlanDocument } from '../document';

/** How the years of a plan are drawn: its own rule, else what the product starts with. */
export function simulationRule({ records }: PlanDocument, plan: string): SimulatedRule {
  for (const rule of records.simulationRule.values()) {
    if (rule.plan !== plan) continue;
    const { id: _id, plan: _plan, ...own } = rule;
    return { capacity: true, ...own };
  }
  return { capacity: true, ...DEFAULT_SIMULATION };
}
