import type { SimulationView } from '~/domain/simulationView';

/** One bar of the histogram of years. */
export interface OutcomeStep {
  from: number;
  to: number;
  share: number;
}

export function outcomeSteps({ from, to, shares }: SimulationView['histogram']): OutcomeStep[] {
  const width = (to - from) / Math.max(1, shares.length);
  return shares.map((share, i) => ({ from: from + i * width, to: from + (i + 1) * width, share }));
}

export interface PlacedLabel {
  /** Along the axis, in the units of the drawing. */
  x: number;
  /** Row, counted from the top: neighbours that would touch stand on different rows. */
  row: number;
}

/** Rows for names of rules that stand close to each other, from left to right; at most `rows`, then they share the last one. */
export function labelRows(places: readonly number[], { width, rows }: { width: number; rows: number }): PlacedLabel[] {
  const order = places.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x);
  const ends = new Array<number>(rows).fill(Number.NEGATIVE_INFINITY);
  const placed = new Array<PlacedLabel>(places.length);
  for (const { x, i } of order) {
    const free = ends.findIndex((end) => x >= end);
    const row = free < 0 ? rows - 1 : free;
    ends[row] = x + width;
    placed[i] = { x, row };
  }
  return placed;
}
