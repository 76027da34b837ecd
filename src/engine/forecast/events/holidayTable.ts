import type { Day } from '~/domain/period';

/** A feast or trade day that does not keep its place in the month, by its dates. */
export interface HolidayTable {
  /** An id, not a text: 'springFestival'. */
  name: string;
  /** First day of each year's feast, in any order. Years that are not named have none. */
  days: readonly Day[];
  /** Days before it when trade stocks up, and days from it on when trade rests. */
  before: number;
  after: number;
  /**
   * What all those days do to the logarithm of a month's sales, expected until a history says otherwise, and how far from
   * it (standard deviation) a series may lie.
   */
  usual: { lift: number; drop: number; spread: number };
}
