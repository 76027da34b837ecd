import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';

export interface DaySpan {
  from: Day;
  to: Day;
}

/**
 * First days of consecutive buckets of days, with the day after the last one at the end: n buckets have n + 1 cuts. The
 * coarsest cutting in which every one of these spans is a run of whole buckets; no span gives no bucket.
 */
export function cutsOfSpans(spans: readonly DaySpan[]): Int32Array {
  const days = new Set<Day>();
  for (const { from, to } of spans) {
    if (to < from) throw new RangeError(`a span ends before it starts: ${from}..${to}`);
    days.add(from);
    days.add(to + 1);
  }
  return Int32Array.from([...days].sort((a, b) => a - b));
}

/** The calendar months that touch from..to as buckets; none where `to` lies before `from`. */
export function monthCuts({ from, to }: DaySpan): Int32Array {
  const first = monthIndexOf(from);
  const count = Math.max(0, monthIndexOf(to) - first + 1);
  return count === 0
    ? new Int32Array(0)
    : Int32Array.from({ length: count + 1 }, (_, m) => monthPeriodAt(first + m).from);
}

/** The buckets that make up a span, `end` outside; a span that is not cut at both its ends is a programmer's error. */
export function bucketsOfSpan(cuts: Int32Array, { from, to }: DaySpan): { first: number; end: number } {
  const first = cuts.indexOf(from);
  const end = cuts.indexOf(to + 1);
  if (first < 0 || end < 0) throw new RangeError(`days ${from}..${to} are not whole buckets`);
  return { first, end };
}

/** Bucket of each day from the first cut on: a look-up instead of a search per order line. */
export function bucketOfDay(cuts: Int32Array): Uint16Array {
  if (cuts.length < 2) return new Uint16Array(0);
  const table = new Uint16Array(cuts[cuts.length - 1] - cuts[0]);
  for (let b = 0; b + 1 < cuts.length; b += 1) table.fill(b, cuts[b] - cuts[0], cuts[b + 1] - cuts[0]);
  return table;
}
