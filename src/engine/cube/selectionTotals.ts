import { type ColumnData, HELD, SPOKEN } from './columnData';
import type { NodeTotals } from './nodeTotals';
import { isRange, rowCount, type Selection } from './rows';

/** Sum, spoken, held and leaf count of any selection, straight from the leaves: the check on everything kept by deltas. */
export function selectionTotals(column: ColumnData, { rows, periods }: Selection): NodeTotals {
  const count = rowCount(rows);
  const totals: NodeTotals = { sum: 0, spoken: 0, held: 0, leaves: count * periods.length };
  for (const period of periods) {
    const value = column.value[period];
    const state = column.state[period];
    if (isRange(rows)) addRange(totals, value, { state, ...rows });
    else addListed(totals, value, { state, rows });
  }
  return totals;
}

function addRange(
  totals: NodeTotals,
  value: Float64Array,
  { state, first, end }: { state: Uint8Array; first: number; end: number },
): void {
  let sum = 0;
  let spoken = 0;
  let held = 0;
  for (let i = first; i < end; i++) {
    const bits = state[i];
    sum += value[i];
    spoken += bits & SPOKEN;
    held += bits & HELD;
  }
  totals.sum += sum;
  totals.spoken += spoken;
  totals.held += held / HELD;
}

function addListed(
  totals: NodeTotals,
  value: Float64Array,
  { state, rows }: { state: Uint8Array; rows: Uint32Array },
): void {
  let sum = 0;
  let spoken = 0;
  let held = 0;
  for (let j = 0; j < rows.length; j++) {
    const i = rows[j];
    sum += value[i];
    spoken += state[i] & SPOKEN;
    held += state[i] & HELD;
  }
  totals.sum += sum;
  totals.spoken += spoken;
  totals.held += held / HELD;
}
