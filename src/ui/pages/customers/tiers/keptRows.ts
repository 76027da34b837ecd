import type { CustomerRow } from '~/domain/view';

/** The new rows, each as the object it was before where nothing of it changed: what is drawn already stays drawn. */
export function keptRows(before: readonly CustomerRow[], after: readonly CustomerRow[]): CustomerRow[] {
  const known = new Map(before.map((row) => [row.code, row]));
  return after.map((row) => {
    const old = known.get(row.code);
    return old && isSameRow(old, row) ? old : row;
  });
}

const isSameRow = (a: CustomerRow, b: CustomerRow): boolean =>
  (Object.keys(b) as (keyof CustomerRow)[]).every((key) => a[key] === b[key]);
