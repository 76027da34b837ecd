import { foldKey } from '~/domain/dimension';
import type { FactSegment } from '~/domain/fact';
import { SOURCES } from '~/domain/sourceTable';
import { textHash } from '~/domain/textHash';

/**
 * The key of every row of a segment: the values of its key fields behind one another, members by code, so that a renamed
 * customer keeps its rows. A single text key stands as it is. Without key fields a row is known by all its values and by how
 * many equal ones stand before it in the same file: so equal rows of one file all count, and the same file again adds none.
 */
export function rowKeys(segment: FactSegment, fields: readonly string[]): string[] {
  const read = readers(segment);
  if (fields.length > 0) {
    const columns = fields.map((field) => read.get(field) ?? (() => ''));
    return Array.from({ length: segment.count }, (_, row) => columns.map((column) => column(row)).join('\u0001'));
  }
  const all = SOURCES[segment.kind].fields.flatMap(({ id }) => read.get(id) ?? []);
  const seen = new Map<string, number>();
  return Array.from({ length: segment.count }, (_, row) => {
    const hash = textHash(all.map((column) => column(row)).join('\u0001'));
    const before = seen.get(hash) ?? 0;
    seen.set(hash, before + 1);
    return before === 0 ? hash : `${hash}#${before + 1}`;
  });
}

function readers({ numbers, codes, texts }: FactSegment): Map<string, (row: number) => string> {
  const read = new Map<string, (row: number) => string>();
  for (const [field, column] of Object.entries(numbers)) {
    read.set(field, (row) => (Number.isNaN(column[row]) ? '' : String(column[row])));
  }
  for (const [field, column] of Object.entries(codes)) read.set(field, (row) => String(column[row] || ''));
  for (const [field, { at, values }] of Object.entries(texts)) {
    const folded = values.map(foldKey);
    read.set(field, (row) => folded[at[row]]);
  }
  return read;
}
