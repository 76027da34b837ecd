import { HOLIDAY_DECREES, LUNAR_FEASTS } from './holidays';
import { civilOf, type Day, dayOf, weekdayOf } from './period';
import type { HolidayList } from './record';

export const HOLIDAY_CALENDARS = ['CN', 'none'] as const;

/** 'CN' = mainland China with make-up days; 'none' = Monday to Friday, no holidays. */
export type HolidayCalendarId = (typeof HOLIDAY_CALENDARS)[number];

/** Days off and make-up days that people brought, over the built-in ones of a calendar. */
export interface Holidays {
  id: HolidayCalendarId;
  days: HolidayList['days'];
}

/**
 * A year with at least this many days off brought by people has its decree: the statutory eleven (thirteen since 2025) are
 * no longer assumed for it. Fewer are a firm's own days off, which come on top.
 */
const DECREED_DAYS = 7;

/** Working days of a range of whole calendar years, laid out once so that any count is two look-ups. */
export interface WorkingCalendar {
  id: HolidayCalendarId;
  from: Day;
  to: Day;
  /** before[i] = working days from `from` up to, not including, day from + i; one entry more than days. */
  before: Uint32Array;
  /** Years whose decree is not known: statutory days are assumed, and the page says so. */
  assumedYears: readonly number[];
}

/**
 * Lays out the working days of every calendar year that touches from..to. A year of 'CN' without a decree takes the
 * statutory days (from 2025: eve of Spring Festival to its third day, two days of May, three of October, one each for
 * the others; a day that meets a weekend moves to the next open day) and is listed in `assumedYears`. Days that people
 * brought win over all of that.
 */
export function workingCalendar(holidays: HolidayCalendarId | Holidays, from: Day, to: Day): WorkingCalendar {
  if (to < from) throw new RangeError(`working calendar ends before it starts: ${from}..${to}`);
  const { id, days } = typeof holidays === 'string' ? { id: holidays, days: [] } : holidays;
  const firstYear = civilOf(from).year;
  const lastYear = civilOf(to).year;
  const first = dayOf(firstYear, 1, 1);
  const last = dayOf(lastYear, 12, 31);
  const open = new Uint8Array(last - first + 1);
  for (let i = 0; i < open.length; i++) open[i] = weekdayOf(first + i) <= 5 ? 1 : 0;
  const assumedYears: number[] = [];
  if (id === 'CN') {
    const brought = daysOffByYear(days);
    for (let year = firstYear; year <= lastYear; year++) {
      if (applyDecree(open, first, year) || (brought.get(year) ?? 0) >= DECREED_DAYS) continue;
      applyStatutoryDays(open, first, year);
      assumedYears.push(year);
    }
  }
  for (const { day, kind } of days) if (day >= first && day <= last) open[day - first] = kind === 'work' ? 1 : 0;
  const before = new Uint32Array(open.length + 1);
  for (let i = 0; i < open.length; i++) before[i + 1] = before[i] + open[i];
  return { id, from: first, to: last, before, assumedYears };
}

/** Working days from..to, both inside; 0 when `to` lies before `from`. Days outside the calendar are a RangeError. */
export function workingDays(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return 0;
  return countBefore(calendar, to + 1) - countBefore(calendar, from);
}

export const isWorkingDay = (calendar: WorkingCalendar, day: Day): boolean => workingDays(calendar, day, day) === 1;

/**
 * The day by which as many working days of a period have passed as `elapsed`, for "the same working days last year".
 * With `throughRest` the days off that follow count in too (the day asked about was itself a day off). Stays within
 * from − 1 … to: from − 1 when nothing has passed yet.
 */
export function dayAfterWorkingDays(
  calendar: WorkingCalendar,
  range: { from: Day; to: Day },
  passed: { elapsed: number; throughRest: boolean },
): Day {
  const goal = countBefore(calendar, range.from) + passed.elapsed;
  let day = range.from - 1;
  while (day < range.to && countBefore(calendar, day + 1) < goal) day++;
  if (passed.throughRest) while (day < range.to && countBefore(calendar, day + 2) === goal) day++;
  return day;
}

/** Spring Festival's first day in a year, null outside the table (2015–2035). */
export function springFestival(year: number): Day | null {
  const feasts = LUNAR_FEASTS[year];
  return feasts ? dayInYear(year, feasts[0]) : null;
}

function daysOffByYear(days: Holidays['days']): Map<number, number> {
  const count = new Map<number, number>();
  for (const { day, kind } of days) {
    const { year } = civilOf(day);
    if (kind === 'off') count.set(year, (count.get(year) ?? 0) + 1);
  }
  return count;
}

function countBefore(calendar: WorkingCalendar, day: Day): number {
  const i = day - calendar.from;
  if (!(i >= 0 && i < calendar.before.length)) {
    throw new RangeError(`day ${day} is outside the working calendar ${calendar.from}..${calendar.to}`);
  }
  return calendar.before[i];
}

function dayInYear(year: number, monthAndDate: string): Day {
  return dayOf(year, Number(monthAndDate.slice(0, 2)), Number(monthAndDate.slice(3)));
}

function applyDecree(open: Uint8Array, first: Day, year: number): boolean {
  const decree = HOLIDAY_DECREES[year];
  if (!decree) return false;
  for (const [from, to] of decree.off) open.fill(0, dayInYear(year, from) - first, dayInYear(year, to) - first + 1);
  for (const day of decree.makeUp) open[dayInYear(year, day) - first] = 1;
  return true;
}

function applyStatutoryDays(open: Uint8Array, first: Day, year: number): void {
  const end = dayOf(year, 12, 31) - first;
  for (const [start, length] of statutoryRuns(year)) {
    let moved = 0;
    for (let i = 0; i < length; i++) {
      const at = start - first + i;
      if (open[at] === 1) open[at] = 0;
      else moved++;
    }
    for (let at = start - first + length; moved > 0 && at <= end; at++) {
      if (open[at] === 0) continue;
      open[at] = 0;
      moved--;
    }
  }
}

/** First day and length of each statutory holiday: 11 days a year up to 2024, 13 since. */
function statutoryRuns(year: number): [Day, number][] {
  const more = year >= 2025 ? 1 : 0;
  const runs: [Day, number][] = [
    [dayOf(year, 1, 1), 1],
    [dayOf(year, 4, qingmingDate(year)), 1],
    [dayOf(year, 5, 1), 1 + more],
    [dayOf(year, 10, 1), 3],
  ];
  const feasts = LUNAR_FEASTS[year];
  if (feasts) {
    runs.push([dayInYear(year, feasts[0]) - more, 3 + more]);
    runs.push([dayInYear(year, feasts[1]), 1]);
    // Mid-Autumn inside the National Day holiday moves behind it like a weekend does.
    runs.push([dayInYear(year, feasts[2]), 1]);
  }
  return runs;
}

/** Date of Qingming in April, by the usual rule of thumb for 2000–2099; the 4th elsewhere. */
function qingmingDate(year: number): number {
  if (year < 2000 || year > 2099) return 4;
  const y = year - 2000;
  return Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4);
}
