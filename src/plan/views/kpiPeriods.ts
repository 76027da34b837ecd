import { type FiscalCalendar, fiscalYear, fiscalYearOfDay } from '~/domain/calendar';
import type { Day, Period } from '~/domain/period';
import type { KpiQuery } from '~/domain/view';

/** The leaf period, fiscal quarter or fiscal year that a day falls into: '2027-04' or '2027-W14', '2027-Q1', '2027'. */
export function kpiPeriodOf(kind: KpiQuery['period'], calendar: FiscalCalendar, day: Day): Period {
  const name = fiscalYearOfDay(calendar, day);
  const { periods, quarters } = fiscalYear(calendar, name);
  const place = periods.findIndex(({ from, to }) => from <= day && day <= to);
  if (kind === 'month') return periods[place];
  const quarter = quarters.find(({ first, last }) => first <= place && place <= last);
  const { first, last } = kind === 'quarter' && quarter ? quarter : { first: 0, last: periods.length - 1 };
  const id = kind === 'quarter' && quarter ? quarter.id : String(name);
  return { id, from: periods[first].from, to: periods[last].to };
}

/** All periods of a kind that touch these days, in order. */
export function kpiPeriods(
  kind: KpiQuery['period'],
  calendar: FiscalCalendar,
  { from, to }: { from: Day; to: Day },
): Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to; ) {
    const period = kpiPeriodOf(kind, calendar, day);
    periods.push(period);
    day = period.to + 1;
  }
  return periods;
}
