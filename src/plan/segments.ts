import type { CellDelta } from '~/domain/change';
import { LINES_PER_SEGMENT, type LineSegment, type Manifest, type ValueSegment } from '~/domain/segment';
import { type ColumnData, isRange, type LeafEdit, type LineTable, type Rows } from '~/engine/cube/index';

/** What the open plan knows of its stored form: which segments make up each column, and which are behind memory. */
export interface SegmentLedger {
  /** Segment ids per `column|period`. */
  manifests: Map<string, (string | null)[]>;
  /** Segment numbers per `column|period` that changed in memory since they were written. */
  dirty: Map<string, Set<number>>;
  /** Line segments from this number on are behind memory. */
  dirtyLinesFrom: number | null;
}

export const createLedger = (): SegmentLedger => ({ manifests: new Map(), dirty: new Map(), dirtyLinesFrom: null });

const slotOf = (column: string, period: number): string => `${column}|${period}`;

export interface LedgerOwner {
  id: string;
  group: string;
  generation: number;
  lines: LineTable;
  columns: Map<string, ColumnData>;
  ledger: SegmentLedger;
}

export interface SegmentWrite {
  segments: ValueSegment[];
  manifests: Manifest[];
  lines: LineSegment[];
}

/** Notes which segments an edit leaves behind. */
export function markDirty(owner: LedgerOwner, column: string, edit: LeafEdit): void {
  // The months of a big edit share their rows.
  let rows: Rows | null = null;
  let touched: number[] = [];
  for (const change of edit.changes) {
    const slot = slotOf(column, change.period);
    let numbers = owner.ledger.dirty.get(slot);
    if (!numbers) {
      numbers = new Set();
      owner.ledger.dirty.set(slot, numbers);
    }
    if (change.rows !== rows) {
      rows = change.rows;
      touched = segmentsOf(owner.lines, rows);
    }
    for (const no of touched) numbers.add(no);
  }
}

/** The segments that hold these lines. */
function segmentsOf({ lineId, nextLine }: LineTable, rows: Rows): number[] {
  const marks = new Uint8Array(Math.floor(nextLine / LINES_PER_SEGMENT) + 1);
  if (isRange(rows))
    for (let i = rows.first; i < rows.end; i += 1) marks[Math.floor(lineId[i] / LINES_PER_SEGMENT)] = 1;
  else for (let j = 0; j < rows.length; j += 1) marks[Math.floor(lineId[rows[j]] / LINES_PER_SEGMENT)] = 1;
  return Array.from(marks.keys()).filter((no) => marks[no] === 1);
}

export function markLinesDirty(owner: LedgerOwner, firstLine: number): void {
  const no = Math.floor(firstLine / LINES_PER_SEGMENT);
  owner.ledger.dirtyLinesFrom = Math.min(owner.ledger.dirtyLinesFrom ?? no, no);
}

export const isDirty = (ledger: SegmentLedger): boolean => ledger.dirty.size > 0 || ledger.dirtyLinesFrom !== null;

/**
 * New segments for everything that is behind memory, and the manifests that name them. The ledger counts as clean
 * afterwards; `replaced` tells per column and period which segment took whose place.
 */
export function flushLedger(
  owner: LedgerOwner,
  newId: () => string,
): SegmentWrite & { replaced: Extract<CellDelta, { kind: 'segments' }>[] } {
  const write: SegmentWrite = { segments: [], manifests: [], lines: lineSegments(owner) };
  const replaced: Extract<CellDelta, { kind: 'segments' }>[] = [];
  const place = { plan: owner.id, group: owner.group, generation: owner.generation };
  const stretches = new Map<number, number | null>();
  for (const [slot, numbers] of owner.ledger.dirty) {
    const bar = slot.lastIndexOf('|');
    const column = slot.slice(0, bar);
    const period = Number(slot.slice(bar + 1));
    const data = owner.columns.get(column);
    if (!data) continue;
    const ids = [...(owner.ledger.manifests.get(slot) ?? [])];
    const swaps: { no: number; from: string | null; to: string | null }[] = [];
    for (const no of [...numbers].sort((a, b) => a - b)) {
      while (ids.length <= no) ids.push(null);
      const stretch = stretches.get(no) ?? stretchOf(owner.lines, no);
      stretches.set(no, stretch);
      const segment = cutSegment(owner.lines, data, { period, no, id: newId(), stretch });
      swaps.push({ no, from: ids[no], to: segment ? segment.id : null });
      ids[no] = segment ? segment.id : null;
      if (segment) write.segments.push(segment);
    }
    owner.ledger.manifests.set(slot, ids);
    write.manifests.push({ ...place, column, period, segments: ids });
    replaced.push({ kind: 'segments', ...place, column, period, replaced: swaps });
  }
  owner.ledger.dirty.clear();
  owner.ledger.dirtyLinesFrom = null;
  return { ...write, replaced };
}

