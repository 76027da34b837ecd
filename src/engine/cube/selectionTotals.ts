import type { ColumnData } from './columnData';
import type { NodeTotals } from './nodeTotals';
import type { Selection } from './rows';

/** Sum, spoken, held and leaf count of any selection, straight from the leaves: the check on everything kept by deltas. */
export function selectionTotals(_column: ColumnData, _selection: Selection): NodeTotals {
  throw new RangeError('not built yet');
}
