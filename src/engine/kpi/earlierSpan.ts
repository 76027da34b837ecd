import { type FiscalCalendar, fiscalYear, fiscalYearOfDay } from '~/domain/calendar';
import { type Day, monthIndexOf, monthPeriodAt, type Period } from '~/domain/period';

export interface Span {
  from: Day;
  to: Day;
}

const WEEKS_52 = 364;

/**
 * The days that a span of whole leaf periods compares with one year earlier: the same months, or as many weeks 52 weeks
 * before, so that like meets like across a year of 53 weeks.
 */
export const spanLastYear = (fiscal: FiscalCalendar, span: Span): Span =>
  fiscal.kind === 'months' ? monthsBefore(span, 12) : { from: span.from - WEEKS_52, to: span.to - WEEKS_52 };

/** As many leaf periods right before a span of whole leaf periods, `times` spans back. */
export function spanBefore(fiscal: FiscalCalendar, span: Span, times = 1): Span {
  if (fiscal.kind === 'months') {
    return monthsBefore(span, times * (monthIndexOf(span.to) - monthIndexOf(span.from) + 1));
  }
  let year = fiscalYearOfDay(fiscal, span.from);
  let leaves: Period[] = [...fiscalYear(fiscal, year).periods, ...fiscalYear(fiscal, year + 1).periods];
  const at = (day: Day): number => leaves.findIndex(({ from }) => from === day);
  const length = leaves.findIndex(({ to }) => to === span.to) - at(span.from) + 1;
  while (at(span.from) < length * times) {
    year -= 1;
    leaves = [...fiscalYear(fiscal, year).periods, ...leaves];
  }
  const first = at(span.from) - length * times;
  return { from: leaves[first].from, to: leaves[first + length - 1].to };
}

/** Whether a span begins with a leaf period of the calendar and ends with one. */
export function isWholeLeaves(fiscal: FiscalCalendar, { from, to }: Span): boolean {
  const leaf = (day: Day): Period | undefined =>
    fiscalYear(fiscal, fiscalYearOfDay(fiscal, day)).periods.find((period) => period.from <= day && day <= period.to);
  return leaf(from)?.from === from && leaf(to)?.to === to;
}

function monthsBefore({ from, to }: Span, months: number): Span {
  return {
    from: monthPeriodAt(monthIndexOf(from) - months).from,
    to: monthPeriodAt(monthIndexOf(to) - months).to,
  };
}