const linesOf = (lines: LineTable, no: number): { first: number; length: number } => {
  const first = no * LINES_PER_SEGMENT;
  return { first, length: Math.max(0, Math.min(LINES_PER_SEGMENT, lines.nextLine - first)) };
};

/** Where the lines of a segment lie one after another by id, as in a plan that was just made; null where they do not. */
function stretchOf(lines: LineTable, no: number): number | null {
  const { first, length } = linesOf(lines, no);
  const start = lines.positionOf[first];
  if (length === 0 || start + length > lines.count) return null;
  for (let i = 1; i < length; i += 1) if (lines.positionOf[first + i] !== start + i) return null;
  return start;
}

/** One segment of a column by line id; null where all of it is blank. */
function cutSegment(
  lines: LineTable,
  column: ColumnData,
  cut: { period: number; no: number; id: string; stretch: number | null },
): ValueSegment | null {
  const { first, length } = linesOf(lines, cut.no);
  const values = column.value[cut.period];
  const states = column.state[cut.period];
  let spoken = 0;
  const start = cut.stretch;
  if (start !== null) {
    const bits = states.slice(start, start + length);
    for (let i = 0; i < length; i += 1) spoken |= bits[i];
    return spoken === 0 ? null : { id: cut.id, first, value: values.slice(start, start + length), state: bits };
  }
  const value = new Float64Array(length);
  const state = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) {
    const position = lines.positionOf[first + i];
    if (position >= lines.count) continue;
    value[i] = values[position];
    state[i] = states[position];
    spoken |= state[i];
  }
  return spoken === 0 ? null : { id: cut.id, first, value, state };
}

function lineSegments(owner: LedgerOwner): LineSegment[] {
  const from = owner.ledger.dirtyLinesFrom;
  if (from === null) return [];
  const { lines } = owner;
  const result: LineSegment[] = [];
  for (let no = from; no === from || no * LINES_PER_SEGMENT < lines.nextLine; no += 1) {
    const first = no * LINES_PER_SEGMENT;
    const length = Math.max(0, Math.min(LINES_PER_SEGMENT, lines.nextLine - first));
    const codes = lines.codes.map((codes) => {
      const column = new Uint32Array(length);
      for (let i = 0; i < length; i += 1) column[i] = codes[lines.positionOf[first + i]];
      return column;
    });
    result.push({ plan: owner.id, group: owner.group, generation: owner.generation, no, codes });
  }
  return result;
}

/** The manifest side of a segment delta, either way; returns the segments that must be read into memory. */
export function swapManifest(
  ledger: SegmentLedger,
  delta: Extract<CellDelta, { kind: 'segments' }>,
  direction: 'forward' | 'back',
): { no: number; id: string | null }[] {
  const slot = slotOf(delta.column, delta.period);
  const ids = [...(ledger.manifests.get(slot) ?? [])];
  const wanted: { no: number; id: string | null }[] = [];
  for (const swap of delta.replaced) {
    while (ids.length <= swap.no) ids.push(null);
    ids[swap.no] = direction === 'forward' ? swap.to : swap.from;
    wanted.push({ no: swap.no, id: ids[swap.no] });
  }
  ledger.manifests.set(slot, ids);
  return wanted;
}

export const manifestOf = (owner: LedgerOwner, column: string, period: number): Manifest => ({
  plan: owner.id,
  group: owner.group,
  generation: owner.generation,
  column,
  period,
  segments: owner.ledger.manifests.get(slotOf(column, period)) ?? [],
});

/** A plan that was just made: nothing of it is stored yet. */
export function markAllDirty(owner: LedgerOwner): void {
  const last = Math.max(0, Math.ceil(owner.lines.nextLine / LINES_PER_SEGMENT) - 1);
  for (const [column, data] of owner.columns) {
    data.value.forEach((_, period) => {
      owner.ledger.dirty.set(slotOf(column, period), new Set(Array.from({ length: last + 1 }, (_unused, no) => no)));
    });
  }
  owner.ledger.dirtyLinesFrom = 0;
}
