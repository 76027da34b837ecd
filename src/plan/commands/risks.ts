import type { At } from '~/domain/cell';
import type { Risk } from '~/domain/challenge';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * Names something that may happen to the plan, or says it anew: '' as id makes one, a known id replaces it. Amounts are whole
 * minor units, losses negative, from the worst to the best. Refused: no title, an id or member that is not there, a chance
 * outside 0 … 1, amounts out of order, months that are none or end before they begin.
 */
export function setRisk(document: PlanDocument, { risk }: Of<'risks/set'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const old = risk.id === '' ? null : document.records.risk.get(risk.id);
  if (old === undefined) return fail(issue('risk/unknown'));
  const title = risk.title.trim();
  if (title === '') return fail(issue('risk/noTitle'));
  if (!isKnown(document, risk.at)) return fail(issue('member/unknown'));
  if (!isSound(risk)) return fail(issue('risk/figure'));
  if (!MONTH.test(risk.from) || !MONTH.test(risk.to) || risk.to < risk.from) return fail(issue('risk/months'));
  const { at, chance, low, likely, high, from, to } = risk;
  const next: Risk = {
    id: old?.id ?? newId('rk', context),
    plan: old?.plan ?? required.value.plan.id,
    title,
    at,
    chance,
    low,
    likely,
    high,
    from,
    to,
    owner: risk.owner.trim(),
  };
  return ok(recordsOnly([old ? updated('risk', old, next) : added('risk', next)]));
}

/** Strikes a risk off the list; one that is not known is refused. */
export function removeRisk(document: PlanDocument, { id }: Of<'risks/remove'>): Result<Outcome> {
  const old = document.records.risk.get(id);
  return old ? ok(recordsOnly([removed('risk', old)])) : fail(issue('risk/unknown'));
}

const isKnown = (document: PlanDocument, at: At): boolean =>
  Object.entries(at).every(([dimension, code]) => code === 0 || membersOf(document, dimension).byCode[code]);

const isSound = ({ chance, low, likely, high }: Risk): boolean =>
  chance >= 0 && chance <= 1 && [low, likely, high].every(Number.isSafeInteger) && low <= likely && likely <= high;
