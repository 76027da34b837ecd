import type { FactValue } from '~/domain/fact';
import { factId } from '~/domain/fact';
import type { FactList, FactListQuery, FactListRow } from '~/domain/factView';
import type { SourceField } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { memberName, type PlanDocument } from '../document';
import { type Facts, factsOf } from '../sources/facts';
import { wordsTest } from './listWindow';
import type { Reading } from './nameIndex';

/**
 * The facts of one kind as a person reads them, for looking something up or mending a single row. Newest first by the day
 * that dates them, rows without one last; kinds without a day stay as they came. A search looks at texts and at names of
 * members, never at numbers. Beyond the last row the window is empty.
 */
export function factList(document: PlanDocument, query: FactListQuery, reading: Reading | null = null): FactList {
  const facts = factsOf(document, query.kind);
  const found = searched(document, facts, { search: query.search, reading });
  const shown = found.subarray(query.first, query.first + query.count);
  return {
    rows: Array.from(shown, (at) => rowAt(document, facts, at)),
    matching: found.length,
    total: facts.count,
    asOf: facts.asOf,
  };
}

const orders = new WeakMap<Facts, Uint32Array>();

/** Places of all rows, newest first; kept as long as the facts are. */
function ordered(facts: Facts): Uint32Array {
  const kept = orders.get(facts);
  if (kept) return kept;
  const places = Uint32Array.from({ length: facts.count }, (_, at) => at);
  const { dated } = SOURCES[facts.kind];
  if (dated !== null) {
    const days = facts.number(dated);
    const dayOf = (at: number): number => (Number.isNaN(days[at]) ? Number.NEGATIVE_INFINITY : days[at]);
    places.sort((a, b) => (dayOf(a) === dayOf(b) ? a - b : dayOf(b) > dayOf(a) ? 1 : -1));
  }
  orders.set(facts, places);
  return places;
}

function searched(
  document: PlanDocument,
  facts: Facts,
  { search, reading }: { search: string; reading: Reading | null },
): Uint32Array {
  const places = ordered(facts);
  if (search.trim() === '') return places;
  const test = wordsTest(search, reading);
  const texts = SOURCES[facts.kind].fields.flatMap((field) => {
    const read = textReader(document, facts, field);
    return read ? [read] : [];
  });
  return places.filter((at) => test(...texts.map((read) => read(at))));
}

function textReader(document: PlanDocument, facts: Facts, field: SourceField): ((at: number) => string) | null {
  if (field.type === 'text' || field.type === 'choice') {
    const column = facts.text(field.id);
    return (at) => column[at];
  }
  const { dimension } = field;
  if (field.type !== 'member' || dimension === undefined) return null;
  const codes = facts.code(field.id);
  return (at) => (codes[at] === 0 ? '' : memberName(document, dimension, codes[at]));
}

function rowAt(document: PlanDocument, facts: Facts, at: number): FactListRow {
  const values: Record<string, FactValue> = {};
  const names: Record<string, string> = {};
  for (const field of SOURCES[facts.kind].fields) {
    const value = valueAt(facts, field, at);
    values[field.id] = value;
    if (field.dimension !== undefined && typeof value === 'number') {
      names[field.id] = memberName(document, field.dimension, value);
    }
  }
  const source = facts.source[at];
  return {
    key: facts.keys[at],
    source: source === null ? null : (document.records.sourceImport.get(source)?.name ?? null),
    byHand: document.records.fact.has(factId(facts.kind, facts.keys[at])),
    values,
    names,
  };
}

function valueAt(facts: Facts, field: SourceField, at: number): FactValue {
  if (field.type === 'text' || field.type === 'choice') return facts.text(field.id)[at] || null;
  if (field.type === 'member') return facts.code(field.id)[at] || null;
  const value = facts.number(field.id)[at];
  return Number.isNaN(value) ? null : value;
}
