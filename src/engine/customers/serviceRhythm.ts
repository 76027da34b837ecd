import type { Day } from '~/domain/period';

/** One visit that was due, on the day it was moved to; `done` null = there is still time for it. */
export interface DueVisit {
  due: Day;
  done: boolean | null;
}

export interface RhythmOptions {
  /** Rising days of the visits there were, and what each of them agreed for the next (NaN = nothing). */
  days: ArrayLike<number>;
  agreed: ArrayLike<number>;
  /** The rhythm is counted from this day where there was no visit before. */
  start: Day;
  cadenceDays: number;
  /** Last day that is known. */
  until: Day;
  /** The same or the next day on which somebody can go. */
  moved: (day: Day) => Day;
}

/** A visit still counts for a due day this share of the cadence later (own value), at least MINIMUM_GRACE days. */
const GRACE = 0.25;
const MINIMUM_GRACE = 3;
/** Nor does one count that comes earlier than this share of the time between (own value). */
const EARLY = 0.5;

/** The day a customer is due after a visit: what was agreed, if it lies ahead, else the cadence. */
export function dueAfter(last: Day, agreed: number, cadenceDays: number): { day: Day; agreed: boolean } {
  return agreed > last ? { day: agreed, agreed: true } : { day: last + cadenceDays, agreed: false };
}

/**
 * Every visit that was due up to a day, and whether it was made in time: at most half a cadence before its day and a quarter
 * after it. Other visits are extra and make up for nothing, so that one cadence is one due visit; but what an extra one agreed for
 * the next counts. A missed one is followed by the next, a cadence later, unless somebody comes before: then the rhythm starts anew
 * from there. Days off and leave move the due day, they do not take it away. Source: kpi sheet §2, visitCompliance.
 */
export function serviceRhythm({ days, agreed, start, cadenceDays, until, moved }: RhythmOptions): DueVisit[] {
  if (!(cadenceDays >= 1)) throw new RangeError(`a cadence of ${cadenceDays} days`);
  const grace = Math.max(MINIMUM_GRACE, Math.round(cadenceDays * GRACE));
  const visits: DueVisit[] = [];
  let next = 0;
  let anchor = start;
  let promise = Number.NaN;
  let before = Number.NEGATIVE_INFINITY;
  const seeUpTo = (day: Day): boolean => {
    const first = next;
    for (; next < days.length && days[next] <= day; next += 1) {
      anchor = days[next];
      promise = agreed[next];
    }
    return next > first;
  };
  /** Passes over extra visits; true where one of them agreed another day. */
  const passExtra = (day: Day): boolean => {
    for (; next < days.length && days[next] < day; next += 1) {
      if (agreed[next] > days[next]) return seeUpTo(days[next]);
    }
    return false;
  };
  seeUpTo(start);
  for (;;) {
    let due = moved(dueAfter(anchor, promise, cadenceDays).day);
    if (due <= before) due = moved(before + cadenceDays);
    if (passExtra(Math.min(due - Math.floor((due - anchor) * EARLY), until + 1))) continue;
    if (due > until) return visits;
    before = due;
    if (seeUpTo(Math.min(due + grace, until))) {
      visits.push({ due, done: true });
      continue;
    }
    visits.push({ due, done: due + grace > until ? null : false });
    if (due + grace > until) return visits;
    promise = Number.NaN;
    // Late is not in time, but the rhythm goes on from there: to the first visit before the one that is due next.
    if (next < days.length && days[next] <= due + cadenceDays) seeUpTo(days[next]);
    else anchor = due;
  }
}
