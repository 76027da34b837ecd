import type { ColumnData } from './columnData';
import type { LineTable } from './lineTable';

/**
 * One period of a column by line id instead of position: what is stored and compared. Lines that are gone are blank.
 * Equal plans give equal bytes, whatever the physical order.
 */
export function columnByLine(
  _lines: LineTable,
  _column: ColumnData,
  _period: number,
): { value: Float64Array; state: Uint8Array } {
  throw new RangeError('not built yet');
}

/** The way back: writes stored values of line ids `first …` into a column. */
export function fillColumnByLine(
  _lines: LineTable,
  _column: ColumnData,
  _segment: { period: number; first: number; value: Float64Array; state: Uint8Array },
): void {
  throw new RangeError('not built yet');
}
