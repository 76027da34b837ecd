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
export function nodeTotals(accumulator: Accumulator, node: number, periods: number[]): NodeTotals {
  const { view } = accumulator;
  const first = view.firstCell[node];
  const end = view.endCell[node];
  const leaves = (view.cellStart[end] - view.cellStart[first]) * periods.length;
  // Plain numbers, as fields of an object would be written back at every step.
  let total = 0;
  let spokenHere = 0;
  let heldHere = 0;
  for (const period of periods) {
    const sum = accumulator.sum[period];
    const spoken = accumulator.spoken[period];
    const held = accumulator.held[period];
    for (let cell = first; cell < end; cell++) {
      total += sum[cell];
      spokenHere += spoken[cell];
      heldHere += held[cell];
    }
  }
  return { sum: total, spoken: spokenHere, held: heldHere, leaves };
}
