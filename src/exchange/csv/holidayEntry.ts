import { isOpenDate, NO_DATE } from './calendarDate';
import { dateFromText } from './dateText';

/** One entry of a holiday file before it is checked. */
export interface HolidayEntry {
  /** Record number in the file as a person counts. */
  row: number;
  /** What stands there, to be shown where it was not understood. */
  said: string;
  /** Day numbers, both inside; null = not understood. */
  from: number | null;
  to: number | null;
  kind: 'off' | 'work' | null;
  name: string;
}

/** A date that can be read in one way only; 3/4/2027 could be two days and is none. */
export function certainDay(text: string): number | null {
  const day = dateFromText(text);
  return day === NO_DATE || isOpenDate(day) ? null : day;
}

const WORK = /^(work|working|workday|working day|make-?up|班|上班|补班|调休上班|工作日)$/i;
const OFF = /^(off|holiday|day off|rest|休|假|放假|休息|休假|节假日)$/i;

/** What a word in Chinese or English says of a day; null = no such word. */
export function holidayKind(word: string): 'off' | 'work' | null {
  const plain = word.normalize('NFKC').trim();
  if (WORK.test(plain)) return 'work';
  return OFF.test(plain) ? 'off' : null;
}
