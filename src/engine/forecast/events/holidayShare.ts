import { type Day, monthPeriodAt } from '~/domain/period';
import type { HolidayTable } from './holidayTable';

/** Share of the days before a feast, and of those from it on, that fall into a month: 0 to 1 each. */
export interface HolidayShare {
  before: number;
  after: number;
}

/** Where the days around a feast fall, for a calendar month counted from 1970-01; both 0 far from every date. */
export function holidayShare(table: HolidayTable, month: number): HolidayShare {
  const { from, to } = monthPeriodAt(month);
  let before = 0;
  let after = 0;
  for (const day of table.days) {
    before += overlap(from, to, day - table.before, day - 1);
    after += overlap(from, to, day, day + table.after - 1);
  }
  return {
    before: table.before > 0 ? before / table.before : 0,
    after: table.after > 0 ? after / table.after : 0,
  };
}

const overlap = (first: Day, last: Day, from: Day, to: Day): number =>
  Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
