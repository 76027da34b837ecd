import { type FillMode, fillSeries } from './fillSeries';
import { columnsOf, type GridRect, holdsPosition, rowsOf } from './gridRange';

export interface FillRequest {
  /** The cells that are filled from. */
  source: GridRect;
  /** Source and filled cells together: it goes on from one side of the source. */
  whole: GridRect;
  mode: FillMode;
  rate: number | null;
  /** Whether a row (or column, in the direction of the fill) takes part: sums between its parts do not. */
  takesPart?(index: number): boolean;
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

/** Amounts of the filled cells, row by row; NaN = blank, and where `filled` is 0 the cell stays as it is. */
export interface FilledBlock {
  rect: GridRect;
  amounts: Float64Array;
  filled: Uint8Array;
}

/** What every filled cell becomes. Each row or column of the source goes on by itself; null where nothing was added. */
export function fillBlock(
  request: FillRequest,
  read: (row: number, column: number) => number | null,
): FilledBlock | null {
  const target = fillTarget(request);
  if (!target) return null;
  const { rect, along, back } = target;
  const { source, mode, rate, takesPart = () => true } = request;
  const width = columnsOf(rect);
  const amounts = new Float64Array(rowsOf(rect) * width);
  const filled = new Uint8Array(amounts.length);
  const down = along === 'rows';
  const from = steps(down ? [source.top, source.bottom] : [source.left, source.right], back).filter(takesPart);
  const to = steps(down ? [rect.top, rect.bottom] : [rect.left, rect.right], back).filter(takesPart);
  const [first, last] = down ? [rect.left, rect.right] : [rect.top, rect.bottom];
  for (let lane = first; lane <= last; lane++) {
    const lined = from.map((step) => (down ? read(step, lane) : read(lane, step)));
    const series = fillSeries({ source: lined, count: to.length, mode, rate });
    to.forEach((step, i) => {
      const at = down ? (step - rect.top) * width + lane - rect.left : (lane - rect.top) * width + step - rect.left;
      amounts[at] = series[i] ?? Number.NaN;
      filled[at] = 1;
    });
  }
  return { rect, amounts, filled };
}

/** From one end to the other, the end the fill goes to last. */
function steps([from, to]: [number, number], back: boolean): number[] {
  const all = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return back ? all.reverse() : all;
}
