import { type GridPosition, type GridShape, type Move, moveFrom } from './moves';

/** A rectangle of cells by their index on screen, both ends included. */
export interface GridRect {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What is selected: where it began, and where it reaches. */
export interface Selection {
  anchor: GridPosition;
  end: GridPosition;
}

export const rectOf = ({ anchor, end }: Selection): GridRect => ({
  top: Math.min(anchor.row, end.row),
  left: Math.min(anchor.column, end.column),
  bottom: Math.max(anchor.row, end.row),
  right: Math.max(anchor.column, end.column),
});

export const isOneCell = (rect: GridRect): boolean => rect.top === rect.bottom && rect.left === rect.right;

export const holdsPosition = (rect: GridRect, { row, column }: GridPosition): boolean =>
  row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;

export const rowsOf = ({ top, bottom }: GridRect): number => bottom - top + 1;

export const columnsOf = ({ left, right }: GridRect): number => right - left + 1;

export const sameRect = (a: GridRect | null, b: GridRect | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right);

/** Its end goes on, its beginning stays: Shift with any key that moves. */
export const extendBy = ({ anchor, end }: Selection, move: Move, shape: GridShape): Selection => ({
  anchor,
  end: moveFrom(end, move, shape),
});

type Extent = Pick<GridShape, 'rows' | 'blocks'>;

/** The rows of a selection in full width. */
export const wholeRows = ({ anchor, end }: Selection, { blocks }: Extent): Selection => ({
  anchor: { row: anchor.row, column: 0 },
  end: { row: end.row, column: blocks.length - 1 },
});

/** The columns of a selection in full height, totals included. */
export const wholeColumns = ({ anchor, end }: Selection, { rows }: Extent): Selection => ({
  anchor: { row: 0, column: anchor.column },
  end: { row: rows - 1, column: end.column },
});

export const wholeSheet = ({ rows, blocks }: Extent): Selection => ({
  anchor: { row: 0, column: 0 },
  end: { row: rows - 1, column: blocks.length - 1 },
});

/** Where Tab (along the rows) or Enter (down the columns) goes inside a selection; at its end it begins anew. */
export function walkInside(
  rect: GridRect,
  at: GridPosition,
  step: { along: 'rows' | 'columns'; back: boolean },
): GridPosition {
  const [rows, columns] = [rowsOf(rect), columnsOf(rect)];
  const [row, column] = [at.row - rect.top, at.column - rect.left];
  const by = step.back ? -1 : 1;
  const count = rows * columns;
  const index = ((step.along === 'rows' ? row * columns + column : column * rows + row) + by + count) % count;
  return step.along === 'rows'
    ? { row: rect.top + Math.floor(index / columns), column: rect.left + (index % columns) }
    : { row: rect.top + (index % rows), column: rect.left + Math.floor(index / rows) };
}
