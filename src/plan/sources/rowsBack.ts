import type { RecordsDiff } from '~/domain/change';
import type { OrderSegment } from '~/domain/order';
import type { ImportRecord } from '~/domain/record';
import { type CommandContext, newId } from '../context';
import type { PlanDocument } from '../document';
import { updated } from '../records';
import { pickOrders } from './orderRows';

/**
 * What comes back when an import of orders goes: the rows it took out of older ones, each to the import it came with, as far as
 * that still stands. A row that a later import says by now stays out, but is handed on to that one: when it goes as well, the
 * row comes back.
 */
export function rowsBack(
  document: PlanDocument,
  { id, replaced = [] }: ImportRecord,
  context: CommandContext,
): { records: RecordsDiff; orders: { id: string; segment: OrderSegment }[] } {
  const orders: { id: string; segment: OrderSegment }[] = [];
  const changed = new Map<string, ImportRecord>();
  const change = (owner: string, next: (old: ImportRecord) => ImportRecord): void => {
    const old = changed.get(owner) ?? document.records.import.get(owner);
    if (old) changed.set(owner, next(old));
  };
  const part = (from: string, segment: OrderSegment, rows: number[]): string => {
    if (rows.length === segment.count) return from;
    const own = newId('o', context, orders.length + 1);
    orders.push({ id: own, segment: pickOrders(segment, rows) });
    return own;
  };
  const said = replaced.length > 0 ? rowsOfOthers(document, id) : new Map<number, string>();
  for (const { import: owner, segment: from } of replaced) {
    const segment = document.orders.get(from);
    if (!segment || !document.records.import.has(owner)) continue;
    const back: number[] = [];
    const handedOn = new Map<string, number[]>();
    for (let i = 0; i < segment.count; i += 1) {
      const by = said.get(segment.row[i]);
      if (by === undefined) back.push(i);
      else handedOn.set(by, [...(handedOn.get(by) ?? []), i]);
    }
    if (back.length > 0) {
      const own = part(from, segment, back);
      change(owner, (old) => ({ ...old, segments: [...old.segments, own] }));
    }
    for (const [by, rows] of handedOn) {
      const own = part(from, segment, rows);
      change(by, (old) => ({ ...old, replaced: [...(old.replaced ?? []), { import: owner, segment: own }] }));
    }
  }
  const records = [...changed].flatMap(([owner, next]) => {
    const old = document.records.import.get(owner);
    return old ? [updated('import', old, next)] : [];
  });
  return { records, orders };
}

function rowsOfOthers(document: PlanDocument, id: string): Map<number, string> {
  const rows = new Map<number, string>();
  for (const imported of document.records.import.values()) {
    if (imported.id === id) continue;
    for (const name of imported.segments)
      for (const row of document.orders.get(name)?.row ?? []) rows.set(row, imported.id);
  }
  return rows;
}
