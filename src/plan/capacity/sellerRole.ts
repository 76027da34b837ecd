import type { Member } from '~/domain/dimension';
import { type Day, monthIndexOf, type Period } from '~/domain/period';
import { type WorkingCalendar, workingDays } from '~/domain/workingDays';
import type { ServiceDays } from '../views/serviceDays';

/** When a seller is in role; null = always was, or stays. */
export interface SellerRole {
  joined: Day | null;
  left: Day | null;
}

/** From the attributes of the seller, else from the dates its targets run. */
export function roleOf(member: Member | undefined): SellerRole {
  const { joined, left } = member?.attributes ?? {};
  return {
    joined: typeof joined === 'number' ? joined : (member?.validFrom ?? null),
    left: typeof left === 'number' ? left : (member?.validTo ?? null),
  };
}

/** Whoever has no first day counts as in role for so many months. */
const LONG_AGO = 999;

export interface RolePath {
  present: Float64Array;
  available: Float64Array;
  monthsInRole: Float64Array;
  leaveDays: number;
}

/** Shares of each period in role and left for work, by working days, and the months in role at its end. */
export function rolePath(
  seller: number,
  { joined, left }: SellerRole,
  { periods, days }: { periods: readonly Period[]; days: ServiceDays },
): RolePath {
  const present = new Float64Array(periods.length);
  const available = new Float64Array(periods.length);
  const monthsInRole = new Float64Array(periods.length);
  let leaveDays = 0;
  periods.forEach((period, p) => {
    const from = Math.max(period.from, joined ?? period.from);
    const to = Math.min(period.to, left ?? period.to);
    present[p] = share(days.calendar, { from, to }, period);
    const away = from <= to ? days.leaveDays(seller, from, to) : 0;
    leaveDays += away;
    const working = workingDays(days.calendar, period.from, period.to);
    available[p] = working > 0 ? Math.max(0, present[p] - away / working) : present[p];
    monthsInRole[p] = joined === null ? LONG_AGO : monthIndexOf(period.to) - monthIndexOf(joined) + 1;
  });
  return { present, available, monthsInRole, leaveDays };
}

interface Span {
  from: Day;
  to: Day;
}

function share(calendar: WorkingCalendar, part: Span, whole: Span): number {
  if (part.to < part.from) return 0;
  const all = workingDays(calendar, whole.from, whole.to);
  return all > 0
    ? workingDays(calendar, part.from, part.to) / all
    : (part.to - part.from + 1) / (whole.to - whole.from + 1);
}
