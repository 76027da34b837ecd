import type { DimensionId } from '~/domain/dimension';
import type { FactKind, FactSegment } from '~/domain/fact';
import type { IssueCode } from '~/domain/issue';
import type { TableBatch } from '~/domain/pack';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import type { PlanDocument } from '../document';
import { pickFacts } from './factRows';
import { type Facts, factsOf } from './facts';
import { rowKeys } from './rowKeys';

export interface MergeCounts {
  new: number;
  changed: number;
  same: number;
  gone: number;
}

/** What a table of facts means for what is there: nothing is changed yet. */
export interface TakenFacts {
  /** Rows that count, with codes of the workspace and their keys. */
  segment: FactSegment;
  merge: MergeCounts;
  before: { rows: number; amount: number | null };
  after: { rows: number; amount: number | null };
  /** Rows of the file that are not taken after all, and why. */
  left: { row: number; code: IssueCode; amount: number }[];
}

/** The field whose sum says how much money a kind is about; null where it has none. */
export const amountField = (kind: SourceKind): string | null =>
  SOURCES[kind].fields.find(({ id, type }) => type === 'amount' && (id === 'amount' || id === 'cost'))?.id ?? null;

/**
 * Lays a table of facts beside what counts now, row by row by its key: new, changed, the same, and gone where the table says
 * how things stand as a whole. Of two rows with one key the later one counts, and the earlier is told; where the rule says so,
 * known rows are left as they are. Rows in = rows of the segment + rows left.
 */
export function takeFacts(
  document: PlanDocument,
  table: TableBatch,
  codes: ReadonlyMap<DimensionId, Uint32Array>,
): TakenFacts {
  const kind = table.report.kind as FactKind;
  const coded = withCodes(table.segments[0] ?? emptyFacts(kind), codes);
  const segment: FactSegment = { ...coded, keys: rowKeys(coded, table.key) };
  const field = amountField(kind);
  const amounts = field === null ? null : (segment.numbers[field] ?? null);
  const amountAt = (row: number): number => orZero(amounts?.[row]);
  const left: TakenFacts['left'] = [];
  const leave = (row: number, code: IssueCode): void => {
    left.push({ row: table.rows[row] ?? 0, code, amount: amountAt(row) });
  };

  const lastOf = new Map<string, number>();
  const dropped = new Set<number>();
  segment.keys.forEach((key, row) => {
    const earlier = lastOf.get(key);
    lastOf.set(key, row);
    if (earlier === undefined) return;
    dropped.add(earlier);
    leave(earlier, sameValues(segment, earlier, row) ? 'import/duplicateRow' : 'import/sameKey');
  });

  const facts = factsOf(document, kind);
  const placeOf = new Map(facts.keys.map((key, place) => [key, place]));
  const reader = factReader(facts, segment);
  const old = field === null ? null : facts.number(field);
  const merge: MergeCounts = { new: 0, changed: 0, same: 0, gone: 0 };
  let amount = old === null ? null : sum(old);
  const before = { rows: facts.count, amount };
  let rows = facts.count;
  const add = (value: number): void => {
    if (amount !== null) amount += value;
  };
  const kept: number[] = [];
  for (let row = 0; row < segment.count; row += 1) {
    if (dropped.has(row)) continue;
    const place = placeOf.get(segment.keys[row]);
    if (place === undefined) {
      merge.new += 1;
      rows += 1;
      add(amountAt(row));
    } else if (facts.source[place] === null || reader.same(place, row)) merge.same += 1;
    else {
      merge.changed += 1;
      if (table.rule === 'onlyNew') {
        leave(row, 'import/alreadyThere');
        continue;
      }
      add(amountAt(row) - orZero(old?.[place]));
    }
    kept.push(row);
  }
  if (table.report.whole) {
    facts.keys.forEach((key, place) => {
      if (facts.source[place] === null || lastOf.has(key)) return;
      merge.gone += 1;
      rows -= 1;
      add(-orZero(old?.[place]));
    });
  }
  const whole = kept.length === segment.count;
  return { segment: whole ? segment : pickFacts(segment, kept), merge, before, after: { rows, amount }, left };
}

/** A segment of a kind without a row. */
const emptyFacts = (kind: FactKind): FactSegment => ({
  kind,
  count: 0,
  keys: [],
  numbers: {},
  codes: {},
  texts: {},
});

function withCodes(segment: FactSegment, codes: ReadonlyMap<DimensionId, Uint32Array>): FactSegment {
  const dimensionOf = new Map(SOURCES[segment.kind].fields.map(({ id, dimension }) => [id, dimension ?? id]));
  const columns = Object.entries(segment.codes).map(([field, column]) => {
    const to = codes.get(dimensionOf.get(field) ?? field);
    return [field, to ? column.map((code) => to[code] ?? 0) : column] as const;
  });
  return { ...segment, codes: Object.fromEntries(columns) };
}

function sameValues({ numbers, codes, texts }: FactSegment, a: number, b: number): boolean {
  return (
    Object.values(numbers).every((column) => Object.is(column[a], column[b])) &&
    Object.values(codes).every((column) => column[a] === column[b]) &&
    Object.values(texts).every(({ at, values }) => values[at[a]] === values[at[b]])
  );
}

/** Compares a fact that counts with a row of a segment, over all fields of the kind: a field neither has is equal. */
function factReader(facts: Facts, segment: FactSegment): { same(place: number, row: number): boolean } {
  const tests = SOURCES[facts.kind].fields.map(({ id, type }): ((place: number, row: number) => boolean) => {
    if (type === 'member') {
      const there = facts.code(id);
      const here = segment.codes[id];
      return (place, row) => there[place] === (here?.[row] ?? 0);
    }
    if (type === 'text' || type === 'choice') {
      const there = facts.text(id);
      const here = segment.texts[id];
      return (place, row) => there[place] === (here ? here.values[here.at[row]] : '');
    }
    const there = facts.number(id);
    const here = segment.numbers[id];
    return (place, row) => Object.is(there[place], here?.[row] ?? Number.NaN);
  });
  return { same: (place, row) => tests.every((test) => test(place, row)) };
}

const orZero = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);

const sum = (values: Float64Array): number => values.reduce((all, value) => all + orZero(value), 0);
