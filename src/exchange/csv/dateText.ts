import { NO_DATE, openDate, realDay } from './calendarDate';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /(?:[T\s]+|(?<=日))(?:(?:上午|下午|AM|PM)\s*)?\d{1,2}(?::\d{2}|\s*[时時点]).*$/i;
const WEEKDAY =
  /\s*[(\s](?:星期|周|週)?[一二三四五六日天][)]?$|\s*(?:星期|周|週)[一二三四五六日天]$|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
/** Years of the Republic: 113 is 2024. */
const REPUBLIC = 1911;
/** Spreadsheet serials from 1954 to 2119; day 25,569 is 1970-01-01. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const SERIAL_EPOCH = 25_569;

/**
 * The day number of a date in text, beyond what bytes alone give: 2024年3月15日, full-width digits, blanks around, month
 * names in English (15-Mar-2024), spreadsheet serial numbers. An open date for 3/15/2024, `NO_DATE` for no date.
 */
export function dateFromText(text: string): number {
  if (text.length > MAX_LENGTH) return NO_DATE;
  const plain = text.normalize('NFKC').trim().replace(TIME, '').replace(WEEKDAY, '');
  const republic = /^(?:民[国國])?\s*(\d{2,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(plain);
  if (republic && (republic[1].length === 3 || plain.startsWith('民'))) {
    return realDay(Number(republic[1]) + REPUBLIC, Number(republic[2]), Number(republic[3]));
  }
  const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(plain);
  if (chinese) return realDay(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
  const numbers = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})$/.exec(plain);
  if (numbers) return ordered(numbers[1], numbers[3], numbers[4]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (compact) return realDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dayFirst = /^(\d{1,2})[-\s./]+([a-z]{3,9})\.?[-\s,/]+(\d{4}|\d{2})$/i.exec(plain);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(plain);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  return SERIAL.test(plain) ? Math.floor(Number(plain)) - SERIAL_EPOCH : NO_DATE;
}

const MAX_LENGTH = 60;

function ordered(a: string, b: string, c: string): number {
  if (a.length === 4) return c.length <= 2 ? realDay(Number(a), Number(b), Number(c)) : NO_DATE;
  if (a.length === 3) return a < '080' || a > '190' ? NO_DATE : realDay(Number(a) + REPUBLIC, Number(b), Number(c));
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return NO_DATE;
  return openDate(Number(a), Number(b), Number(c));
}

function named(year: string, month: string, date: string): number {
  if (year.length === 2) return named(`20${year}`, month, date);
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? NO_DATE : realDay(Number(year), index + 1, Number(date));
}
