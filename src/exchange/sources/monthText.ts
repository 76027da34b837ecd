import { monthIndexOf } from '~/domain/period';
import { isOpenDate, NO_DATE } from '../csv/calendarDate';
import { dateFromText } from '../csv/dateText';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The month a text names, as months since 1970-01: 2024-03, 2024/3, 2024年3月, 202403, Mar-24, March 2024, 3/2024, or a day in
 * it. A month without a year, and a date whose order nobody settled, is null.
 */
export function monthFromText(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const yearFirst = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?(?:份)?$/.exec(plain);
  if (yearFirst) return monthAt(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (monthFirst) return monthAt(Number(monthFirst[2]), Number(monthFirst[1]));
  const named = /^([a-z]{3,9})\.?[-\s,'’]*(\d{2}|\d{4})$/i.exec(plain);
  if (named) {
    const year = Number(named[2]);
    return monthAt(year < 100 ? 2000 + year : year, MONTHS.indexOf(named[1].slice(0, 3).toLowerCase()) + 1);
  }
  const day = dateFromText(plain);
  return day === NO_DATE || isOpenDate(day) ? null : monthIndexOf(day);
}

const monthAt = (year: number, month: number): number | null =>
  month >= 1 && month <= 12 && year >= 1900 && year <= 2199 ? (year - 1970) * 12 + month - 1 : null;
