import type { RecordsDiff } from '~/domain/change';
import type { OrderSegment } from '~/domain/order';
import type { PackBatch } from '~/domain/pack';
import type { ImportRecord } from '~/domain/record';
import { type CommandContext, newId } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';
import type { MemberIntake } from './memberIntake';
import { type MergedOrders, mergeOrders } from './mergeOrders';
import { recodeOrders } from './orderRows';

export interface TakenOrders {
  records: RecordsDiff;
  orders: { id: string; segment: OrderSegment }[];
  merged: MergedOrders;
}

/**
 * What a batch of orders writes: its new and changed rows as an import, and the imports they take old rows out of with new
 * segments in place of those. The rows taken out are kept with the new import. Nothing new and nothing gone writes nothing.
 */
export function takeOrders(
  document: PlanDocument,
  intake: MemberIntake,
  { orders, context, pack }: { orders: NonNullable<PackBatch['orders']>; context: CommandContext; pack?: string },
): TakenOrders {
  const { batch, rule } = orders;
  const codes = new Map(batch.dimensions.map((dimension) => [dimension.dimension, intake.take(dimension)]));
  const segments = batch.segments.map((segment) => recodeOrders(segment, codes));
  const merged = mergeOrders(document, { segments, identity: batch.identity, files: batch.files }, rule);
  const written: TakenOrders = { records: [], orders: [], merged };
  if (merged.segments.length === 0 && merged.out.length === 0) return written;
  const store = (segment: OrderSegment): string => {
    const id = newId('o', context, written.orders.length + 1);
    written.orders.push({ id, segment });
    return id;
  };
  const ids = merged.segments.map(store);
  const replaced: NonNullable<ImportRecord['replaced']> = [];
  const instead = new Map<string, string | null>();
  for (const out of merged.out) {
    instead.set(out.segment, out.stays ? store(out.stays) : null);
    replaced.push({ import: out.import, segment: store(out.goes) });
  }
  for (const id of new Set(merged.out.map((out) => out.import))) {
    const old = document.records.import.get(id);
    if (!old) continue;
    const left = old.segments.flatMap((segment) => {
      const now = instead.get(segment);
      return now === undefined ? [segment] : now === null ? [] : [now];
    });
    written.records.push(updated('import', old, { ...old, segments: left }));
  }
  const { rows: _rows, ...report } = batch.report;
  const { left } = merged;
  written.records.push(
    added('import', {
      id: newId('i', context),
      name: batch.name,
      importedAt: context.now,
      coverage: batch.coverage,
      segments: ids,
      report: {
        ...report,
        kept: report.kept - left.rows,
        reported: report.reported + left.rows,
        amount: report.amount - left.amount,
        byReason:
          left.rows > 0
            ? { ...report.byReason, 'import/alreadyThere': (report.byReason['import/alreadyThere'] ?? 0) + left.rows }
            : report.byReason,
      },
      dimensions: batch.dimensions.map((dimension) => dimension.dimension),
      ...(pack === undefined ? {} : { pack }),
      ...(replaced.length > 0 ? { replaced } : {}),
    }),
  );
  return written;
}
