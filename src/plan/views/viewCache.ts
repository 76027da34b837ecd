import type { CustomerFacts } from '~/engine/customers/index';
import { buildFactTable, type CustomerHistory, customerHistory, type FactTable } from '~/engine/kpi/index';
import { membersOf, orderSegments, type PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';

/** What the customer screen reads per customer code: facts of twelve months and influence. */
export interface CustomerFigures {
  /** What they were read into: further columns of the same customers are read from there. */
  cache: ViewCache;
  facts: CustomerFacts;
  influence: Float64Array;
  /** Codes that are customers: leaves, not archived, not the pooled member of a plan. */
  codes: Uint32Array;
  /** Rank by name, by code; made when first sorted by name. */
  rank: Uint32Array | null;
}

/** What screens derive from orders and members, kept until either changes. One per open workspace. */
export interface ViewCache {
  version: number;
  /** Version of the orders: tables of them stay while only what is said of members changes. */
  ordersVersion: number;
  orders: FactTable | null;
  history: CustomerHistory | null;
  customers: CustomerFigures | null;
  /** Order lines of the node that was looked at last. */
  node: { key: string; facts: FactTable } | null;
  /** Orders of the plan's own months without a line. */
  notInPlan: { key: string; amount: number | null } | null;
}

/** Days in which a first order may still come back whole. */
const RETURN_DAYS = 30;

export const createViewCache = (): ViewCache => ({
  version: -1,
  ordersVersion: -1,
  orders: null,
  history: null,
  customers: null,
  node: null,
  notInPlan: null,
});

/** Empties the cache of what has changed since it was filled: everything with orders or trees, figures of customers with members. */
export function freshCache(document: PlanDocument, cache: ViewCache): ViewCache {
  if (cache.ordersVersion !== document.ordersVersion) Object.assign(cache, createViewCache());
  else if (cache.version !== document.factsVersion) Object.assign(cache, { customers: null, notInPlan: null });
  cache.version = document.factsVersion;
  cache.ordersVersion = document.ordersVersion;
  return cache;
}

/** All order lines by day with every dimension they have; customers that were merged count as the one that stayed. No order gives an empty table. */
export function orderFacts(document: PlanDocument, cache: ViewCache): FactTable {
  const fresh = freshCache(document, cache);
  const merged = mergedMembers(document, 'customer');
  fresh.orders ??= buildFactTable(orderSegments(document), {
    dimensions: orderDimensions(document),
    ...(merged ? { replace: { customer: merged } } : {}),
  });
  return fresh.orders;
}

/** When each customer began, for the whole company. */
export function companyHistory(document: PlanDocument, cache: ViewCache): CustomerHistory {
  const facts = orderFacts(document, cache);
  cache.history ??= customerHistory(facts, {
    customers: membersOf(document, 'customer').next,
    returnDays: RETURN_DAYS,
  });
  return cache.history;
}

/** Dimensions that any order names, in the order they first appear. */
export function orderDimensions(document: PlanDocument): string[] {
  const dimensions = new Set<string>();
  for (const segment of orderSegments(document)) for (const id of Object.keys(segment.codes)) dimensions.add(id);
  return [...dimensions];
}
