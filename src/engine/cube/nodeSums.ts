import type { Accumulator } from './accumulator';
import type { LeafEdit } from './leafEdit';
import { isRange, type Rows, rowCount } from './rows';
import { NONE, type View } from './view';

/**
 * Sums of the nodes above the cells by period, made when they are asked for and kept until a cell under them changes.
 * Entry `node * periods + period`. A node that is not stale has no stale node under it.
 */
export interface NodeSums {
  accumulator: Accumulator;
  periods: number;
  sum: Float64Array;
  spoken: Uint32Array;
  held: Uint32Array;
  stale: Uint8Array;
}

/** Per period the running totals of one node: what lies in periods a … b is entry b + 1 less entry a. */
export interface RunningTotals {
  sum: Float64Array;
  spoken: Uint32Array;
  held: Uint32Array;
}

export function createNodeSums(accumulator: Accumulator): NodeSums {
  const periods = accumulator.sum.length;
  const size = accumulator.view.firstLeaf * periods;
  return {
    accumulator,
    periods,
    sum: new Float64Array(size),
    spoken: new Uint32Array(size),
    held: new Uint32Array(size),
    stale: new Uint8Array(accumulator.view.firstLeaf).fill(1),
  };
}

export const createRunningTotals = (periods: number): RunningTotals => ({
  sum: new Float64Array(periods + 1),
  spoken: new Uint32Array(periods + 1),
  held: new Uint32Array(periods + 1),
});

/** Forgets the sums above everything an edit touched; call it with the edit that went into the accumulator. */
export function markStale(sums: NodeSums, edit: LeafEdit): void {
  const { view } = sums.accumulator;
  let before: Rows | null = null;
  for (const { rows } of edit.changes) {
    if (before !== null && isSame(rows, before)) continue;
    before = rows;
    if (rowCount(rows) * 4 > view.cellOf.length) {
      sums.stale.fill(1);
      return;
    }
    markRows(sums, view, rows);
  }
}

/** Writes what a node shows into `out` as running totals over all periods of the column. */
export function readNode(sums: NodeSums, node: number, out: RunningTotals): void {
  const { accumulator, periods } = sums;
  const { view } = accumulator;
  let sum = 0;
  let spoken = 0;
  let held = 0;
  if (node >= view.firstLeaf) {
    const cell = node - view.firstLeaf;
    for (let p = 0; p < periods; p++) {
      sum += accumulator.sum[p][cell];
      spoken += accumulator.spoken[p][cell];
      held += accumulator.held[p][cell];
      out.sum[p + 1] = sum;
      out.spoken[p + 1] = spoken;
      out.held[p + 1] = held;
    }
    return;
  }
  if (sums.stale[node] === 1) refresh(sums, view, node);
  const from = node * periods;
  for (let p = 0; p < periods; p++) {
    sum += sums.sum[from + p];
    spoken += sums.spoken[from + p];
    held += sums.held[from + p];
    out.sum[p + 1] = sum;
    out.spoken[p + 1] = spoken;
    out.held[p + 1] = held;
  }
}

function refresh(sums: NodeSums, view: View, node: number): void {
  const { periods } = sums;
  const to = node * periods;
  const first = view.firstChild[node];
  const end = first + view.childCount[node];
  sums.stale[node] = 0;
  if (first >= view.firstLeaf) {
    for (let p = 0; p < periods; p++) sumCells(sums, node, p);
    return;
  }
  sums.sum.fill(0, to, to + periods);
  sums.spoken.fill(0, to, to + periods);
  sums.held.fill(0, to, to + periods);
  for (let child = first; child < end; child++) {
    if (sums.stale[child] === 1) refresh(sums, view, child);
    const from = child * periods;
    for (let p = 0; p < periods; p++) {
      sums.sum[to + p] += sums.sum[from + p];
      sums.spoken[to + p] += sums.spoken[from + p];
      sums.held[to + p] += sums.held[from + p];
    }
  }
}

function sumCells(sums: NodeSums, node: number, period: number): void {
  const { accumulator } = sums;
  const { firstCell, endCell } = accumulator.view;
  const end = endCell[node];
  const at = node * sums.periods + period;
  const cellSum = accumulator.sum[period];
  const cellSpoken = accumulator.spoken[period];
  const cellHeld = accumulator.held[period];
  let sum = 0;
  let spoken = 0;
  let held = 0;
  for (let cell = firstCell[node]; cell < end; cell++) {
    sum += cellSum[cell];
    spoken += cellSpoken[cell];
    held += cellHeld[cell];
  }
  sums.sum[at] = sum;
  sums.spoken[at] = spoken;
  sums.held[at] = held;
}

function markRows(sums: NodeSums, view: View, rows: Rows): void {
  const { cellOf, perm } = view;
  if (isRange(rows) && !perm) {
    if (rows.first >= rows.end) return;
    for (let cell = cellOf[rows.first]; cell <= cellOf[rows.end - 1]; cell++) markAbove(sums, view, cell);
  } else if (isRange(rows)) {
    for (let i = rows.first; i < rows.end; i++) markAbove(sums, view, cellOf[i]);
  } else {
    for (let j = 0; j < rows.length; j++) markAbove(sums, view, cellOf[rows[j]]);
  }
}

function markAbove({ stale }: NodeSums, view: View, cell: number): void {
  if (cell === NONE) return;
  let node = view.parent[view.firstLeaf + cell];
  while (node !== NONE && stale[node] === 0) {
    stale[node] = 1;
    node = view.parent[node];
  }
}

const isSame = (a: Rows, b: Rows): boolean =>
  a === b || (isRange(a) && isRange(b) && a.first === b.first && a.end === b.end);
