import { fitMargins } from '../numeric';

/** Sizes of the sums of free leaves, how many there are, and what rows and columns shall have; NaN = free. */
export interface Grid {
  weight: Float64Array;
  free: Float64Array;
  rowTotal: Float64Array;
  colTotal: Float64Array;
}

export type FittedGrid = { ok: true; amounts: Float64Array; opened: boolean } | { ok: false; missing: number };

/**
 * `fitMargins` on the cells that have something; where that cannot be, with empty ones that have free leaves opened at the
 * average weight of their row (`opened`). Margins below zero cannot be met.
 */
export function fitGrid(grid: Grid): FittedGrid {
  const { rowTotal, colTotal } = grid;
  const cols = colTotal.length;
  if (rowTotal.some((t) => t < 0) || colTotal.some((t) => t < 0)) {
    const below = (all: Float64Array): number => all.reduce((sum, t) => sum + Math.max(0, -t || 0), 0);
    return { ok: false, missing: Math.max(below(rowTotal), below(colTotal)) };
  }
  const fitted = fitMargins(grid);
  if (fitted.ok) return { ...fitted, opened: false };
  const weight = grid.weight.slice();
  for (let r = 0; r < rowTotal.length; r++) {
    const own = grid.weight.subarray(r * cols, (r + 1) * cols).filter((w) => w > 0);
    const average = own.length === 0 ? 1 : Math.max(1, Math.round(own.reduce((a, b) => a + b, 0) / own.length));
    for (let c = 0; c < cols; c++)
      if (weight[r * cols + c] === 0 && grid.free[r * cols + c] > 0) weight[r * cols + c] = average;
  }
  const opened = fitMargins({ weight, rowTotal, colTotal });
  return opened.ok ? { ...opened, opened: true } : opened;
}
