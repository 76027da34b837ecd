import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

const ID = 'lifecycleRule';

/** The one rule that says at which stage a customer is. Days above 0, lost not before dormant, shares not below 0. */
export function setLifecycleRule(document: PlanDocument, { rule }: Of<'lifecycle/setRule'>): Result<Outcome> {
  const { newDays, dormantDays, lostDays, intervals, growth, decline } = rule;
  const isDays = [newDays, dormantDays, lostDays].every((days) => Number.isInteger(days) && days > 0);
  const isShare = [intervals, growth, decline].every((share) => Number.isFinite(share) && share >= 0);
  if (!isDays || !isShare || lostDays < dormantDays) return fail(issue('lifecycle/figure'));
  const next = { ...rule, id: ID };
  const old = document.records.lifecycleRule.get(ID);
  return ok(recordsOnly([old ? updated('lifecycleRule', old, next) : added('lifecycleRule', next)]));
}
