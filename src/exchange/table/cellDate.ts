import { type Day, dayOf, isoDate } from '~/domain/period';
import { isOpenDate, NO_DATE } from '../csv/calendarDate';
import { dateFromText } from '../csv/dateText';
import { headerPeriod } from './headerPeriod';
import type { GridCell } from './sheetGrid';

/** A date that a spreadsheet shows and that never was: 29 February 1900. */
export const UNREAL_DATE = -0x7fffffff;

const BEFORE_1900_BUG = dayOf(1899, 12, 31);
const AFTER_1900_BUG = dayOf(1899, 12, 30);
const FROM_1904 = dayOf(1904, 1, 1);
const LAST_SERIAL = 109_574; // 2199-12-31

/**
 * The day of a spreadsheet's serial number. Spreadsheets count a 29 February 1900 that never was: 59 is 28 February, 60 is
 * `UNREAL_DATE`, 61 is 1 March. Counted from 1904 where the book says so. `NO_DATE` below 1 (a time of day) and beyond 2199.
 */
export function serialDay(serial: number, from1904: boolean): Day {
  const whole = Math.floor(serial);
  if (from1904) return whole >= 0 && whole <= LAST_SERIAL - 1462 ? FROM_1904 + whole : NO_DATE;
  if (whole < 1 || whole > LAST_SERIAL) return NO_DATE;
  if (whole === 60) return UNREAL_DATE;
  return (whole < 60 ? BEFORE_1900_BUG : AFTER_1900_BUG) + whole;
}

/** No date is longer. */
const MOST_LENGTH = 60;
const SERIAL_TEXT = /^\d{1,6}(?:\.\d+)?$/;

/** The day of a cell in a column of dates: real, open (3/4/2024), `UNREAL_DATE`, or `NO_DATE`. */
export function cellDay(cell: GridCell, from1904: boolean): number {
  if (typeof cell === 'number') return compactDay(String(cell)) ?? serialDay(cell, from1904);
  if (cell === null || typeof cell === 'boolean') return NO_DATE;
  if (typeof cell === 'object') return serialDay(cell.serial, from1904);
  if (cell.length > MOST_LENGTH) return NO_DATE;
  const plain = cell.normalize('NFKC').trim();
  if (SERIAL_TEXT.test(plain)) return serialDay(Number(plain), from1904);
  return dateFromText(cell);
}

function compactDay(text: string): number | null {
  if (!/^(?:19|20)\d{6}$/.test(text)) return null;
  const day = dateFromText(text);
  return day === NO_DATE ? null : day;
}

/** The month of a cell in a column of months, as '2024-03'; null for none. A month without a year takes the title's. */
export function cellMonth(cell: GridCell, year: number | null, from1904: boolean): string | null {
  if (cell !== null && typeof cell === 'object') {
    const day = serialDay(cell.serial, from1904);
    return day === NO_DATE || day === UNREAL_DATE ? null : isoDate(day).slice(0, 7);
  }
  if (typeof cell === 'boolean' || cell === null) return null;
  if (typeof cell === 'string' && cell.length > MOST_LENGTH) return null;
  const period = headerPeriod(String(cell));
  if (period?.kind !== 'month' || period.rest !== '') {
    const day = typeof cell === 'string' ? dateFromText(cell) : NO_DATE;
    return day === NO_DATE || isOpenDate(day) || SERIAL_TEXT.test(String(cell).trim())
      ? null
      : isoDate(day).slice(0, 7);
  }
  const of = period.year ?? year;
  return of === null ? null : `${of}-${String(period.index).padStart(2, '0')}`;
}
