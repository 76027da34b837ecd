import { type ChallengeRule, DEFAULT_CHALLENGE } from '~/domain/challenge';
import type { PlanDocument } from '../document';

/** How the targets of a plan are judged: its own rule, else what the product starts with. */
export function challengeRule({ records }: PlanDocument, plan: string): Omit<ChallengeRule, 'id' | 'plan'> {
  for (const rule of records.challengeRule.values()) {
    if (rule.plan !== plan) continue;
    const { id: _id, plan: _plan, ...own } = rule;
    return own;
  }
  return DEFAULT_CHALLENGE;
}
