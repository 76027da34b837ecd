import { cellKey } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { Note } from '~/domain/scenario';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Characters of a note, an objection or a reply. */
export const MAX_NOTE = 2000;

/**
 * Writes the note of a cell at any level, one per cell; whoever wrote it last is its author. Space around it does not
 * count, an empty text takes it away. Refused: more than 2,000 characters; taking away what is not there.
 */
export function setNote(document: PlanDocument, command: Of<'notes/set'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const text = command.text.trim();
  if ([...text].length > MAX_NOTE) return fail(issue('note/tooLong', { most: MAX_NOTE }));
  const old = noteAt(document, required.value.plan.id, cellKey(command.cell));
  if (text === '') return old ? outcome([removed('note', old)]) : fail(issue('note/unknown'));
  const note: Note = {
    id: old?.id ?? newId('n', context),
    plan: required.value.plan.id,
    cell: command.cell,
    text,
    who: context.who ?? '',
    wallTime: context.now,
  };
  return outcome([old ? updated('note', old, note) : added('note', note)]);
}

function noteAt(document: PlanDocument, plan: string, key: string): Note | null {
  for (const note of document.records.note.values()) {
    if (note.plan === plan && cellKey(note.cell) === key) return note;
  }
  return null;
}

const outcome = (records: RecordsDiff): Result<Outcome> =>
  ok({ change: { records, cells: [] }, edits: [], effect: noEffect });
