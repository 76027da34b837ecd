import type { ForecastTreeFigure, ForecastTreeView } from '~/domain/forecastTree';

export const SPANS = ['year', 'quarter', 'month'] as const;
export type TreeSpan = (typeof SPANS)[number];
export const FIGURES = ['reconciled', 'base', 'target', 'gap'] as const;
export type TreeFigure = (typeof FIGURES)[number];

/** A run of periods that is shown as one column. */
export interface TreeColumn {
  id: string;
  first: number;
  last: number;
}

/** The columns beside a node: the year as one, its quarters or its periods. */
export function treeColumns({ periods, quarters }: ForecastTreeView, span: TreeSpan): TreeColumn[] {
  if (span === 'quarter') return quarters;
  if (span === 'month') return periods.map((id, p) => ({ id, first: p, last: p }));
  return [{ id: 'year', first: 0, last: periods.length - 1 }];
}

/** What a node comes to in a run of periods; a target is the sum of what is said of it. */
export function treeFigure(
  { periods, base, reconciled, target }: ForecastTreeView,
  node: number,
  { first, last }: Pick<TreeColumn, 'first' | 'last'>,
): ForecastTreeFigure {
  const start = node * periods.length;
  const sum = (values: Float64Array): number | null => {
    let all = 0;
    for (let p = first; p <= last; p += 1) all += values[start + p];
    return Number.isNaN(all) ? null : all;
  };
  let wanted: number | null = null;
  for (let p = first; p <= last; p += 1) {
    const amount = target[start + p];
    if (!Number.isNaN(amount)) wanted = (wanted ?? 0) + amount;
  }
  return { base: sum(base), reconciled: sum(reconciled), target: wanted };
}

/** One of a node's figures; the gap is what is expected beyond its target. */
export function figureOf({ base, reconciled, target }: ForecastTreeFigure, figure: TreeFigure): number | null {
  if (figure === 'gap') return reconciled === null || target === null ? null : reconciled - target;
  return { base, reconciled, target }[figure];
}

/** Whether all of a run that is still ahead was locked, and whether all of it is over. */
export function markOf(
  { periods, locked, firstOpen }: ForecastTreeView,
  node: number,
  { first, last }: Pick<TreeColumn, 'first' | 'last'>,
): 'locked' | 'actual' | null {
  if (last < firstOpen) return 'actual';
  for (let p = Math.max(first, firstOpen); p <= last; p += 1) if (locked[node * periods.length + p] === 0) return null;
  return 'locked';
}

/** By how much of their own forecasts nodes were moved on the whole; null where nothing was foretold. */
export function meanMoved(view: ForecastTreeView): number | null {
  const year = { first: 0, last: view.periods.length - 1 };
  let moved = 0;
  let size = 0;
  view.nodes.forEach((_, node) => {
    const { base, reconciled } = treeFigure(view, node, year);
    if (base === null || reconciled === null) return;
    moved += Math.abs(reconciled - base);
    size += Math.abs(base);
  });
  return size > 0 ? moved / size : null;
}

/** What of the year is locked ahead, each amount counted at the highest node that is locked. */
export function lockedAhead({ nodes, periods, reconciled, locked }: ForecastTreeView): number {
  const width = periods.length;
  let sum = 0;
  nodes.forEach(({ parent }, node) => {
    for (let p = 0; p < width; p += 1) {
      const isCounted = parent >= 0 && isLockedAbove(p, parent);
      if (locked[node * width + p] === 1 && !isCounted) sum += reconciled[node * width + p];
    }
  });
  return sum;

  function isLockedAbove(p: number, from: number): boolean {
    for (let up = from; up >= 0; up = nodes[up].parent) if (locked[up * width + p] === 1) return true;
    return false;
  }
}
