import type { At } from '~/domain/cell';
import type { RecordChange } from '~/domain/change';
import type { Command } from '~/domain/command';
import type { ForecastEvent } from '~/domain/forecast';
import { monthIndexOfId } from '~/domain/forecastMonth';
import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { addressKey } from '../outlooks/salesTable';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Marks months that are not like others, or changes what was marked: '' as id makes a new mark. A month that was decided on as
 * an outlier is decided anew, never twice. Refused: no month, an end before the start, a promotion without a name, a lift of
 * −100 % or less, a member nobody knows, an id that is gone. All of them or none.
 */
export function setEvents(
  document: PlanDocument,
  { events }: Of<'forecast/setEvents'>,
  context: CommandContext,
): Result<Outcome> {
  const { forecastEvent } = document.records;
  const decided = new Map(
    [...forecastEvent.values()].flatMap((event) => (event.kind === 'outlier' ? [[placeOf(event), event]] : [])),
  );
  const diff = new Map<string, RecordChange>();
  for (const [i, wanted] of events.entries()) {
    const problem = problemOf(document, wanted);
    if (problem) return fail(problem);
    const known = wanted.id === '' ? undefined : forecastEvent.get(wanted.id);
    if (wanted.id !== '' && !known) return fail(issue('forecast/unknown'));
    const old = known ?? (wanted.kind === 'outlier' ? decided.get(placeOf(wanted)) : undefined);
    const next = { ...wanted, id: old?.id ?? newId('fe', context, i), title: wanted.title.trim() };
    diff.set(next.id, old ? updated('forecastEvent', old, next) : added('forecastEvent', next));
  }
  return ok(recordsOnly([...diff.values()]));
}

/** Takes a mark away: its months are like others again. */
export function removeEvent(document: PlanDocument, { id }: Of<'forecast/removeEvent'>): Result<Outcome> {
  const old = document.records.forecastEvent.get(id);
  return old ? ok(recordsOnly([removed('forecastEvent', old)])) : fail(issue('forecast/unknown'));
}

const placeOf = ({ at, from }: ForecastEvent): string => `${addressKey(at)}|${from}`;

function problemOf(document: PlanDocument, { kind, at, title, from, to, lift }: ForecastEvent): Issue | null {
  const [first, last] = [monthIndexOfId(from), monthIndexOfId(to)];
  if (first === null || last === null || last < first) return issue('forecast/months');
  if (kind === 'promotion' && title.trim() === '') return issue('forecast/noTitle');
  if (lift !== null && !(Number.isFinite(lift) && lift > -1)) return issue('forecast/lift');
  return isKnownNode(document, at) ? null : issue('member/unknown');
}

/** True where every member of an address is there; 0 is *unassigned*, a member like any other. */
export const isKnownNode = (document: PlanDocument, at: At): boolean =>
  Object.entries(at).every(
    ([dimension, code]) => code === 0 || membersOf(document, dimension).byCode[code] !== undefined,
  );
