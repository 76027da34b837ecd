import { type FiscalCalendar, fiscalSpan } from '~/domain/calendar';
import type { Day } from '~/domain/period';
import { periodsOfYears } from '~/domain/planYears';

/** So many fiscal years in a row: how a plan is to be cut in time. */
export interface PlanSpan {
  calendar: FiscalCalendar;
  /** The first of them. */
  year: number;
  years: number;
}

/** First and last day of the years, both inside. */
export const spanOfYears = ({ calendar, year, years }: PlanSpan): { from: Day; to: Day } => ({
  from: fiscalSpan(calendar, year).from,
  to: fiscalSpan(calendar, year + years - 1).to,
});

/** How many leaf periods the years have: 12 or 24 months, 52 or 53 weeks. */
export const periodCount = ({ calendar, year, years }: PlanSpan): number =>
  periodsOfYears(calendar, year, years).length;

/** Years to choose from: some back, some ahead. */
export const yearsAround = (year: number, reach = 3): number[] =>
  Array.from({ length: 2 * reach + 1 }, (_, i) => year - reach + i);
