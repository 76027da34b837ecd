import type { Accumulator } from './accumulator';

export interface NodeTotals {
  sum: number;
  /** Leaf values with a number; 0 = the cell is blank. */
  spoken: number;
  held: number;
  /** Leaf values there are: lines × periods. */
  leaves: number;
}

/** What one node shows over a set of periods (a month, a quarter, the year). */
export function nodeTotals(_accumulator: Accumulator, _node: number, _periods: number[]): NodeTotals {
  throw new RangeError('not built yet');
}
