import type { TierRule } from '~/domain/record';
import type { PlanDocument } from '../document';

/**
 * The rule a workspace starts with: spend 50, frequency 20, influence 20, and 10 for recency in the place of potential,
 * which needs data of its own; A the best 20 % of customers, B the next 30 %.
 */
export const DEFAULT_TIER_RULE: Omit<TierRule, 'id'> = {
  plan: null,
  weights: { spend: 50, frequency: 20, recency: 10, influence: 20 },
  by: 'customers',
  cutA: 0.2,
  cutB: 0.5,
};

/** The saved rule without its id; the default where none was saved. */
export function tierRuleOf(document: PlanDocument): Omit<TierRule, 'id'> {
  for (const { id: _id, ...rule } of document.records.tierRule.values()) return rule;
  return DEFAULT_TIER_RULE;
}

/** Whether two rules are the same: then a draft is none. */
export const sameRule = (a: Omit<TierRule, 'id'>, b: Omit<TierRule, 'id'>): boolean =>
  a.by === b.by &&
  a.cutA === b.cutA &&
  a.cutB === b.cutB &&
  a.weights.spend === b.weights.spend &&
  a.weights.frequency === b.weights.frequency &&
  a.weights.recency === b.weights.recency &&
  a.weights.influence === b.weights.influence &&
  (a.hysteresis ?? 0) === (b.hysteresis ?? 0) &&
  (a.capOverdue ?? false) === (b.capOverdue ?? false) &&
  JSON.stringify(a.more ?? []) === JSON.stringify(b.more ?? []);

/** Whether a rule can be carried out: some weight, none below 0, and the cut of A above that of B. */
export function isTierRule({ weights, more = [], by, cutA, cutB }: Omit<TierRule, 'id'>): boolean {
  const all = [...Object.values(weights), ...more.map(({ weight }) => weight)];
  if (!all.every((weight) => weight >= 0 && Number.isFinite(weight)) || !all.some((weight) => weight > 0)) return false;
  const isShare = by === 'customers' || by === 'sales';
  return isShare ? cutA >= 0 && cutA <= cutB && cutB <= 1 : cutA >= cutB && Number.isFinite(cutA - cutB);
}
