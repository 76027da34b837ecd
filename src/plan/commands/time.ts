import { isCalendar } from '~/domain/calendar';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { periodsOfYears, planYears } from '~/domain/planYears';
import type { HolidayList } from '~/domain/record';
import { fail, ok, type Result } from '~/domain/result';
import { workingCalendar } from '~/domain/workingDays';
import { calendarMap } from '../calendarMap';
import { type CommandContext, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { regenerate } from '../generation';
import { HOLIDAY_LIST, holidaysOf } from '../holidays';
import { closedAfter, inOtherCalendar } from '../otherCalendar';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';
import { MOST_YEARS } from './createPlan';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Appends fiscal years to the plan, blank: nothing that was said changes. At most ten years in all. */
export function addYears(
  document: PlanDocument,
  command: Of<'time/addYears'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const years = planYears(plan).length + command.years;
  if (!Number.isInteger(command.years) || command.years < 1 || years > MOST_YEARS) {
    return fail(issue('calendar/unknown'));
  }
  const periods = periodsOfYears(plan.calendar, plan.fiscalYear, years);
  const to = Uint32Array.from(plan.periods, (_, p) => p);
  return regenerate(document, { plan: { ...plan, periods }, periodMap: { start: null, to, weight: null } }, context);
}

/**
 * Cuts the same fiscal years in another way: months, periods of whole weeks, weeks. Every value moves by the working days its
 * period has in each new one, by largest remainder: each line keeps the total of each year exactly. Fiscal years that begin
 * in another month are other years and are refused, as is a locked total of part of a year.
 */
export function setCalendar(
  document: PlanDocument,
  command: Of<'time/setCalendar'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { calendar } = command;
  if (!isCalendar(calendar)) return fail(issue('calendar/unknown'));
  if (calendar.startMonth !== plan.calendar.startMonth || calendar.nameBy !== plan.calendar.nameBy) {
    return fail(issue('calendar/unknown'));
  }
  const periods = periodsOfYears(calendar, plan.fiscalYear, planYears(plan).length);
  const after = { calendar, fiscalYear: plan.fiscalYear, periods };
  const records = inOtherCalendar(document, plan, after);
  if (!records.ok) return records;
  const work = workingCalendar(
    holidaysOf(document, plan),
    Math.min(plan.periods[0].from, periods[0].from),
    Math.max(plan.periods[plan.periods.length - 1].to, periods[periods.length - 1].to),
  );
  const next = { ...plan, calendar, periods, closedPeriods: closedAfter(plan, after) };
  const periodMap = calendarMap(plan, after, work);
  return regenerate(document, { plan: next, periodMap, records: records.value }, context);
}

/**
 * Brings days off and make-up working days into the workspace, over those that ship with the product. A day that was
 * brought before is replaced; others stay. Working days, pace and season profiles follow.
 */
export function importHolidays(document: PlanDocument, command: Of<'time/importHolidays'>): Result<Outcome> {
  if (command.days.length === 0) return fail(issue('holidays/unreadable'));
  const old = document.records.holidayList.get(HOLIDAY_LIST);
  const byDay = new Map((old?.days ?? []).map((entry) => [entry.day, entry]));
  for (const { day, kind, name } of command.days) byDay.set(day, { day, kind, name });
  const days = [...byDay.values()].sort((a, b) => a.day - b.day);
  const list: HolidayList = { id: HOLIDAY_LIST, days };
  return ok(recordsOnly([old ? updated('holidayList', old, list) : added('holidayList', list)]));
}
