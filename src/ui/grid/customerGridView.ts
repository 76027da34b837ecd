import type { ListColumn } from '~/domain/customerList';

/** A column as the page wants it shown. The page owns all words. */
export interface CustomerGridColumn {
  id: ListColumn;
  head: string;
  /** Said where the pointer rests on the head: what it means, and why it is empty. */
  hint: string;
  look: 'name' | 'text' | 'number' | 'flag' | 'trend';
  width: number;
  editable: boolean;
  /** Numbers start with the largest, texts at A. */
  startsDown: boolean;
  sorted: 'asc' | 'desc' | null;
  /** May be summed in the status bar. */
  sums: boolean;
}

/** What one cell says: its text, and for states a name that the style sheet knows. */
export interface CustomerCellWords {
  text: string;
  state?: string;
}

export const SELECT_COLUMN = 'select';

/** A row of the grid is its place in the list; who stands there is known when its page has come. */
export interface CustomerStub {
  id: string;
  row: number;
}

/** What cells read; handed to the grid as its context. */
export interface CustomerGridContext {
  words(row: number, column: ListColumn): CustomerCellWords;
  totalText(column: ListColumn): string;
  trend(row: number): Float64Array | null;
  isTicked(row: number): boolean;
  tickLabel(row: number): string;
  tick(row: number, isOn: boolean, through: boolean): void;
  tickAll(isOn: boolean): void;
  allTicked(): boolean;
  tickAllLabel(): string;
  open(row: number): void;
  /** The text that an editor begins with, and texts to choose from. */
  entry(row: number, column: ListColumn): string;
  offers(column: ListColumn): readonly string[];
  label(row: number, column: ListColumn): string;
}

export const TOTAL_ROW = -1;
