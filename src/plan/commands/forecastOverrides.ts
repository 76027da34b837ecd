import type { RecordChange } from '~/domain/change';
import type { Command } from '~/domain/command';
import { monthIndexOfId } from '~/domain/forecastMonth';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { openedPlan, type PlanDocument } from '../document';
import { overridesAt } from '../forecast/overridesAt';
import { added, removed, updated } from '../records';
import { isKnownNode } from './forecastEvents';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Puts what a person expects of whole months at a node beside the model's number, or takes it away again (null). Minor units.
 * An amount needs a reason; a month that is none, an amount that is no whole number of minor units and a member nobody knows
 * are refused. Taking away where nothing stands is no change.
 */
export function setOverrides(
  document: PlanDocument,
  { at, months, why }: Of<'forecast/setOverrides'>,
  context: CommandContext,
): Result<Outcome> {
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  if (!isKnownNode(document, at)) return fail(issue('member/unknown'));
  if (months.some(({ amount }) => amount !== null) && why.trim() === '') return fail(issue('reason/needed'));
  const standing = overridesAt(document, plan, at);
  const diff = new Map<string, RecordChange>();
  for (const [i, { month, amount }] of months.entries()) {
    if (monthIndexOfId(month) === null) return fail(issue('forecast/months'));
    if (amount !== null && !Number.isSafeInteger(amount)) return fail(issue('forecast/amount'));
    const old = standing.get(month);
    if (amount === null) {
      if (old) diff.set(old.id, removed('forecastOverride', old));
      continue;
    }
    const id = old?.id ?? newId('fo', context, i);
    const next = { id, plan: plan.id, at, month, amount, reason: why.trim() };
    diff.set(id, old ? updated('forecastOverride', old, next) : added('forecastOverride', next));
  }
  return ok(recordsOnly([...diff.values()]));
}
