import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { BASELINE, columnKey, type PlanBase } from '~/domain/plan';
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
  const moved = differing(baseline, column);
  const changed = moved > 0 || !isSame(plan.base, summary);
  return ok({ before: plan.base, after: summary, target, targetAfter, changed, moved });
}

/** Two bases that say the same, whenever they were taken. */
const isSame = (a: PlanBase, b: PlanBase): boolean =>
  a.kind === b.kind &&
  a.from === b.from &&
  a.to === b.to &&
  a.total === b.total &&
  a.unknownMonths === b.unknownMonths &&
  a.forecastMonths === b.forecastMonths;

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
