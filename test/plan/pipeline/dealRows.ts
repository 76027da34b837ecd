import type { FactSegment, FactValue } from '~/domain/fact';
import { SOURCES } from '~/domain/sourceTable';
import type { PlanDocument } from '~/plan/document';

/** A made-up row of a kind; what is not named is blank. */
export type FactRow = Record<string, FactValue>;

/** Lays rows of a kind into a document as one import would have: for tests of views, without a journal. */
export function layFacts(
  document: PlanDocument,
  kind: 'opportunities' | 'stageHistory',
  { id, rows, asOf = null }: { id: string; rows: readonly FactRow[]; asOf?: number | null },
): void {
  const { fields, key } = SOURCES[kind];
  const segment: FactSegment = {
    kind,
    count: rows.length,
    keys: rows.map((row) => key.map((field) => String(row[field] ?? '')).join('|')),
    numbers: {},
    codes: {},
    texts: {},
  };
  for (const { id: field, type } of fields) {
    if (type === 'member') segment.codes[field] = Uint32Array.from(rows, (row) => Number(row[field] ?? 0));
    else if (type === 'text' || type === 'choice') {
      const values = ['', ...new Set(rows.map((row) => String(row[field] ?? '')).filter((text) => text !== ''))];
      const places = new Map(values.map((text, place) => [text, place]));
      segment.texts[field] = {
        at: Uint32Array.from(rows, (row) => places.get(String(row[field] ?? '')) ?? 0),
        values,
      };
    } else segment.numbers[field] = Float64Array.from(rows, (row) => Number(row[field] ?? Number.NaN));
  }
  document.facts.set(id, segment);
  document.records.sourceImport.set(id, {
    id,
    pack: id,
    kind,
    name: id,
    importedAt: '',
    asOf,
    from: null,
    to: asOf,
    segments: [id],
    rowsIn: rows.length,
    kept: rows.length,
    reported: 0,
    byReason: {},
    amount: null,
    whole: false,
  });
  document.factsVersion += 1;
}
