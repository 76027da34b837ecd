/** Ways the active cell may go. */
export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'gridStart'
  | 'gridEnd'
  | 'quarterLeft'
  | 'quarterRight'
  | 'groupUp'
  | 'groupDown'
  | 'pageUp'
  | 'pageDown'
  | 'pageLeft'
  | 'pageRight';

/** Row and column by their index on screen; pinned rows follow the others. */
export interface GridPosition {
  row: number;
  column: number;
}

/** What can be walked on. */
export interface GridShape {
  rows: number;
  /** Level of a row; pinned rows count as level 0. */
  levelOf(row: number): number;
  isParent(row: number): boolean;
  /** For each column the quarter or other block it stands in. */
  blocks: readonly string[];
  /** Whole rows and columns that fit on the screen. */
  pageRows: number;
  pageColumns: number;
}

/** Where a move ends: at the border it stays. */
export function moveFrom(at: GridPosition, move: Move, shape: GridShape): GridPosition {
  const next = STEPS[move](at, shape);
  return { row: clamp(next.row, shape.rows), column: clamp(next.column, shape.blocks.length) };
}

type Step = (at: GridPosition, shape: GridShape) => GridPosition;

const STEPS: Record<Move, Step> = {
  up: ({ row, column }) => ({ row: row - 1, column }),
  down: ({ row, column }) => ({ row: row + 1, column }),
  left: ({ row, column }) => ({ row, column: column - 1 }),
  right: ({ row, column }) => ({ row, column: column + 1 }),
  rowStart: ({ row }) => ({ row, column: 0 }),
  rowEnd: ({ row }, { blocks }) => ({ row, column: blocks.length - 1 }),
  gridStart: () => ({ row: 0, column: 0 }),
  gridEnd: (_, { rows, blocks }) => ({ row: rows - 1, column: blocks.length - 1 }),
  quarterLeft: ({ row, column }, { blocks }) => ({ row, column: blockEdge(blocks, column, -1) }),
  quarterRight: ({ row, column }, { blocks }) => ({ row, column: blockEdge(blocks, column, 1) }),
  groupUp: ({ row, column }, shape) => ({ row: siblingGroup(row, -1, shape), column }),
  groupDown: ({ row, column }, shape) => ({ row: siblingGroup(row, 1, shape), column }),
  pageUp: ({ row, column }, { pageRows }) => ({ row: row - pageRows, column }),
  pageDown: ({ row, column }, { pageRows }) => ({ row: row + pageRows, column }),
  pageLeft: ({ row, column }, { pageColumns }) => ({ row, column: column - pageColumns }),
  pageRight: ({ row, column }, { pageColumns }) => ({ row, column: column + pageColumns }),
};

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

/** The last column of this block in a direction; from there, of the next one. */
function blockEdge(blocks: readonly string[], from: number, step: 1 | -1): number {
  let column = from + step;
  while (blocks[column + step] !== undefined && blocks[column + step] === blocks[column]) column += step;
  return column;
}

/** The next row that begins a group of the same or a higher level; the edge where there is none. */
function siblingGroup(from: number, step: 1 | -1, { rows, levelOf, isParent }: GridShape): number {
  const limit = isParent(from) ? levelOf(from) : levelOf(from) - 1;
  for (let row = from + step; row >= 0 && row < rows; row += step) if (levelOf(row) <= limit) return row;
  return step > 0 ? rows - 1 : 0;
}

/** Left to right through the rows, as Tab walks; null beyond either end, where the grid is left. */
export function tabFrom(
  at: GridPosition,
  back: boolean,
  shape: Pick<GridShape, 'rows' | 'blocks'>,
): GridPosition | null {
  const columns = shape.blocks.length;
  const index = at.row * columns + at.column + (back ? -1 : 1);
  if (index < 0 || index >= shape.rows * columns) return null;
  return { row: Math.floor(index / columns), column: index % columns };
}
