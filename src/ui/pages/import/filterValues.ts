import { foldKey } from '~/domain/dimension';
import type { ImportFileHead, ImportPreview } from '~/domain/view';
import type { ImportMapping } from '~/state/protocol';

export interface FilterValue {
  value: string;
  kept: boolean;
  /** Rows it leaves out, where they were counted. */
  rows: number | null;
}

const MOST = 50;

/** The values a filter can keep: those it keeps now, then those seen in the first rows and in the rows it left out. */
export function filterValues(from: {
  filter: ImportMapping['filter'];
  files: readonly Pick<ImportFileHead, 'headers' | 'sample'>[];
  leftOut: ImportPreview['leftOut'];
}): FilterValue[] {
  const { filter, files, leftOut } = from;
  if (!filter) return [];
  const kept = new Set(filter.keep.map(foldKey));
  const rows = new Map(leftOut.map((entry) => [foldKey(entry.value), entry.rows]));
  const seen = files.flatMap(({ headers, sample }) => {
    const at = headers.indexOf(filter.column);
    return at < 0 ? [] : sample.map((row) => (row[at] ?? '').trim());
  });
  const values = new Map<string, FilterValue>();
  for (const value of [...filter.keep, ...seen, ...leftOut.map((entry) => entry.value)]) {
    const key = foldKey(value);
    if (!values.has(key)) values.set(key, { value, kept: kept.has(key), rows: rows.get(key) ?? null });
  }
  return [...values.values()].slice(0, MOST);
}
