import type { RecordsDiff } from '~/domain/change';
import type { OrderSegment } from '~/domain/order';
import type { ImportRecord } from '~/domain/record';
import { type CommandContext, newId } from '../context';
import type { PlanDocument } from '../document';
import { updated } from '../records';
import { pickOrders } from './orderRows';

/**
 * What comes back when an import of orders goes: the rows it took out of older ones, each to the import it came with. Rows of
 * imports that are gone themselves, and rows that another import says by now, do not come back.
 */
export function rowsBack(
  document: PlanDocument,
  { id, replaced = [] }: ImportRecord,
  context: CommandContext,
): { records: RecordsDiff; orders: { id: string; segment: OrderSegment }[] } {
  const orders: { id: string; segment: OrderSegment }[] = [];
  const back = new Map<string, string[]>();
  const said = replaced.length > 0 ? rowsOfOthers(document, id) : new Set<number>();
  for (const { import: owner, segment: from } of replaced) {
    const segment = document.orders.get(from);
    if (!segment || !document.records.import.has(owner)) continue;
    const rows = Array.from({ length: segment.count }, (_, i) => i).filter((i) => !said.has(segment.row[i]));
    if (rows.length === 0) continue;
    const list = back.get(owner) ?? [];
    back.set(owner, list);
    if (rows.length === segment.count) list.push(from);
    else {
      const own = newId('o', context, orders.length + 1);
      orders.push({ id: own, segment: pickOrders(segment, rows) });
      list.push(own);
    }
  }
  const records = [...back].flatMap(([owner, segments]) => {
    const old = document.records.import.get(owner);
    return old ? [updated('import', old, { ...old, segments: [...old.segments, ...segments] })] : [];
  });
  return { records, orders };
}

function rowsOfOthers(document: PlanDocument, id: string): Set<number> {
  const rows = new Set<number>();
  for (const imported of document.records.import.values()) {
    if (imported.id === id) continue;
    for (const name of imported.segments) for (const row of document.orders.get(name)?.row ?? []) rows.add(row);
  }
  return rows;
}
