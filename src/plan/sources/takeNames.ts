import type { DimensionId } from '~/domain/dimension';
import type { BatchDimension } from '~/domain/order';
import type { TableBatch } from '~/domain/pack';
import { SOURCES } from '~/domain/sourceTable';
import type { Inside } from './plannedPack';

/**
 * Members that the cells of a table name. A customer nobody knows yet is made, and so is a member its kind cannot do without,
 * or one of a dimension that has none so far; all others stay *unassigned*. Where a list of members is there already, every
 * name that it lacks is told with its rows, made or not.
 */
export function takeNames(
  { intake, lists }: Inside,
  { table, batch }: { table: TableBatch; batch: BatchDimension },
): { codes: Uint32Array; unmatched: { dimension: DimensionId; name: string; rows: number }[] } {
  const { dimension } = batch;
  const unknown = intake.unknown(batch);
  const listed = lists.has(dimension);
  const { fields, stored } = SOURCES[table.report.kind];
  const needed = fields.some((field) => field.dimension === dimension && field.required === true);
  const made = !listed || (stored === 'facts' && (dimension === 'customer' || needed));
  const missing = new Set(made ? [] : unknown);
  const places = batch.members.map((_, i) => i).filter((i) => !missing.has(i));
  const taken = intake.take({ ...batch, members: places.map((i) => batch.members[i]) });
  const codes = new Uint32Array(batch.members.length);
  places.forEach((i, at) => {
    codes[i] = taken[at];
  });
  const rows = listed ? rowsOf(table, batch) : null;
  const unmatched = rows
    ? unknown.map((i) => ({ dimension, name: batch.members[i].name, rows: rows[i] })).sort((a, b) => b.rows - a.rows)
    : [];
  return { codes, unmatched };
}

/** How many rows name each entry. */
function rowsOf(table: TableBatch, batch: BatchDimension): Uint32Array {
  const rows = new Uint32Array(batch.members.length);
  for (const { id, dimension } of SOURCES[table.report.kind].fields) {
    const column = dimension === batch.dimension ? table.segments[0]?.codes[id] : undefined;
    for (const code of column ?? []) rows[code] += 1;
  }
  return rows;
}
