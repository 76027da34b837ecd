import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { isKnownNode } from './forecastEvents';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Says whom a member without a history of its own is like; a member has one such word at a time. Refused: nobody to be like,
 * itself, a member nobody knows, a size that is not above zero, an id that is gone.
 */
export function setAnalogue(
  document: PlanDocument,
  { analogue }: Of<'forecast/setAnalogue'>,
  context: CommandContext,
): Result<Outcome> {
  const { forecastAnalogue } = document.records;
  const { dimension, member, scale } = analogue;
  const like = [...new Set(analogue.like)];
  if (like.length === 0 || like.includes(member)) return fail(issue('forecast/noAnalogue'));
  if (![member, ...like].every((code) => code !== 0 && isKnownNode(document, { [dimension]: code }))) {
    return fail(issue('member/unknown'));
  }
  if (scale !== null && !(Number.isFinite(scale) && scale > 0)) return fail(issue('forecast/scale'));
  if (analogue.id !== '' && !forecastAnalogue.has(analogue.id)) return fail(issue('forecast/unknown'));
  const old =
    forecastAnalogue.get(analogue.id) ??
    [...forecastAnalogue.values()].find((one) => one.dimension === dimension && one.member === member);
  const next = { ...analogue, like, id: old?.id ?? newId('fa', context) };
  return ok(recordsOnly([old ? updated('forecastAnalogue', old, next) : added('forecastAnalogue', next)]));
}

/** Takes the word away: the member is foretold by its own history alone. */
export function removeAnalogue(document: PlanDocument, { id }: Of<'forecast/removeAnalogue'>): Result<Outcome> {
  const old = document.records.forecastAnalogue.get(id);
  return old ? ok(recordsOnly([removed('forecastAnalogue', old)])) : fail(issue('forecast/unknown'));
}
