import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { BASELINE, columnKey } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { BaseDifference } from '~/domain/view';
import { type ColumnData, SPOKEN } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { type FactCache, planFacts } from '../facts';
import { type RefreshedBase, refreshedBase } from '../refreshedBase';
import { requirePlan } from '../resolve';

/**
 * What `plan/refreshBase` would change today: the base before and after, and the target with the growth it has kept.
 * Amounts in minor units. Refused without a plan, or where the plan or the workspace has no orders to grow from.
 */
export function baseDifference(
  document: PlanDocument,
  { today, facts: cache }: { today: Day; facts: FactCache },
): Result<BaseDifference> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const facts = planFacts(document, plan, cache);
  if (!facts || plan.base.kind === 'none') return fail(issue('plan/noBase'));
  const { summary, column, target, targetAfter } = refreshedBase(document, required.value, { facts, today });
  const baseline = open.columns.get(columnKey(BASELINE)) ?? null;
  return ok({ before: plan.base, after: summary, target, targetAfter, moved: differing(baseline, column) });
}

function differing(now: ColumnData | null, wanted: RefreshedBase['column']): number {
  let moved = 0;
  wanted.forEach(({ value, spoken }, period) => {
    for (let i = 0; i < value.length; i += 1) {
      const isSpoken = now !== null && (now.state[period][i] & SPOKEN) !== 0;
      if (isSpoken !== spoken || (now?.value[period][i] ?? 0) !== value[i]) moved += 1;
    }
  });
  return moved;
}
