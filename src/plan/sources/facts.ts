import type { FactKind } from '~/domain/fact';
import { SOURCES } from '~/domain/sourceTable';
import type { PlanDocument } from '../document';

/** The rows of one kind that count: imports in their order, a newer row of the same key in place of the older, then by hand. */
export interface Facts {
  kind: FactKind;
  count: number;
  keys: string[];
  /** Id of the import a row came with; null = put in by hand. */
  source: (string | null)[];
  /** Last day the source is complete to; null where nobody knows. */
  asOf: number | null;
  /** Days, months, amounts, quantities, shares, flags: NaN = blank. A field that no row has is all blank. */
  number(field: string): Float64Array;
  /** Codes of members, 0 = blank. */
  code(field: string): Uint32Array;
  /** Texts, '' = blank. */
  text(field: string): string[];
}

const cache = new WeakMap<PlanDocument, { version: number; kinds: Map<FactKind, Facts> }>();

/** Facts of a kind as they count now; kept until something changes. No rows is an empty table, never null. */
export function factsOf(document: PlanDocument, kind: FactKind): Facts {
  const known = cache.get(document);
  const fresh = known?.version === document.factsVersion ? known : { version: document.factsVersion, kinds: new Map() };
  if (fresh !== known) cache.set(document, fresh);
  const kept = fresh.kinds.get(kind);
  if (kept) return kept;
  const made = readFacts(document, kind);
  fresh.kinds.set(kind, made);
  return made;
}

interface Place {
  /** Segment of an import and the row in it; null = by hand. */
  segment: string | null;
  row: number;
  source: string | null;
}

function readFacts(document: PlanDocument, kind: FactKind): Facts {
  const places = new Map<string, Place>();
  let asOf: number | null = null;
  for (const imported of document.records.sourceImport.values()) {
    if (imported.kind !== kind) continue;
    // Rows by hand are laid on last, so that everything here came with files.
    if (imported.whole) places.clear();
    for (const id of imported.segments) {
      const segment = document.facts.get(id);
      for (let row = 0; segment && row < segment.count; row += 1) {
        places.set(segment.keys[row], { segment: id, row, source: imported.id });
      }
    }
    const until = imported.asOf ?? imported.to;
    if (until !== null) asOf = Math.max(asOf ?? until, until);
  }
  for (const fact of document.records.fact.values()) {
    if (fact.kind !== kind) continue;
    if (fact.values === null) places.delete(fact.key);
    else places.set(fact.key, { segment: null, row: 0, source: null, ...places.get(fact.key) });
  }
  return tableOf(document, { kind, places: [...places], asOf });
}

function tableOf(
  document: PlanDocument,
  { kind, places, asOf }: { kind: FactKind; places: [string, Place][]; asOf: number | null },
): Facts {
  const byHand = (key: string) => document.records.fact.get(`${kind}/${key}`)?.values ?? null;
  const columns = new Map<string, unknown>();
  const column = <T>(field: string, make: () => T): T => {
    if (!columns.has(field)) columns.set(field, make());
    return columns.get(field) as T;
  };
  const typeOf = (field: string) => SOURCES[kind].fields.find(({ id }) => id === field)?.type;
  const check = (field: string, types: readonly string[]): void => {
    const type = typeOf(field);
    if (type === undefined || !types.includes(type)) throw new RangeError(`${kind} has no ${field} of that type`);
  };
  return {
    kind,
    count: places.length,
    keys: places.map(([key]) => key),
    source: places.map(([, { source }]) => source),
    asOf,
    number: (field) =>
      column(field, () => {
        check(field, ['day', 'month', 'amount', 'quantity', 'number', 'percent', 'flag']);
        return Float64Array.from(places, ([key, place]) => {
          const own = byHand(key)?.[field];
          if (own !== undefined) return typeof own === 'number' ? own : Number.NaN;
          const segment = place.segment === null ? undefined : document.facts.get(place.segment);
          return segment?.numbers[field]?.[place.row] ?? Number.NaN;
        });
      }),
    code: (field) =>
      column(field, () => {
        check(field, ['member']);
        return Uint32Array.from(places, ([key, place]) => {
          const own = byHand(key)?.[field];
          if (own !== undefined) return typeof own === 'number' ? own : 0;
          const segment = place.segment === null ? undefined : document.facts.get(place.segment);
          return segment?.codes[field]?.[place.row] ?? 0;
        });
      }),
    text: (field) =>
      column(field, () => {
        check(field, ['text', 'choice']);
        return places.map(([key, place]) => {
          const own = byHand(key)?.[field];
          if (own !== undefined) return own === null ? '' : String(own);
          const segment = place.segment === null ? undefined : document.facts.get(place.segment);
          const texts = segment?.texts[field];
          return texts?.values[texts.at[place.row]] ?? '';
        });
      }),
  };
}
