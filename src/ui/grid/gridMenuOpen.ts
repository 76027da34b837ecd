import type { ActiveCell } from './activeCell';

/** The cell whose menu is open; `head` where it was asked for on the head of the column, whose total it then is. */
export interface GridMenuOpen {
  cell: ActiveCell;
  head: Element | null;
}
