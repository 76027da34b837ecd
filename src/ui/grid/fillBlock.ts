import { type FillMode, fillSeries } from './fillSeries';
import { columnsOf, type GridRect, holdsPosition, rowsOf } from './gridRange';

export interface FillRequest {
  /** The cells that are filled from. */
  source: GridRect;
  /** Source and filled cells together: it goes on from one side of the source. */
  whole: GridRect;
  mode: FillMode;
  rate: number | null;
}

/** The part of `whole` that is filled, and the way it goes; null where nothing was added. */
export function fillTarget({ source, whole }: Pick<FillRequest, 'source' | 'whole'>): {
  rect: GridRect;
  along: 'rows' | 'columns';
  back: boolean;
} | null {
  if (whole.bottom > source.bottom) return { rect: { ...whole, top: source.bottom + 1 }, along: 'rows', back: false };
  if (whole.top < source.top) return { rect: { ...whole, bottom: source.top - 1 }, along: 'rows', back: true };
  if (whole.right > source.right) return { rect: { ...whole, left: source.right + 1 }, along: 'columns', back: false };
  if (whole.left < source.left) return { rect: { ...whole, right: source.left - 1 }, along: 'columns', back: true };
  return null;
}

/** The source stretched to a cell in one direction, the one in which that cell is further away. */
export function stretchTo(source: GridRect, to: { row: number; column: number }): GridRect {
  if (holdsPosition(source, to)) return source;
  const down = Math.max(source.top - to.row, to.row - source.bottom, 0);
  const across = Math.max(source.left - to.column, to.column - source.right, 0);
  return down >= across
    ? { ...source, top: Math.min(source.top, to.row), bottom: Math.max(source.bottom, to.row) }
    : { ...source, left: Math.min(source.left, to.column), right: Math.max(source.right, to.column) };
}

/** Amounts of the filled cells, row by row; NaN = blank. */
export interface FilledBlock {
  rect: GridRect;
  amounts: Float64Array;
}

/** What every filled cell becomes. Each row or column of the source goes on by itself; null where nothing was added. */
export function fillBlock(
  request: FillRequest,
  read: (row: number, column: number) => number | null,
): FilledBlock | null {
  const target = fillTarget(request);
  if (!target) return null;
  const { rect, along, back } = target;
  const { source, mode, rate } = request;
  const width = columnsOf(rect);
  const amounts = new Float64Array(rowsOf(rect) * width);
  const onRows = along === 'rows';
  const [from, to] = onRows ? [source.top, source.bottom] : [source.left, source.right];
  const count = onRows ? rowsOf(rect) : width;
  const lanes = onRows ? width : rowsOf(rect);
  for (let lane = 0; lane < lanes; lane++) {
    const lined = Array.from({ length: to - from + 1 }, (_, i) => {
      const step = back ? to - i : from + i;
      return onRows ? read(step, rect.left + lane) : read(rect.top + lane, step);
    });
    const series = fillSeries({ source: lined, count, mode, rate });
    for (let i = 0; i < count; i++) {
      const step = back ? count - 1 - i : i;
      amounts[onRows ? step * width + lane : lane * width + step] = series[i] ?? Number.NaN;
    }
  }
  return { rect, amounts };
}
