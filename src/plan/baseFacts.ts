import { fiscalYear } from '~/domain/calendar';
import type { Plan } from '~/domain/plan';
import type { PlanTime } from '~/domain/planYears';
import { type WorkingCalendar, workingCalendar } from '~/domain/workingDays';
import type { FactTable } from '~/engine/facts/index';
import type { BaseFacts } from './base';
import { baseCuts } from './baseSpans';
import type { PlanDocument } from './document';
import { cutFacts, type MonthCoverage } from './facts';
import { holidaysOf } from './holidays';

/** The first fiscal year of a plan: the one that grows from a base. */
export const firstYear = ({ calendar, fiscalYear: year }: Pick<Plan, 'calendar' | 'fiscalYear'>): PlanTime => ({
  calendar,
  fiscalYear: year,
  periods: fiscalYear(calendar, year).periods,
});

/** Facts by month with their twin in the cuts of the year's calendar: the same rows in the same order. */
export function baseFacts(
  document: PlanDocument,
  {
    months,
    pools,
    year,
    coverage,
  }: { months: FactTable; pools: Plan['pools']; year: PlanTime; coverage: MonthCoverage | null },
): BaseFacts {
  const cuts = coverage ? baseCuts(year, coverage) : undefined;
  const cut = cuts ? cutFacts(document, { dimensions: months.dimensions, pools, cuts }) : null;
  if (cut && cut.count !== months.count)
    throw new RangeError(`facts of ${cut.count} and ${months.count} rows are no twins`);
  return { months, cut: cut ?? months };
}

/** Working days from the year before a plan year to its end. */
export function workAround(
  document: PlanDocument,
  plan: Pick<Plan, 'currency'>,
  { periods }: PlanTime,
): WorkingCalendar {
  const from = periods[0].from - DAYS_BEFORE;
  return workingCalendar(holidaysOf(document, plan), from, periods[periods.length - 1].to + DAYS_AFTER);
}

/** A year of 53 weeks and the month it begins in; the month it ends in. */
const DAYS_BEFORE = 371 + 31;
const DAYS_AFTER = 31;
