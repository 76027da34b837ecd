/** Days since 1970-01-01 in the proleptic Gregorian calendar: no zone, no clock. */
export type Day = number;

/** '2027-04' for a month, '2027-W14' for a week. */
export type PeriodId = string;

/** A leaf period of a plan; `from` and `to` are both inside it. */
export interface Period {
  id: PeriodId;
  from: Day;
  to: Day;
}

/** The day number of a civil date; month counts from 1. Dates that do not exist are the caller's to refuse (`isRealDate`). */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CivilDate {
  year: number;
  month: number;
  date: number;
}

/** The civil date of a day number: the inverse of `dayOf`. */
export function civilOf(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

export const isRealDate = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);

/** Monday = 1 … Sunday = 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const two = (n: number): string => String(n).padStart(2, '0');

export const isoDate = (day: Day): string => {
  const { year, month, date } = civilOf(day);
  return `${year}-${two(month)}-${two(date)}`;
};

/** The day that an ISO date names, 2026-03-31; null where the text is blank or no real day. */
export function dayOfIsoDate(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map(Number);
  return isRealDate(year, month, date) ? dayOf(year, month, date) : null;
}

/** The day that a clock shows where its person sits. */
export const dayOnClock = (now: Date): Day => dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());

export const monthId = (year: number, month: number): PeriodId => `${year}-${two(month)}`;

/** Months since 1970-01: an index that can be counted with. */
export const monthIndexOf = (day: Day): number => {
  const { year, month } = civilOf(day);
  return (year - 1970) * 12 + month - 1;
};

export const monthIdAt = (index: number): PeriodId => {
  const year = 1970 + Math.floor(index / 12);
  return monthId(year, index - (year - 1970) * 12 + 1);
};

/** The calendar month with this index as a period. */
export const monthPeriodAt = (index: number): Period => {
  const year = 1970 + Math.floor(index / 12);
  const month = index - (year - 1970) * 12 + 1;
  return {
    id: monthId(year, month),
    from: dayOf(year, month, 1),
    to: dayOf(year, month, daysInMonth(year, month)),
  };
};

/** The same date so many months earlier; the end of a month stays one. */
export function monthsBefore(day: Day, months: number): Day {
  const month = monthIndexOf(day);
  const { from, to } = monthPeriodAt(month);
  const earlier = monthPeriodAt(month - months);
  return day === to ? earlier.to : Math.min(earlier.to, earlier.from + day - from);
}
