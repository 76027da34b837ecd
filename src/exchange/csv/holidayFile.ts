import { type Issue, issue } from '~/domain/issue';
import type { HolidayList } from '~/domain/record';
import { fail, ok, type Result } from '~/domain/result';
import { detectEncoding } from './encoding';
import type { HolidayEntry } from './holidayEntry';
import { holidayRows } from './holidayRows';
import { icsHolidays } from './icsHolidays';
import { jsonHolidays } from './jsonHolidays';

/** No holiday is longer; what seems so is a mistyped year. */
const LONGEST = 60;
/** More mistakes are not listed: the file is then something else. */
const MOST_ISSUES = 20;
/** Enough for a list of many years; a larger file is no list of days off. */
export const MOST_HOLIDAY_BYTES = 4_000_000;

/**
 * The days off and make-up working days of a file, whatever encoding it has: CSV rows of a date (or first and last date),
 * off or work, and a name; JSON of dates; an ICS calendar of whole days. Words in Chinese and English; a row without a word
 * is a day off. All or nothing: every row that is not understood is an issue with its number. No day is refused.
 */
export function holidaysFromFile(bytes: Uint8Array): Result<HolidayList['days']> {
  const found = bytes.length > MOST_HOLIDAY_BYTES ? null : detectEncoding(bytes);
  if (!found) return fail(issue('holidays/unreadable'));
  return holidaysFromText(new TextDecoder(found.encoding).decode(bytes.subarray(found.bom)));
}

/** The same of text that is decoded already. */
export function holidaysFromText(text: string): Result<HolidayList['days']> {
  const entries = entriesOf(text.trim());
  if (!entries || entries.length === 0) return fail(issue('holidays/unreadable'));
  const issues: Issue[] = [];
  const days: HolidayList['days'] = [];
  for (const { row, said, from, to, kind, name } of entries) {
    if (from === null || to === null || to < from || to - from >= LONGEST) {
      issues.push(issue('import/badDate', { value: said }, { row }));
    } else if (kind === null) {
      issues.push(issue('holidays/unreadable', { value: said }, { row }));
    } else {
      for (let day = from; day <= to; day += 1) days.push({ day, kind, name });
    }
  }
  return issues.length > 0 ? fail(...issues.slice(0, MOST_ISSUES)) : ok(days);
}

function entriesOf(text: string): HolidayEntry[] | null {
  if (text.startsWith('{') || text.startsWith('[')) return jsonHolidays(text);
  return /^BEGIN:VCALENDAR/i.test(text) ? icsHolidays(text) : holidayRows(text);
}
