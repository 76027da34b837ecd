import { type CellDelta, type ChangeSet, invertRecords } from '~/domain/change';
import type { ValueSegment } from '~/domain/segment';
import { LINES_PER_SEGMENT } from '~/domain/segment';
import {
  appendLines,
  blankColumn,
  fillColumnByLine,
  type LeafEdit,
  removeTail,
  sharePeriod,
} from '~/engine/cube/index';
import { applyInline, revertEdit } from '~/engine/targets/index';
import type { ColumnEdit } from './columnEdit';
import { twinOf } from './columnSwaps';
import { changeRecords, type OpenPlan, openedPlan, type PlanDocument } from './document';
import { followShape } from './followShape';
import { markDirty, markLinesDirty, swapManifest } from './segments';

export type Direction = 'forward' | 'back';

/** An edit of a column that was made in place: reverting it turns it. */
export interface MovedColumn extends ColumnEdit {
  edit: LeafEdit;
}

interface ReplayOptions {
  direction: Direction;
  segments: Map<string, ValueSegment>;
  /** What turns the leaf values, where it is at hand: then no segment is read. */
  edits?: readonly MovedColumn[];
}

/** Ids of the segments that must be at hand before a change is replayed in this direction. */
export const segmentsNeeded = (change: ChangeSet, direction: Direction): string[] =>
  change.cells.flatMap((delta) =>
    delta.kind === 'segments'
      ? delta.replaced.map((swap) => (direction === 'forward' ? swap.to : swap.from)).filter((id) => id !== null)
      : [],
  );

/**
 * Puts a journaled change into effect again, or takes it back, by its stored values: no command ever runs twice.
 * Deltas of plans that are not open are left to their opening. Kept edits must be those of the state now. Says what it did to the columns of the open plan; where
 * lines came, went or moved, views over the plan are stale after it.
 */
export function replay(document: PlanDocument, change: ChangeSet, options: ReplayOptions): ColumnEdit[] {
  const { direction } = options;
  const edits: ColumnEdit[] = [];
  const cells = direction === 'forward' ? change.cells : [...change.cells].reverse();
  for (const delta of cells) {
    if (document.open && delta.plan === document.open.id)
      edits.push(...replayCells(document.open, planGeneration(document), delta, options));
  }
  if (document.open && options.edits) edits.push(...turnEdits(document.open, options.edits));
  const records = direction === 'forward' ? change.records : invertRecords(change.records);
  changeRecords(document, records);
  // Another generation is opened from storage in its own order.
  if (!change.cells.some((delta) => delta.kind === 'generation')) followShape(document, records);
  return edits;
}

/** Reverts edits, the last one first, and hands back what reverts that. */
function turnEdits(open: OpenPlan, edits: readonly MovedColumn[]): MovedColumn[] {
  return edits.toReversed().map(({ column: key, edit }) => {
    const column = open.columns.get(key);
    if (!column) throw new RangeError(`no column ${key}`);
    return { column: key, edit: revertEdit(column, edit) };
  });
}

const planGeneration = (document: PlanDocument): number => openedPlan(document)?.generation ?? 0;

function replayCells(open: OpenPlan, generation: number, delta: CellDelta, options: ReplayOptions): ColumnEdit[] {
  const owner = { ...open, generation };
  const { direction } = options;
  if (delta.kind === 'inline') {
    const column = columnFor(open, delta.column, delta.period);
    const edit = applyInline({ lines: open.lines, column, deltas: [delta], direction });
    markDirty(owner, delta.column, edit);
    return [{ column: delta.column, edit }];
  }
  if (delta.kind === 'lines') {
    if (direction === 'forward') appendLines(open.lines, [...open.columns.values()], delta.codes);
    else removeTail(open.lines, [...open.columns.values()], delta.first);
    markLinesDirty(owner, delta.first);
  } else if (delta.kind === 'segments') {
    const column = columnFor(open, delta.column, delta.period);
    const wanted = swapManifest(open.ledger, delta, direction);
    if (options.edits) return [];
    const edits = [{ column: delta.column, edit: null }];
    if (shareWhole(open, delta)) return edits;
    for (const { no, id } of wanted) {
      const first = no * LINES_PER_SEGMENT;
      const segment = id === null ? null : options.segments.get(id);
      if (segment === undefined) throw new RangeError(`segment ${id} is not at hand`);
      fillColumnByLine(open.lines, column, { period: delta.period, first, ...wholeSegment(open, first, segment) });
    }
    return edits;
  }
  return [];
}

/** A period that is stored as another column's is, or all blank, takes no memory of its own; false = it must be read. */
function shareWhole(open: OpenPlan, { column: key, period }: { column: string; period: number }): boolean {
  const { lines, columns } = open;
  const column = columns.get(key);
  if (!column || open.ledger.dirty.has(`${key}|${period}`)) return false;
  const twin = columns.get(twinOf(open, key, period) ?? '');
  if (!twin && !isBlankPeriod(open, key, period)) return false;
  // The months of a blank column read one and the same array.
  const other = column.value.findIndex(
    (_, p) => p !== period && column.shared?.[p] === 1 && isBlankPeriod(open, key, p),
  );
  if (twin) sharePeriod(twin, column, period);
  else if (other >= 0) sharePeriod(column, column, { from: other, to: period });
  else sharePeriod(blankColumn(lines.lineId.length, 1), column, { from: 0, to: period });
  return true;
}

/** Nothing is stored of a period, and nothing was said in it since. */
const isBlankPeriod = ({ ledger }: OpenPlan, key: string, period: number): boolean =>
  !ledger.dirty.has(`${key}|${period}`) && !ledger.manifests.get(`${key}|${period}`)?.some((id) => id !== null);

/** The leaf values of all lines of a segment: those that came after it was cut, or all where there is none, are blank. */
function wholeSegment(
  open: OpenPlan,
  first: number,
  segment: ValueSegment | null,
): { value: Float64Array; state: Uint8Array } {
  const length = Math.max(0, Math.min(LINES_PER_SEGMENT, open.lines.nextLine - first));
  if (segment && segment.value.length >= length) return segment;
  const value = new Float64Array(length);
  const state = new Uint8Array(length);
  if (segment) {
    value.set(segment.value);
    state.set(segment.state);
  }
  return { value, state };
}

/** A column an entry speaks of; undo of its first edit may find it missing in memory. */
function columnFor(open: OpenPlan, key: string, period: number) {
  const existing = open.columns.get(key);
  if (existing) return existing;
  const periods = Math.max(period + 1, ...[...open.columns.values()].map((column) => column.value.length), 12);
  const column = blankColumn(open.lines.lineId.length, periods);
  open.columns.set(key, column);
  return column;
}
