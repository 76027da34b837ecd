import type { ColumnData } from './columnData';
import type { LineTable } from './lineTable';
import { mainOrder } from './mainOrder';
import { eachArray } from './sharedColumn';
import type { ViewLevel } from './view';

/**
 * Brings all lines, the tail too, into the order of the main hierarchy, with every column that lives on them. No line id
 * changes, so nothing that is stored changes; views, accumulators and edits made before are stale afterwards.
 */
export function mergeTail(lines: LineTable, columns: ColumnData[], order: ViewLevel[]): void {
  const { count } = lines;
  const from = mainOrder(order, lines.codes, count);
  const numbers = new Float64Array(count);
  const arrange = (array: { [i: number]: number }): void => {
    for (let i = 0; i < count; i++) numbers[i] = array[from[i]];
    for (let i = 0; i < count; i++) array[i] = numbers[i];
  };
  for (const column of lines.codes) arrange(column);
  arrange(lines.lineId);
  eachArray(columns, arrange);
  for (let i = 0; i < count; i++) lines.positionOf[lines.lineId[i]] = i;
  lines.sorted = count;
}
