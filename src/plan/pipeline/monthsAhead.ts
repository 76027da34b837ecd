import { fiscalYearOfDay } from '~/domain/calendar';
import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { focusYear } from '../focusYear';

/** Calendar months after a day, to the end of the plan's year; the first ones may lie before it. */
export interface MonthsAhead {
  /** The plan as the year it is about; null without a plan. */
  year: Plan | null;
  /** Calendar months from 1970-01. */
  months: number[];
  /** Days from the day to the end of each. */
  ends: number[];
  /** So many of the months lie before the year begins: deals won in them are not of it. */
  before: number;
  /** Last day. */
  to: Day;
}

/**
 * The months of the year that the day after `asOf` lies in; without a plan those of its calendar year. None when it is
 * over.
 */
export function monthsAhead(plan: Plan | null, asOf: Day): MonthsAhead {
  const next = asOf + 1;
  const year = plan && focusYear(plan, next);
  const to = year ? year.periods[year.periods.length - 1].to : yearEnd(next);
  const first = monthIndexOf(next);
  const count = Math.max(0, monthIndexOf(to) - first + 1);
  const months = Array.from({ length: to < next ? 0 : count }, (_, i) => first + i);
  const before = year ? Math.max(0, monthIndexOf(year.periods[0].from) - first) : 0;
  return { year, months, ends: months.map((month) => Math.min(to, monthPeriodAt(month).to) - asOf), before, to };
}

function yearEnd(day: Day): Day {
  const calendarYear = fiscalYearOfDay({ kind: 'months', startMonth: 1, nameBy: 'end' }, day);
  return monthPeriodAt((calendarYear - 1970) * 12 + 11).to;
}
