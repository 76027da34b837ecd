import type { ColumnData } from './columnData';
import type { LineTable } from './lineTable';
import type { ViewLevel } from './view';

/**
 * Brings all lines, the tail too, into the order of the main hierarchy, with every column that lives on them. No line id
 * changes, so nothing that is stored changes; views, accumulators and edits made before are stale afterwards.
 */
export function mergeTail(_lines: LineTable, _columns: ColumnData[], _order: ViewLevel[]): void {
  throw new RangeError('not built yet');
}
