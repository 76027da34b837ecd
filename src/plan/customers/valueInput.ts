import type { ValueRule } from '~/domain/customerValue';
import type { Day } from '~/domain/period';
import {
  type CustomerPurchases,
  customerPurchases,
  DAYS_PER_UNIT,
  type PurchaseHistory,
  type ValueInput,
} from '~/engine/customers/index';
import type { FactTable } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { orderCoverage } from '../views/orderCoverage';
import { orderFacts, type ViewCache } from '../views/viewCache';
import { customerCodes } from './customerCodes';

/** What customers are valued from, and the input of the fit. */
export interface ValueSource {
  purchases: CustomerPurchases;
  input: ValueInput;
  /** Days that are held out for the check; null where the orders cover too little. */
  heldOut: { from: Day; to: Day } | null;
}

const WEEKS_PER_MONTH = 365.25 / 12 / DAYS_PER_UNIT;
const WEEKS_PER_YEAR = WEEKS_PER_MONTH * 12;
/** At least half a year must be learnt from before a third is held out. */
const LEAST_DAYS = 270;

/**
 * Purchases of all customers that are no pool and not archived, from every order up to the last complete day; null without
 * orders. Merged customers count as one. The last third of the covered days, at most a year, is held out for the check.
 */
export function valueInput(document: PlanDocument, cache: ViewCache, rule: ValueRule): ValueSource | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const facts = orderFacts(document, cache);
  const known = coverage.asOf - coverage.from + 1;
  const held = known >= LEAST_DAYS ? Math.min(365, Math.floor(known / 3)) : 0;
  const purchases = listed(document, facts, { asOf: coverage.asOf });
  const split = coverage.asOf - held;
  const early = held > 0 ? listed(document, facts, { asOf: split, until: coverage.asOf }) : null;
  const check = early ? { history: historyOf(early), later: early.later, horizon: held / DAYS_PER_UNIT } : null;
  return {
    purchases,
    input: {
      kind: rule.model,
      history: { ...historyOf(purchases), monetary: purchases.monetary },
      check,
      horizon: rule.months * WEEKS_PER_MONTH,
      discount: Math.log1p(Math.max(0, rule.discount)) / WEEKS_PER_YEAR,
    },
    heldOut: check ? { from: split + 1, to: coverage.asOf } : null,
  };
}

const historyOf = ({ frequency, recency, age }: CustomerPurchases): PurchaseHistory => ({ frequency, recency, age });

function listed(document: PlanDocument, facts: FactTable, span: { asOf: Day; until?: Day }): CustomerPurchases {
  const { next } = membersOf(document, 'customer');
  const all = customerPurchases(facts, { customers: next, ...span });
  const isListed = new Uint8Array(next);
  for (const code of customerCodes(document)) isListed[code] = 1;
  const keep = (_: number, i: number): boolean => isListed[all.code[i]] === 1;
  return {
    code: all.code.filter(keep),
    frequency: all.frequency.filter(keep),
    recency: all.recency.filter(keep),
    age: all.age.filter(keep),
    monetary: all.monetary.filter(keep),
    later: all.later.filter(keep),
    firstDay: all.firstDay.filter(keep),
    lastDay: all.lastDay.filter(keep),
  };
}
