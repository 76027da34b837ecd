import type { Day } from '~/domain/period';

/** Complaints in columns; NaN = blank: not closed, no deadline. */
export interface Complaints {
  day: ArrayLike<number>;
  deadline: ArrayLike<number>;
  closed: ArrayLike<number>;
}

/** Days until the complaints of these rows were closed, mean and median, over those that were; null where none was. */
export function complaintDays(
  { day, closed }: Complaints,
  rows: Iterable<number>,
): { closed: number; sum: number; mean: number | null; median: number | null } {
  const taken: number[] = [];
  // A complaint closed before it came in is a mistake of the file and says nothing about time.
  for (const row of rows) if (closed[row] >= day[row]) taken.push(closed[row] - day[row]);
  const sum = taken.reduce((all, days) => all + days, 0);
  if (taken.length === 0) return { closed: 0, sum, mean: null, median: null };
  taken.sort((a, b) => a - b);
  const half = taken.length >> 1;
  const median = taken.length % 2 === 1 ? taken[half] : (taken[half - 1] + taken[half]) / 2;
  return { closed: taken.length, sum, mean: sum / taken.length, median };
}

/**
 * Complaints whose deadline has passed up to a day, and how many of them were closed by it; those closed before an unpassed
 * deadline are not due yet and count in neither. Open and past its deadline is late. A deadline of today is still open today.
 */
export function complaintsOnTime(
  { deadline, closed }: Complaints,
  rows: Iterable<number>,
  until: Day,
): { due: number; onTime: number } {
  let due = 0;
  let onTime = 0;
  for (const row of rows) {
    if (!(deadline[row] <= until)) continue;
    const isClosed = closed[row] <= deadline[row];
    if (!isClosed && deadline[row] === until) continue;
    due += 1;
    if (isClosed) onTime += 1;
  }
  return { due, onTime };
}

/** Days a complaint is late on a day: since its deadline while it is open, or when it was closed; 0 in time or without one. */
export function lateDays({ deadline, closed, on }: { deadline: number; closed: number; on: Day }): number {
  if (Number.isNaN(deadline)) return 0;
  return Math.max(0, (Number.isNaN(closed) ? on : closed) - deadline);
}
