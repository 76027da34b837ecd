import type { SheetField } from '~/domain/sheet';
import type { CellNumber } from './blockCache';
import type { Fades } from './fades';
import type { GridView } from './gridView';
import type { CellMark } from './lookRule';
import type { RowStub } from './rowStub';

/** What cells, editor and column definitions may ask for; passed through the grid as its context. */
export interface GridContext {
  view(): GridView;
  field(columnId: string): SheetField | null;
  number(row: RowStub, columnId: string): CellNumber | null;
  textOf(row: RowStub, columnId: string): string;
  /** Row, column and number as one phrase, for screen readers. */
  labelOf(row: RowStub, columnId: string): string;
  isNew(row: RowStub): boolean;
  /** What the chosen look draws in a cell. */
  markOf(row: RowStub, columnId: string): CellMark | null;
  signOf(row: RowStub, columnId: string): number;
  /** The numbers behind the small line of a row; null while they are not known. */
  trendOf(row: RowStub): ArrayLike<number> | null;
  /** True while the numbers on screen came from an edit, not from scrolling. */
  moved(): boolean;
  /** Cells that an edit moved ask here for their fade. */
  fades: Fades;
  toggle(row: RowStub, open: boolean): void;
  /** Something of the goal is not given out yet and may be. */
  canFill(): boolean;
  fill(): void;
  /** The editor opened in a cell that holds `start`; answers what it begins with, null = what it holds. */
  opened(row: RowStub, columnId: string, start: string): string | null;
  typed(text: string): void;
  closed(): void;
}

export const NAME_COLUMN = 'name';
export const HOLD_COLUMN = 'hold';
