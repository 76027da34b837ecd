import { isRange, overlap, type Selection, selectionSize } from '../cube';
import { FIXED } from '../numeric';
import type { Frozen, HeldTotal } from './bounds';
import { createMask, type FreeMask, fixLeaves } from './freeMask';
import type { MarginsEdit } from './marginsEdit';

/** The cells of a view of rows × periods by row, then column, with what is held taken off the margins. */
export interface MarginGrid {
  /** Sizes of the sums of free leaves. */
  weight: Float64Array;
  /** Leaves that may move, and the sum of those that may not. */
  free: Float64Array;
  fixed: Float64Array;
  /** What is left for the free leaves, in the sign of the grid: negative where more is held than the margin. */
  rowTotal: Float64Array;
  colTotal: Float64Array;
  /** Null where free leaves have both signs. */
  sign: 1 | -1 | null;
  held: number;
}

export type MarginHold = { id: string; selection: Selection };

/** How holds meet the margins. */
export interface MarginHolds {
  /** Held totals whose sum the margins themselves decide, to something else. */
  crossed: string[];
  missing: number;
  /** What stays as it is within the grid: freezes, and held totals that no margins add up to. */
  inside: MarginHold[];
}

/** Sorts the holds: full rows or full columns are margins themselves, the rest within the grid stays as it is. */
export function marginHolds(
  { rows, columns, heldTotals = [], frozen = [] }: MarginsEdit,
  whole: Selection,
): MarginHolds {
  const holds: MarginHolds = { crossed: [], missing: 0, inside: [] };
  const take = (hold: Frozen): void => {
    if (overlap(hold, whole) > 0) holds.inside.push({ id: hold.id ?? '', selection: hold });
  };
  frozen.forEach(take);
  const selections = [
    ...rows.map((row) => ({ selection: { rows: row.rows, periods: whole.periods }, total: row.total })),
    ...columns.map((column) => ({ selection: { rows: whole.rows, periods: column.periods }, total: column.total })),
  ];
  for (const hold of heldTotals) {
    const shared = overlap(hold.selection, whole);
    if (shared < selectionSize(hold.selection)) continue;
    const sum =
      sumOfMargins(hold, selections.slice(0, rows.length)) ?? sumOfMargins(hold, selections.slice(rows.length));
    if (sum === null) holds.inside.push(hold);
    else if (sum !== hold.amount) {
      holds.crossed.push(hold.id);
      holds.missing = Math.max(holds.missing, Math.abs(sum - hold.amount));
    }
  }
  return holds;
}

/** The sum of whole margins that make up a held total; null where it cuts through one. */
function sumOfMargins({ selection }: HeldTotal, margins: { selection: Selection; total: number }[]): number | null {
  let sum = 0;
  let size = 0;
  for (const margin of margins) {
    const shared = overlap(selection, margin.selection);
    if (shared === 0) continue;
    if (shared < selectionSize(margin.selection)) return null;
    sum += margin.total;
    size += shared;
  }
  return size === selectionSize(selection) ? sum : null;
}

/** Held leaves, closed periods, and the holds within the grid. */
export function marginMask({ lines, column, closedPeriods = [] }: MarginsEdit, inside: MarginHold[]): FreeMask {
  const mask = createMask(column);
  if (closedPeriods.length > 0) fixLeaves(mask, { rows: { first: 0, end: lines.count }, periods: closedPeriods });
  for (const { selection } of inside) fixLeaves(mask, selection);
  return mask;
}

/** One pass over the leaves of the grid. */
export function marginGrid({ column, rows, columns }: MarginsEdit, mask: FreeMask): MarginGrid {
  const size = rows.length * columns.length;
  const sums = new Float64Array(size);
  const grid: MarginGrid = {
    weight: new Float64Array(size),
    free: new Float64Array(size),
    fixed: new Float64Array(size),
    rowTotal: Float64Array.from(rows, (row) => row.total),
    colTotal: Float64Array.from(columns, (one) => one.total),
    sign: 1,
    held: 0,
  };
  let above = false;
  let below = false;
  rows.forEach((row, r) => {
    const { rows: own } = row;
    const count = isRange(own) ? own.end - own.first : own.length;
    columns.forEach(({ periods }, c) => {
      const cell = r * columns.length + c;
      for (const period of periods) {
        const value = column.value[period];
        const fixed = mask.fixed[period];
        for (let j = 0; j < count; j++) {
          const at = isRange(own) ? own.first + j : own[j];
          const amount = value[at];
          if ((fixed[at] & FIXED) !== 0) {
            grid.fixed[cell] += amount;
            grid.held++;
            continue;
          }
          grid.free[cell]++;
          sums[cell] += amount;
          if (amount > 0) above = true;
          if (amount < 0) below = true;
        }
      }
      grid.rowTotal[r] -= grid.fixed[cell];
      grid.colTotal[c] -= grid.fixed[cell];
    });
  });
  if (above && below) return { ...grid, sign: null };
  const total = grid.rowTotal.reduce((all, one) => all + one, 0);
  const sign = below || (!above && total < 0) ? -1 : 1;
  for (let i = 0; i < size; i++) grid.weight[i] = Math.abs(sums[i]);
  return {
    ...grid,
    sign,
    rowTotal: grid.rowTotal.map((t) => t * sign + 0),
    colTotal: grid.colTotal.map((t) => t * sign + 0),
  };
}
