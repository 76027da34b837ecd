import { civilOf, daysInMonth, monthId, monthIndexOf } from '~/domain/period';
import { closeDate, isOpenDate, NO_DATE } from '../csv/calendarDate';
import { cellDay } from './cellDate';
import { cellTextOf, lookOf } from './gridCell';
import type { GridCell, SheetGrid } from './sheetGrid';

const PROBE = 40;
const LEAST = 2;

/**
 * The rows of a grid with months instead of days where a line of names is made of them: a spreadsheet writes "Jan 24" over a
 * column as 1 January and only shows the month. First or last days of months that rise from left to right, beside names only.
 */
export function headerDates({ rows, from1904 }: SheetGrid): GridCell[][] {
  const changed = [...rows];
  for (let i = 0; i < Math.min(PROBE, rows.length); i++) {
    const months = new Map<number, string>();
    let before = Number.NEGATIVE_INFINITY;
    let fits = true;
    for (const [c, cell] of rows[i].entries()) {
      const look = lookOf(cell);
      if (look === 'blank' || look === 'label' || look === 'period') continue;
      const month = look === 'date' ? monthAt(cell, from1904) : null;
      if (month === null || month.index <= before) {
        fits = false;
        break;
      }
      before = month.index;
      months.set(c, month.id);
    }
    if (!fits || months.size < LEAST) continue;
    changed[i] = rows[i].map((cell, c) => months.get(c) ?? cell);
  }
  return changed;
}

function monthAt(cell: GridCell, from1904: boolean): { index: number; id: string } | null {
  const read = cellDay(typeof cell === 'string' ? cellTextOf(cell) : cell, from1904);
  const day = isOpenDate(read) ? closeDate(read, 'mdy') : read;
  if (day === NO_DATE || day < 0) return null;
  const { year, month, date } = civilOf(day);
  return date === 1 || date === daysInMonth(year, month)
    ? { index: monthIndexOf(day), id: monthId(year, month) }
    : null;
}
