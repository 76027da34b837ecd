import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';
import { customerFigures } from '../views/customerFigures';
import { scoreCustomers } from '../views/scoreCustomers';
import { isTierRule, tierRuleOf } from '../views/tierRule';
import { createViewCache } from '../views/viewCache';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** The one rule that turns customers into tiers. Cuts out of order and weights that are all zero are refused. */
export function setTierRule(document: PlanDocument, command: Of<'customers/setTierRule'>): Result<Outcome> {
  if (!isTierRule(command.rule)) return fail(issue('tiers/cuts'));
  const rule = { ...command.rule, id: 'tierRule' };
  const old = document.records.tierRule.get(rule.id);
  return ok(recordsOnly([old ? updated('tierRule', old, rule) : added('tierRule', rule)]));
}

/**
 * Puts the tiers of the saved rule into force from a day on, with the reason: every customer's tier is kept, pins as they
 * are, whoever is under a cut for the first time kept above it where the rule says so. The day may lie ahead. With nobody to
 * score it is refused.
 */
export function applyTiers(
  document: PlanDocument,
  { on, why }: Of<'customers/applyTiers'>,
  context: CommandContext,
): Result<Outcome> {
  const figures = customerFigures(document, createViewCache());
  if (!figures) return fail(issue('tiers/nobody'));
  const { assignment } = scoreCustomers(document, figures, tierRuleOf(document));
  const { tier, waiting } = assignment;
  if (!tier.some((own) => own > 0)) return fail(issue('tiers/nobody'));
  return ok(recordsOnly([added('tiering', { id: newId('tg', context), on, reason: why.trim(), tier, waiting })]));
}
