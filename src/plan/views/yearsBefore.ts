import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { counterparts } from '~/domain/planYears';
import type { DaySpan } from '~/engine/facts/index';
import { covers } from '~/engine/kpi/index';
import type { OrderCoverage } from './orderCoverage';

/** Whole months (or twelve whole weeks) of a running year that already say something about growth. */
const MONTHS_THAT_TELL = 3;
const DAYS_THAT_TELL = 84;
const WEEK = 7;
const WEEKS_52 = 364;

export interface YearsBefore {
  /** Known years of equal length, newest first: what the plan's year is compared with, else the latest; then those before. */
  years: DaySpan[];
  /** The part of this year that is over, and the same part of last year; null while it is too short or unknown. */
  toDate: [now: DaySpan, before: DaySpan] | null;
}

/** The known years that the year of a plan can be held against: calendar months shift by twelve, weeks by 52. */
export function yearsBefore(plan: Plan, { stretches, asOf }: OrderCoverage): YearsBefore {
  const isMonths = plan.calendar.kind === 'months';
  const { from } = plan.periods[0];
  const { to } = plan.periods[plan.periods.length - 1];
  const isKnown = (span: DaySpan): boolean => covers(stretches, span.from, span.to);
  const before = isMonths ? monthsBefore : weeksBefore;
  const behind = counterparts(plan).filter((span) => span !== null);
  const lastYear = { from: behind[0].from, to: behind[behind.length - 1].to };
  const end = isMonths ? lastMonthEnd(asOf, isKnown) : asOf - mod(asOf - from + 1, WEEK);
  const latest = isMonths
    ? { from: monthPeriodAt(monthIndexOf(end) - 11).from, to: end }
    : { from: end - WEEKS_52 + 1, to: end };
  const years: DaySpan[] = [];
  for (let span = isKnown(lastYear) ? lastYear : latest; isKnown(span); span = before(span)) years.push(span);
  const now = { from, to: Math.min(end, to) };
  const tells = isMonths
    ? monthIndexOf(now.to) - monthIndexOf(from) + 1 >= MONTHS_THAT_TELL
    : now.to - from + 1 >= DAYS_THAT_TELL;
  if (now.to < from || !tells || !isKnown(now) || !isKnown(before(now))) return { years, toDate: null };
  return { years, toDate: [now, before(now)] };
}

/** Last day of the last month that is known whole, or of the one before the first of all. */
function lastMonthEnd(asOf: Day, isKnown: (span: DaySpan) => boolean): Day {
  let month = monthIndexOf(asOf);
  const first = month - MOST_MONTHS;
  while (month > first && !isKnown(monthPeriodAt(month))) month -= 1;
  return monthPeriodAt(month).to;
}

/** A coverage whose last piece is shorter than a month is looked behind for this many months. */
const MOST_MONTHS = 60;

function monthsBefore({ from, to }: DaySpan): DaySpan {
  return { from: monthPeriodAt(monthIndexOf(from) - 12).from, to: monthPeriodAt(monthIndexOf(to) - 12).to };
}

const weeksBefore = ({ from, to }: DaySpan): DaySpan => ({ from: from - WEEKS_52, to: to - WEEKS_52 });

const mod = (value: number, by: number): number => ((value % by) + by) % by;
