import type { DetectedTable } from './detectedTable';

/**
 * True where the import of plain files reads the original as this table does: text with one header line, nothing left out
 * behind it, all rows of one length, no units, no months as columns, every cell as it stands. Then the bytes may go straight to the fast path.
 */
export function isPlain(table: DetectedTable): boolean {
  const { source, headerRow, headerRows, layout, dropped, droppedColumns, delimiter, columns } = table;
  if (source !== 'text' || headerRows !== 1 || layout !== 'long' || delimiter === ' ' || table.ragged) return false;
  // Empty lines are passed over by every reader; other rows behind the header are not.
  if (dropped.some((row) => row.row > headerRow && (row.reason !== 'blank' || row.text !== ''))) return false;
  return droppedColumns.length === 0 && columns.every((column) => column.plain);
}
