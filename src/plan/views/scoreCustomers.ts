import type { TierRule } from '~/domain/record';
import type { CustomersView } from '~/domain/view';
import { assignTiers, type TierAssignment, tierScores } from '~/engine/customers/index';
import type { PlanDocument } from '../document';
import type { CustomerFigures } from './viewCache';

/** Scores of all customers by a rule, and the tiers that follow, pins on top. */
export interface ScoredCustomers {
  score: Float64Array;
  assignment: TierAssignment;
  /** Parts with a weight that no customer has a value for. */
  missingParts: CustomersView['missingParts'];
}

/** Applies a tier rule to all customers. Pins of members that are no customer any more are left out. */
export function scoreCustomers(
  document: PlanDocument,
  figures: CustomerFigures,
  rule: Omit<TierRule, 'id'>,
): ScoredCustomers {
  const { facts, influence } = figures;
  const { score, missingParts } = tierScores(facts, { weights: rule.weights, influence });
  const listed = new Set(figures.codes);
  const pins = [...document.records.tierPin.values()].filter(({ customer }) => listed.has(customer));
  const { cutA, cutB } = rule;
  const by = rule.by === 'sales' ? 'sales' : 'customers';
  return { score, missingParts, assignment: assignTiers(score, facts.monetary, { by, cutA, cutB, pins }) };
}
