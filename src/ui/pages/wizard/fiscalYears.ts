import { type FiscalCalendar, fiscalYear } from '~/domain/calendar';
import type { PeriodId } from '~/domain/period';

/** First and last month of a fiscal year. */
export function fiscalSpan(calendar: FiscalCalendar, year: number): { from: PeriodId; to: PeriodId } {
  const { periods } = fiscalYear(calendar, year);
  return { from: periods[0].id, to: periods[periods.length - 1].id };
}

/** Years to choose from: some back, some ahead. */
export const yearsAround = (year: number, reach = 3): number[] =>
  Array.from({ length: 2 * reach + 1 }, (_, i) => year - reach + i);
