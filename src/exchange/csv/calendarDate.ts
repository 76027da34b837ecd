import { type Day, dayOf } from '~/domain/period';

export const DATE_ORDERS = ['mdy', 'dmy', 'ymd'] as const;
/** Which of three numbers is the month, where the year does not stand first with four digits. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Not a date in any reading. */
export const NO_DATE = -0x80000000;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Day numbers stay far below this bit: whatever carries it waits for the order of its column. */
const OPEN = 0x40000000;
const SHORT_YEAR = 0x20000000;

/** First days of all months from FIRST_YEAR on, and of the month after: a column of dates is read by looking up. */
const MONTH_STARTS = Int32Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 + 1 }, (_, index) =>
  dayOf(FIRST_YEAR + Math.floor(index / 12), 1 + (index % 12), 1),
);

/** The day number of a full date, `NO_DATE` where it does not exist or is outside 1900–2199. */
export function realDay(year: number, month: number, date: number): Day {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && date >= 1)) return NO_DATE;
  const index = (year - FIRST_YEAR) * 12 + month - 1;
  const day = MONTH_STARTS[index] + date - 1;
  return day < MONTH_STARTS[index + 1] ? day : NO_DATE;
}

/**
 * Three numbers whose order only the whole column can tell, packed into one integer: a/b/2024, or a/b/c with a year of
 * two digits. `NO_DATE` where no order makes a date of them.
 */
export function openDate(a: number, b: number, c: number): number {
  const short = c < 100;
  if (a > 99 || b > 99 || (!short && (c < FIRST_YEAR || c > LAST_YEAR))) return NO_DATE;
  const packed = OPEN | (short ? SHORT_YEAR : 0) | (c << 14) | (a << 7) | b;
  const fits = closeDate(packed, 'mdy') !== NO_DATE || closeDate(packed, 'dmy') !== NO_DATE;
  return fits || (short && closeDate(packed, 'ymd') !== NO_DATE) ? packed : NO_DATE;
}

export const isOpenDate = (value: number): boolean => value >= OPEN;
export const hasShortYear = (value: number): boolean => isOpenDate(value) && (value & SHORT_YEAR) !== 0;

/** The day an open date means in the given order, `NO_DATE` where that date does not exist. Full dates pass. */
export function closeDate(value: number, order: DateOrder): Day {
  if (!isOpenDate(value)) return value;
  const a = (value >> 7) & 127;
  const b = value & 127;
  const c = (value >> 14) & 4095;
  if ((value & SHORT_YEAR) === 0) {
    if (order === 'ymd') return NO_DATE;
    return order === 'mdy' ? realDay(c, a, b) : realDay(c, b, a);
  }
  if (order === 'ymd') return realDay(century(a), b, c);
  return order === 'mdy' ? realDay(century(c), a, b) : realDay(century(c), b, a);
}

/** 00–69 is this century, 70–99 the last, as in POSIX. */
const century = (year: number): number => (year < 70 ? 2000 + year : 1900 + year);
