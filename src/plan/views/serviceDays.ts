import { civilOf, type Day, dayOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { isWorkingDay, type WorkingCalendar, workingCalendar, workingDays } from '~/domain/workingDays';
import type { PlanDocument } from '../document';
import { holidaysOf } from '../holidays';
import { factsOf } from '../sources/facts';

/** On which days who can go. */
export interface ServiceDays {
  calendar: WorkingCalendar;
  /** The same day, or the next one that is a working day on which the seller is not on leave. */
  moved(seller: number, day: Day): Day;
  /** Working days of a stretch on which the seller is on leave. */
  leaveDays(seller: number, from: Day, to: Day): number;
}

/** Nobody is away longer in a row: after so many days the day itself counts. */
const LONGEST = 400;

/** Working days and leave around the days from..to. A leave without an end is one day; one that ends before it starts is none. */
export function serviceDays(
  document: PlanDocument,
  plan: Plan | null,
  { from, to }: { from: Day; to: Day },
): ServiceDays {
  const first = dayOf(civilOf(from).year, 1, 1);
  const last = dayOf(civilOf(to + LONGEST).year, 12, 31);
  const calendar = workingCalendar(holidaysOf(document, plan), first, last);
  const leave = leaveBySeller(document);
  const nextOpen = nextOpenDays(calendar);
  const isAway = (seller: number, day: Day): boolean =>
    leave.get(seller)?.some((one) => one.from <= day && day <= one.to) ?? false;
  return {
    calendar,
    moved(seller, day) {
      if (day < first || day + LONGEST > last) return day;
      let at = nextOpen[day - first];
      if (!leave.has(seller)) return at;
      while (at < day + LONGEST && isAway(seller, at)) at = nextOpen[at + 1 - first];
      return at < day + LONGEST ? at : day;
    },
    leaveDays(seller, start, end) {
      const own = leave.get(seller);
      if (!own) return 0;
      // Leaves may overlap: each day counts once.
      let days = 0;
      for (let at = start; at <= end; at += 1) {
        if (isAway(seller, at)) days += workingDays(calendar, at, at);
      }
      return days;
    },
  };
}

/** For every day of the calendar itself or the next working day; the end of the calendar where none follows. */
function nextOpenDays(calendar: WorkingCalendar): Int32Array {
  const next = new Int32Array(calendar.to - calendar.from + 2).fill(calendar.to);
  for (let day = calendar.to; day >= calendar.from; day -= 1) {
    next[day - calendar.from] = isWorkingDay(calendar, day) ? day : next[day - calendar.from + 1];
  }
  return next;
}

function leaveBySeller(document: PlanDocument): Map<number, { from: Day; to: Day }[]> {
  const facts = factsOf(document, 'leave');
  const [seller, day, until] = [facts.code('seller'), facts.number('day'), facts.number('until')];
  const leave = new Map<number, { from: Day; to: Day }[]>();
  for (let row = 0; row < facts.count; row += 1) {
    const to = Number.isNaN(until[row]) ? day[row] : until[row];
    if (seller[row] === 0 || !(to >= day[row])) continue;
    leave.set(seller[row], [...(leave.get(seller[row]) ?? []), { from: day[row], to }]);
  }
  return leave;
}
