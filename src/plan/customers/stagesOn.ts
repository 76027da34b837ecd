import type { Day } from '~/domain/period';
import { DEFAULT_LIFECYCLE_RULE, type LifecycleRule } from '~/domain/segmentation';
import { type CustomerDays, customerDays, type LifecycleDay, lifecycle } from '~/engine/customers/index';
import { membersOf, type PlanDocument } from '../document';
import { orderCoverage } from '../views/orderCoverage';
import { orderFacts, type ViewCache } from '../views/viewCache';
import { customerCodes } from './customerCodes';

/** The saved rule without its id; our own starting values where none was saved. */
export function lifecycleRuleOf(document: PlanDocument): Omit<LifecycleRule, 'id'> {
  for (const { id: _id, ...rule } of document.records.lifecycleRule.values()) return rule;
  return DEFAULT_LIFECYCLE_RULE;
}

interface Kept {
  version: number;
  history: CustomerDays;
  listed: Uint8Array;
  /** The last answer, as every screen asks for the same. */
  last: { key: string; made: LifecycleDay[] } | null;
}

const kept = new WeakMap<ViewCache, Kept>();

/**
 * Stages of all customers on some days, rising; without a rule by the saved one. Null without orders. Kept until orders,
 * members or the question change.
 */
export function stagesOver(
  document: PlanDocument,
  cache: ViewCache,
  { days, rule = lifecycleRuleOf(document) }: { days: readonly Day[]; rule?: Omit<LifecycleRule, 'id'> },
): LifecycleDay[] | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const known = kept.get(cache);
  const fresh = known?.version === document.factsVersion ? known : layOut(document, cache);
  if (fresh !== known) kept.set(cache, fresh);
  const key = `${days.join()}|${JSON.stringify(rule)}`;
  if (fresh.last?.key !== key) {
    const made = lifecycle(fresh.history, { rule, days, from: coverage.from, listed: fresh.listed });
    fresh.last = { key, made };
  }
  return fresh.last.made;
}

/** Stages on one day, the last complete day of the orders where none is named. */
export function stagesOn(document: PlanDocument, cache: ViewCache, on?: Day): LifecycleDay | null {
  const coverage = orderCoverage(document);
  return coverage ? (stagesOver(document, cache, { days: [on ?? coverage.asOf] })?.[0] ?? null) : null;
}

function layOut(document: PlanDocument, cache: ViewCache): Kept {
  const { next } = membersOf(document, 'customer');
  const listed = new Uint8Array(next);
  for (const code of customerCodes(document)) listed[code] = 1;
  return {
    version: document.factsVersion,
    history: customerDays(orderFacts(document, cache), next),
    listed,
    last: null,
  };
}
