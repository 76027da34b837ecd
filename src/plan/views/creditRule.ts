import type { CreditRule } from '~/domain/price';
import type { PlanDocument } from '../document';

/** What counts until a person says otherwise: VAT of 13 %, 30 days, and less credit for a worse rating. */
const FIRST_CREDIT_RULE: Omit<CreditRule, 'id'> = {
  taxRate: 0.13,
  termsDays: 30,
  factors: { A: 1.5, B: 1, C: 0.5, D: 0 },
};

/** The saved rule for limits without its id; the first one where none was saved. */
export function creditRuleOf(document: PlanDocument): Omit<CreditRule, 'id'> {
  for (const { id: _id, ...rule } of document.records.creditRule.values()) return rule;
  return FIRST_CREDIT_RULE;
}
