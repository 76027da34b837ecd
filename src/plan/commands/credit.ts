import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** The one rule that proposes credit limits. Numbers below 0 are refused: nobody is owed a negative limit. */
export function setCreditRule(document: PlanDocument, command: Of<'credit/setRule'>): Result<Outcome> {
  const { taxRate, termsDays, factors } = command.rule;
  const numbers = [taxRate, termsDays, ...Object.values(factors)];
  if (!numbers.every((number) => number >= 0)) return fail(issue('target/outsideLimits'));
  const rule = { ...command.rule, id: 'creditRule' };
  const old = document.records.creditRule.get(rule.id);
  return ok(recordsOnly([old ? updated('creditRule', old, rule) : added('creditRule', rule)]));
}
