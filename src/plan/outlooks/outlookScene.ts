import type { At } from '~/domain/cell';
import { monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { type Counterpart, counterparts } from '~/domain/planYears';
import type { WorkingCalendar } from '~/domain/workingDays';
import type { DaySpan } from '~/engine/facts/index';
import { workAround } from '../baseFacts';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { orderCoverage } from '../views/orderCoverage';
import { type SalesTable, salesTable } from './salesTable';

/** What the outlooks of many nodes share: the year they speak of, its working days, and what all of them sold. */
export interface OutlookScene {
  /** The plan as the year that the last known day lies in. */
  year: Plan;
  /** True where the year begins after the last known day: nothing of it has come, which is 0 and not unknown. */
  isAhead: boolean;
  /** What each period of the year is compared with a year earlier. */
  before: (Counterpart | null)[];
  work: WorkingCalendar;
  table: SalesTable;
}

/** The orders of many nodes, read once: every calendar month they touch, the plan's year, and the year before. */
export function outlookScene(document: PlanDocument, plan: Plan, ats: readonly At[]): OutlookScene {
  const coverage = orderCoverage(document);
  const year = focusYear(plan, coverage?.asOf ?? plan.periods[0].from);
  const before = counterparts(year);
  const spans: DaySpan[] = [];
  if (coverage) {
    for (let month = coverage.firstMonth; month <= coverage.lastMonth; month += 1) spans.push(monthPeriodAt(month));
    spans.push(...year.periods, ...before.filter((span) => span !== null));
  }
  return {
    year,
    isAhead: coverage !== null && coverage.asOf < year.periods[0].from,
    before,
    work: workAround(document, year, year),
    table: salesTable(document, plan, { ats, spans }),
  };
}
