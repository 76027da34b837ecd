import { type CellDelta, type ChangeSet, invertRecords } from '~/domain/change';
import type { ValueSegment } from '~/domain/segment';
import { LINES_PER_SEGMENT } from '~/domain/segment';
import { appendLines, createColumn, fillColumnByLine, removeTail } from '~/engine/cube/index';
import { applyInline } from '~/engine/targets/index';
import { changeRecords, type OpenPlan, openedPlan, type PlanDocument } from './document';
import { markDirty, markLinesDirty, swapManifest } from './segments';

export type Direction = 'forward' | 'back';

/** Ids of the segments that must be at hand before a change is replayed in this direction. */
export const segmentsNeeded = (change: ChangeSet, direction: Direction): string[] =>
  change.cells.flatMap((delta) =>
    delta.kind === 'segments'
      ? delta.replaced.map((swap) => (direction === 'forward' ? swap.to : swap.from)).filter((id) => id !== null)
      : [],
  );

/**
 * Puts a journaled change into effect again, or takes it back, by its stored values: no command ever runs twice.
 * Deltas of plans that are not open are left to their opening. After it, views over the plan are stale.
 */
export function replay(
  document: PlanDocument,
  change: ChangeSet,
  options: { direction: Direction; segments: Map<string, ValueSegment> },
): void {
  const { direction } = options;
  const cells = direction === 'forward' ? change.cells : [...change.cells].reverse();
  for (const delta of cells) {
    if (document.open && delta.plan === document.open.id)
      replayCells(document.open, planGeneration(document), delta, options);
  }
  changeRecords(document, direction === 'forward' ? change.records : invertRecords(change.records));
}

const planGeneration = (document: PlanDocument): number => openedPlan(document)?.generation ?? 0;

function replayCells(
  open: OpenPlan,
  generation: number,
  delta: CellDelta,
  options: { direction: Direction; segments: Map<string, ValueSegment> },
): void {
  const owner = { ...open, generation };
  const { direction } = options;
  if (delta.kind === 'inline') {
    const column = columnFor(open, delta.column, delta.period);
    const edit = applyInline({ lines: open.lines, column, deltas: [delta], direction });
    markDirty(owner, delta.column, edit);
  } else if (delta.kind === 'lines') {
    if (direction === 'forward') appendLines(open.lines, [...open.columns.values()], delta.codes);
    else removeTail(open.lines, [...open.columns.values()], delta.first);
    markLinesDirty(owner, delta.first);
  } else if (delta.kind === 'segments') {
    const column = columnFor(open, delta.column, delta.period);
    for (const { no, id } of swapManifest(open.ledger, delta, direction)) {
      const first = no * LINES_PER_SEGMENT;
      const segment = id === null ? blankSegment(open, first) : options.segments.get(id);
      if (!segment) throw new RangeError(`segment ${id} is not at hand`);
      fillColumnByLine(open.lines, column, { period: delta.period, first, value: segment.value, state: segment.state });
    }
  }
}

function blankSegment(open: OpenPlan, first: number): { value: Float64Array; state: Uint8Array } {
  const length = Math.max(0, Math.min(LINES_PER_SEGMENT, open.lines.nextLine - first));
  return { value: new Float64Array(length), state: new Uint8Array(length) };
}

/** A column an entry speaks of; undo of its first edit may find it missing in memory. */
function columnFor(open: OpenPlan, key: string, period: number) {
  const existing = open.columns.get(key);
  if (existing) return existing;
  const periods = Math.max(period + 1, ...[...open.columns.values()].map((column) => column.value.length), 12);
  const column = createColumn(open.lines.lineId.length, periods);
  open.columns.set(key, column);
  return column;
}
