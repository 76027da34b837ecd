import { issue } from '~/domain/issue';
import type { TableRows, TableRowsQuery } from '~/domain/packView';
import { fail, type Result } from '~/domain/result';
import type { PackDraft } from './packDraft';
import type { PackTrial } from './protocol';
import type { ComputePool } from './tasks';

/** A window of a table's rows as they would be read now; orders with what the last check found wrong in them. */
export async function rowsOfTable(
  draft: PackDraft,
  { query, trial, pool, minorUnit }: { query: TableRowsQuery; trial: PackTrial; pool: ComputePool; minorUnit: number },
): Promise<Result<TableRows>> {
  const packed = draft.tables.get(query.table);
  const choice = trial.choices.find(({ table }) => table === query.table);
  if (!packed || !choice) return fail(issue('import/cancelled'));
  const reported = draft.read?.batch.orders?.batch.report.rows ?? [];
  const orders =
    query.kind === 'orders'
      ? reported.filter(({ issue: { place } }) => (place?.file ?? query.table) === query.table)
      : null;
  return pool.run(
    'tableWindow',
    { source: packed.source, choice, query, minorUnit, orders, rows: packed.table.rows },
    { signal: { aborted: false }, onProgress: () => undefined },
  );
}
