import type { Day } from '~/domain/period';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';

/** Days past due beyond which a customer is no better than B. */
const OVERDUE_DAYS = 90;

/**
 * Customers with an open, undisputed amount that was due more than 90 days before the receivables' own day, as 1 by code;
 * null where there are no receivables, or nobody knows for which day they are.
 */
export function overdueCap(document: PlanDocument, today: Day): Uint8Array | null {
  const facts = factsOf(document, 'receivables');
  if (facts.count === 0) return null;
  const asOf = facts.asOf ?? today;
  const customer = facts.code('customer');
  const due = facts.number('due');
  const amount = facts.number('amount');
  const disputed = facts.number('disputed');
  const capped = new Uint8Array(membersOf(document, 'customer').next);
  for (let i = 0; i < facts.count; i += 1) {
    if (amount[i] > 0 && disputed[i] !== 1 && asOf - due[i] > OVERDUE_DAYS) capped[customer[i]] = 1;
  }
  return capped;
}
