import {
  type Accumulator,
  accumulateInto,
  blankAccumulator,
  type ColumnData,
  createNodeSums,
  type LeafEdit,
  markStale,
  type NodeSums,
  updateAccumulator,
  type View,
} from '~/engine/cube/index';
import type { ColumnEdit } from '../columnEdit';

/** One column as a sheet shows it: its sums by view cell, kept by deltas, and those of the nodes above. */
export interface SheetColumn {
  key: string;
  /** Null while nobody has ever spoken in it: all blank. */
  column: ColumnData | null;
  accumulator: Accumulator;
  sums: NodeSums;
}

export function openColumn(
  view: View,
  options: { key: string; column: ColumnData | null; periods: number },
): SheetColumn {
  const { key, column } = options;
  const accumulator = blankAccumulator(view, options.periods);
  if (column) accumulateInto(accumulator, column);
  return { key, column, accumulator, sums: createNodeSums(accumulator) };
}

/**
 * Brings the sums up to date at the cost of the edited leaves only. A column that came, went or was replaced, or of which
 * several edits speak in one period (the later one is in the values already), is summed again. Bit for bit what opening it would give.
 */
export function followEdits(shown: SheetColumn, now: ColumnData | null, edits: readonly ColumnEdit[]): void {
  const own = edits.filter(({ column }) => column === shown.key);
  if (own.length === 0 && now === shown.column) return;
  const moved = own.flatMap(({ edit }) => (edit ? [edit] : []));
  if (!now || now !== shown.column || moved.length < own.length || meetTwice(moved)) {
    sumAgain(shown, now);
    return;
  }
  for (const edit of moved) {
    updateAccumulator(shown.accumulator, now, edit);
    markStale(shown.sums, edit);
  }
}

/** A delta is told against the values of now, so each period may be spoken of once. */
function meetTwice(edits: readonly LeafEdit[]): boolean {
  const periods = edits.flatMap(({ changes }) => changes.map(({ period }) => period));
  return edits.length > 1 && new Set(periods).size < periods.length;
}

function sumAgain(shown: SheetColumn, now: ColumnData | null): void {
  shown.column = now;
  accumulateInto(shown.accumulator, now);
  shown.sums.stale.fill(1);
}
