import type { Command } from '~/domain/command';
import type { KeptNode } from '~/domain/forecast';
import { monthIndexOfId } from '~/domain/forecastMonth';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { openedPlan, type PlanDocument } from '../document';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Keeps forecasts as they stand, to be judged by what will come. One of the same plan and the same data (`asOf`) takes the
 * place of the one before: nothing is judged twice. Nothing to keep is refused.
 */
export function keepForecast(
  document: PlanDocument,
  { takenOn, asOf, nodes }: Of<'forecast/keep'>,
  context: CommandContext,
): Result<Outcome> {
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  if (nodes.length === 0 || !nodes.every(isSound)) return fail(issue('forecast/nothingToKeep'));
  const old = [...document.records.keptForecast.values()].find((kept) => kept.plan === plan.id && kept.asOf === asOf);
  const next = { id: old?.id ?? newId('fk', context), plan: plan.id, takenOn, asOf, nodes };
  return ok(recordsOnly([old ? updated('keptForecast', old, next) : added('keptForecast', next)]));
}

/** Throws a kept forecast away: it is judged no longer. */
export function removeKept(document: PlanDocument, { id }: Of<'forecast/removeKept'>): Result<Outcome> {
  const old = document.records.keptForecast.get(id);
  return old ? ok(recordsOnly([removed('keptForecast', old)])) : fail(issue('forecast/unknown'));
}

const isSound = ({ from, model, final, lower, upper }: KeptNode): boolean =>
  monthIndexOfId(from) !== null &&
  model.length > 0 &&
  [final, lower, upper].every(({ length }) => length === model.length) &&
  [model, final, lower, upper].every((amounts) => amounts.every(Number.isFinite));
