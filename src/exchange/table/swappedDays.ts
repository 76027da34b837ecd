import { civilOf, dayOf, isoDate, isRealDate } from '~/domain/period';
import { closeDate, isOpenDate, NO_DATE } from '../csv/calendarDate';
import { cellDay, serialDay } from './cellDate';
import { cellTextOf } from './gridCell';
import type { GridCell } from './sheetGrid';

const LEAST = 3;

/**
 * A spreadsheet that opens 12/5/2001 in the wrong country makes 12 May of it, and leaves 10/29/2001 a text. So: texts of which
 * each fits one order only, beside days whose date is never above 12. Those days are given back with day and month in their
 * places, as texts; null where the column does not look so.
 */
export function swappedDays(cells: readonly GridCell[], from1904: boolean): GridCell[] | null {
  let texts = 0;
  let days = 0;
  const orders = { mdy: 0, dmy: 0 };
  for (const cell of cells) {
    if (typeof cell === 'string') {
      const text = cellTextOf(cell);
      if (text === '') continue;
      const day = cellDay(text, from1904);
      if (!isOpenDate(day)) return null;
      texts++;
      const [mdy, dmy] = [closeDate(day, 'mdy') !== NO_DATE, closeDate(day, 'dmy') !== NO_DATE];
      if (mdy && dmy) return null;
      orders[mdy ? 'mdy' : 'dmy']++;
    } else if (cell !== null && typeof cell === 'object') {
      const day = serialDay(cell.serial, from1904);
      if (day < -100_000 || civilOf(day).date > 12) return null;
      days++;
    } else if (cell !== null) return null;
  }
  if (texts < LEAST || days < LEAST || (orders.mdy > 0 && orders.dmy > 0)) return null;
  return cells.map((cell) => {
    if (cell === null || typeof cell !== 'object') return cell;
    const { year, month, date } = civilOf(serialDay(cell.serial, from1904));
    return isRealDate(year, date, month) ? isoDate(dayOf(year, date, month)) : cell;
  });
}
