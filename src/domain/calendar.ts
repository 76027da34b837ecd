import { type Day, dayOf, monthIndexOf, monthPeriodAt, type Period, weekdayOf } from './period';

/** Weeks of the three periods of every quarter. */
export const WEEK_PATTERNS = ['445', '454', '544'] as const;
export type WeekPattern = (typeof WEEK_PATTERNS)[number];

/**
 * On which day a fiscal year of whole weeks ends: always the same weekday (Monday = 1 … Sunday = 7), either the last one
 * in the month before `startMonth` or the one nearest to that month's end. ISO 8601 weeks are Sunday, nearest, January.
 */
export interface WeekRule {
  weekday: number;
  end: 'last' | 'nearest';
}

interface YearStart {
  startMonth: number;
  /** A fiscal year is named by the calendar year it starts or ends in. */
  nameBy: 'start' | 'end';
}

/**
 * How a plan cuts time: calendar months, twelve periods of whole weeks, or weeks. A year of weeks has 52 or 53 of them; the
 * 53rd belongs to the last period and the last quarter.
 */
export type FiscalCalendar =
  | ({ kind: 'months' } & YearStart)
  | ({ kind: 'pattern'; pattern: WeekPattern; weekRule: WeekRule } & YearStart)
  | ({ kind: 'weeks'; weekRule: WeekRule } & YearStart);

export const CALENDAR_YEAR: FiscalCalendar = { kind: 'months', startMonth: 1, nameBy: 'end' };
export const ISO_WEEKS: FiscalCalendar = {
  kind: 'weeks',
  startMonth: 1,
  nameBy: 'end',
  weekRule: { weekday: 7, end: 'nearest' },
};

/** Neighbouring leaf periods that are read as one: '2027-Q1', '2027-H1'. */
export interface Stretch {
  id: string;
  /** Index of its first and last leaf period within the plan, both inside. */
  first: number;
  last: number;
}

export type Quarter = Stretch;

export interface FiscalYear {
  /** The number people call it by: 2027 for FY2027. */
  year: number;
  periods: Period[];
  quarters: Quarter[];
  halves: Stretch[];
}

/** The leaf periods, quarters and halves of the fiscal year that people call `year`: gapless, in order, nothing else. */
export function fiscalYear(calendar: FiscalCalendar, year: number): FiscalYear {
  const periods = periodsOf(calendar, year);
  // Weeks: 13 to a quarter, and the last quarter takes the 53rd. Months and periods: three to a quarter.
  const size = calendar.kind === 'weeks' ? 13 : 3;
  const end = periods.length - 1;
  const stretches = (letter: string, count: number, length: number): Stretch[] =>
    Array.from({ length: count }, (_, i) => ({
      id: `${year}-${letter}${i + 1}`,
      first: i * length,
      last: i === count - 1 ? end : (i + 1) * length - 1,
    }));
  return { year, periods, quarters: stretches('Q', 4, size), halves: stretches('H', 2, size * 2) };
}

/** First and last day of the fiscal year that people call `year`, both inside. */
export function fiscalSpan(calendar: FiscalCalendar, year: number): { from: Day; to: Day } {
  const monthsEnd = (named: number): Day => {
    const started = calendar.nameBy === 'end' && calendar.startMonth > 1 ? named - 1 : named;
    return dayOf(started, calendar.startMonth, 1) - 1;
  };
  if (calendar.kind === 'months') return { from: monthsEnd(year) + 1, to: monthsEnd(year + 1) };
  const { weekRule } = calendar;
  return { from: weekEnd(monthsEnd(year), weekRule) + 1, to: weekEnd(monthsEnd(year + 1), weekRule) };
}

/** The name of the fiscal year a day falls into. */
export function fiscalYearOfDay(calendar: FiscalCalendar, day: Day): number {
  const byMonth = fiscalYearOfMonth(calendar, monthIndexOf(day));
  for (const year of [byMonth - 1, byMonth, byMonth + 1]) {
    const { from, to } = fiscalSpan(calendar, year);
    if (from <= day && day <= to) return year;
  }
  throw new RangeError(`no fiscal year holds day ${day}`);
}

/** The name of the fiscal year that would hold a month if years began with months: exact for calendars of months. */
export function fiscalYearOfMonth(calendar: FiscalCalendar, monthIndex: number): number {
  const offset = monthIndex - (calendar.startMonth - 1);
  const startYear = 1970 + Math.floor(offset / 12);
  return calendar.nameBy === 'end' && calendar.startMonth > 1 ? startYear + 1 : startYear;
}

function periodsOf(calendar: FiscalCalendar, year: number): Period[] {
  const { from, to } = fiscalSpan(calendar, year);
  if (calendar.kind === 'months') {
    const first = monthIndexOf(from);
    return Array.from({ length: 12 }, (_, p) => monthPeriodAt(first + p));
  }
  const weeks = (to - from + 1) / 7;
  const lengths =
    calendar.kind === 'weeks'
      ? Array.from({ length: weeks }, () => 1)
      : Array.from({ length: 12 }, (_, p) => Number(calendar.pattern[p % 3]) + (p === 11 ? weeks - 52 : 0));
  const letter = calendar.kind === 'weeks' ? 'W' : 'P';
  let start = from;
  return lengths.map((length, p) => {
    const period = {
      id: `${year}-${letter}${String(p + 1).padStart(2, '0')}`,
      from: start,
      to: start + length * 7 - 1,
    };
    start = period.to + 1;
    return period;
  });
}

/** The weekday of the rule that is the last up to a month's end, or the nearest to it. */
function weekEnd(monthEnd: Day, rule: WeekRule): Day {
  const back = (weekdayOf(monthEnd) - rule.weekday + 7) % 7;
  return rule.end === 'nearest' && back > 3 ? monthEnd - back + 7 : monthEnd - back;
}

/** Whether a calendar can be: start month 1–12, weekday 1–7. What a file or a form brings is checked by this. */
export const isCalendar = (calendar: FiscalCalendar): boolean =>
  isWithin(calendar.startMonth, 12) &&
  (calendar.kind === 'months' || isWithin(calendar.weekRule.weekday, 7)) &&
  (calendar.kind !== 'pattern' || WEEK_PATTERNS.includes(calendar.pattern));

const isWithin = (n: number, most: number): boolean => Number.isInteger(n) && n >= 1 && n <= most;
