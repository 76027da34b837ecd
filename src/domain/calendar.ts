import { monthPeriodAt, type Period } from './period';

/** How a plan cuts time: months from any start month; the fiscal year is named by the year it starts or ends in. */
export interface FiscalCalendar {
  kind: 'months';
  startMonth: number;
  nameBy: 'start' | 'end';
}

export interface Quarter {
  id: string;
  /** Index of its first and last leaf period within the plan, both inside. */
  first: number;
  last: number;
}

export interface FiscalYear {
  /** The number people call it by: 2027 for FY2027. */
  year: number;
  periods: Period[];
  quarters: Quarter[];
}

/** The twelve months and four quarters of the fiscal year that people call `year`. */
export function fiscalYear(calendar: FiscalCalendar, year: number): FiscalYear {
  const startYear = calendar.nameBy === 'end' && calendar.startMonth > 1 ? year - 1 : year;
  const first = (startYear - 1970) * 12 + calendar.startMonth - 1;
  return {
    year,
    periods: Array.from({ length: 12 }, (_, p) => monthPeriodAt(first + p)),
    quarters: Array.from({ length: 4 }, (_, q) => ({ id: `${year}-Q${q + 1}`, first: q * 3, last: q * 3 + 2 })),
  };
}

/** The name of the fiscal year a month falls into. */
export function fiscalYearOfMonth(calendar: FiscalCalendar, monthIndex: number): number {
  const offset = monthIndex - (calendar.startMonth - 1);
  const startYear = 1970 + Math.floor(offset / 12);
  return calendar.nameBy === 'end' && calendar.startMonth > 1 ? startYear + 1 : startYear;
}
