import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { type FactKind, type FactRecord, type FactSegment, type FactValue, factId } from '~/domain/fact';
import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SourceField } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { factsOf } from '../sources/facts';
import { rowKeys } from '../sources/rowKeys';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Puts facts in by hand, or changes some of what a file brought: they stand above files. Values that are not named stay as
 * they are; null blanks one. A new row gets the key its values make, or one of its own where its kind has none; a new row
 * whose key is there already is refused, and so is a row without what its kind needs, a value of another sort, or a member
 * nobody knows. Nothing to put is no change.
 */
export function putFacts(document: PlanDocument, command: Of<'facts/put'>, context: CommandContext): Result<Outcome> {
  const { kind } = command;
  const facts = factsOf(document, kind);
  const placeOf = new Map(facts.keys.map((key, place) => [key, place]));
  const issues: Issue[] = [];
  const records = new Map<string, RecordsDiff[number]>();
  command.rows.forEach((row, index) => {
    const place = row.key === null ? undefined : placeOf.get(row.key);
    if (row.key !== null && place === undefined) {
      issues.push(issue('facts/unknown', { key: row.key }, { row: index + 1 }));
      return;
    }
    const broken = problemsOf(document, kind, row.values, index);
    issues.push(...broken);
    if (broken.length > 0) return;
    const key = row.key ?? keyOf(kind, row.values, newId('n', context, index + 1));
    const missing = SOURCES[kind].fields.filter(
      ({ id, required }) =>
        required && isBlank(row.values[id] === undefined && place !== undefined ? 1 : row.values[id]),
    );
    issues.push(
      ...missing.map(({ id }) => issue('import/missingValue', { field: id }, { row: index + 1, column: id })),
    );
    if (row.key === null && placeOf.has(key)) issues.push(issue('facts/keyTaken', {}, { row: index + 1 }));
    if (missing.length > 0 || (row.key === null && placeOf.has(key))) return;
    const id = factId(kind, key);
    const old = document.records.fact.get(id);
    const before = records.get(id)?.to as FactRecord | null | undefined;
    const values = { ...(before?.values ?? old?.values), ...row.values };
    const next: FactRecord = { id, kind, key, values, putAt: context.now };
    records.set(id, old ? updated('fact', old, next) : added('fact', next));
  });
  const [first, ...others] = issues;
  return first ? fail(first, ...others) : ok(recordsOnly([...records.values()]));
}

/**
 * Takes facts out by hand, whatever brought them: rows of files stay out when the file comes again. Keys that are not there
 * are refused by name.
 */
export function removeFacts(
  document: PlanDocument,
  command: Of<'facts/remove'>,
  context: CommandContext,
): Result<Outcome> {
  const { kind } = command;
  const facts = factsOf(document, kind);
  const sourceOf = new Map(facts.keys.map((key, place) => [key, facts.source[place]]));
  const records: RecordsDiff = [];
  for (const key of new Set(command.keys)) {
    const source = sourceOf.get(key);
    if (source === undefined) return fail(issue('facts/unknown', { key }));
    const id = factId(kind, key);
    const old = document.records.fact.get(id);
    const next: FactRecord = { id, kind, key, values: null, putAt: context.now };
    // Only put in by hand: nothing is left of it.
    if (old && source === null) records.push(removed('fact', old));
    else records.push(old ? updated('fact', old, next) : added('fact', next));
  }
  return ok(recordsOnly(records));
}

/** The key of a new row, made as a file's row would get it, so that a file with the same row meets it. */
function keyOf(kind: FactKind, values: Record<string, FactValue>, own: string): string {
  const { key, fields } = SOURCES[kind];
  if (key.length === 0) return own;
  const segment: FactSegment = { kind, count: 1, keys: [''], numbers: {}, codes: {}, texts: {} };
  for (const { id, type } of fields) {
    const value = values[id] ?? null;
    if (type === 'member') segment.codes[id] = Uint32Array.of(Number(value ?? 0));
    else if (type === 'text' || type === 'choice') {
      segment.texts[id] = { at: Uint32Array.of(value === null ? 0 : 1), values: ['', String(value ?? '')] };
    } else segment.numbers[id] = Float64Array.of(typeof value === 'number' ? value : Number.NaN);
  }
  return rowKeys(segment, key)[0] ?? own;
}

function problemsOf(document: PlanDocument, kind: FactKind, values: Record<string, FactValue>, index: number): Issue[] {
  const { fields } = SOURCES[kind];
  return Object.entries(values).flatMap(([id, value]) => {
    const field = fields.find((candidate) => candidate.id === id);
    if (!field) throw new RangeError(`${kind} has no field ${id}`);
    const place = { row: index + 1, column: id };
    if (value === null) return [];
    if (field.type === 'choice' && !field.choices?.includes(String(value))) {
      return [issue('import/badChoice', { value }, place)];
    }
    if (field.type === 'text' || field.type === 'choice') {
      return typeof value === 'string' ? [] : [issue('import/badChoice', { value }, place)];
    }
    if (typeof value !== 'number' || !Number.isFinite(value)) return [issue('import/badNumber', { value }, place)];
    const known = field.type !== 'member' || isKnown(document, field, value);
    return known ? [] : [issue('member/unknown', {}, place)];
  });
}

const isKnown = (document: PlanDocument, { dimension, id }: SourceField, code: number): boolean =>
  code === 0 || membersOf(document, dimension ?? id).byCode[code] !== undefined;

const isBlank = (value: FactValue | undefined): boolean => value === undefined || value === null || value === '';
