import type { ColumnData } from './columnData';
import { GONE, type LineTable } from './lineTable';
import { ownPeriod } from './sharedColumn';

/**
 * One period of a column by line id instead of position: what is stored and compared. Lines that are gone are blank.
 * Equal plans give equal bytes, whatever the physical order.
 */
export function columnByLine(
  lines: LineTable,
  column: ColumnData,
  period: number,
): { value: Float64Array; state: Uint8Array } {
  const value = new Float64Array(lines.nextLine);
  const state = new Uint8Array(lines.nextLine);
  const fromValue = column.value[period];
  const fromState = column.state[period];
  for (let position = 0; position < lines.count; position++) {
    const line = lines.lineId[position];
    value[line] = fromValue[position];
    state[line] = fromState[position];
  }
  return { value, state };
}

/** The way back: writes stored values of the line ids from `first` on into a column. Lines that are gone are skipped. */
export function fillColumnByLine(
  lines: LineTable,
  column: ColumnData,
  { period, first, value, state }: { period: number; first: number; value: Float64Array; state: Uint8Array },
): void {
  ownPeriod(column, period);
  const toValue = column.value[period];
  const toState = column.state[period];
  const known = Math.min(value.length, lines.nextLine - first);
  for (let i = 0; i < known; i++) {
    const position = lines.positionOf[first + i];
    if (position === GONE) continue;
    toValue[position] = value[i];
    toState[position] = state[i];
  }
}
