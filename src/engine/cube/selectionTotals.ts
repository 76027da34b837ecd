import { type ColumnData, HELD, SPOKEN } from './columnData';
import type { NodeTotals } from './nodeTotals';
import { rowCount, type Selection } from './rows';

/** Sum, spoken, held and leaf count of any selection, straight from the leaves: the check on everything kept by deltas. */
export function selectionTotals(column: ColumnData, { rows, periods }: Selection): NodeTotals {
  const count = rowCount(rows);
  const totals: NodeTotals = { sum: 0, spoken: 0, held: 0, leaves: count * periods.length };
  for (const period of periods) {
    const value = column.value[period];
    const state = column.state[period];
    for (let j = 0; j < count; j++) {
      const i = rows instanceof Uint32Array ? rows[j] : rows.first + j;
      totals.sum += value[i];
      totals.spoken += state[i] & SPOKEN;
      totals.held += (state[i] & HELD) >>> 1;
    }
  }
  return totals;
}
