import type { Day, PeriodId } from '~/domain/period';
import { type PlanTime, planYears } from '~/domain/planYears';
import { type WorkingCalendar, workingDays } from '~/domain/workingDays';
import type { PeriodMap } from './lineMap';

interface Span {
  from: Day;
  to: Day;
}

/**
 * Where the value of each period goes when the same fiscal years are cut in another way: to the periods of its own year that
 * it shares days with, by its working days in them (its days, where none is worked). Days by which two years of the same
 * name differ belong to the first or last period, so that every year keeps its total.
 */
export function calendarMap(before: PlanTime, after: PlanTime, work: WorkingCalendar): PeriodMap {
  const start = new Uint32Array(before.periods.length + 1);
  const to: number[] = [];
  const weight: number[] = [];
  for (const { fresh, first, count } of yearPairs(before, after)) {
    before.periods.slice(first.old, first.old + count).forEach((period, p) => {
      const shared = fresh.map((span) => overlapOf(period, span));
      const worked = shared.map((span) => (span ? workingDays(work, span.from, span.to) : 0));
      const isWorked = worked.some((days) => days > 0);
      shared.forEach((span, q) => {
        const days = isWorked ? worked[q] : span ? span.to - span.from + 1 : 0;
        if (days === 0) return;
        to.push(first.fresh + q);
        weight.push(days);
      });
      start[first.old + p + 1] = to.length;
    });
  }
  return { start, to: Uint32Array.from(to), weight: Float64Array.from(weight) };
}

/**
 * The periods of another cut of the same years that say what some periods said: whole years, halves and quarters are those of
 * the same name; of what is left, the periods that mostly lie in it. Null where nothing does, as one week says nothing
 * about a month, or where a period is not known.
 */
export function movedPeriods(before: PlanTime, after: PlanTime, ids: readonly PeriodId[]): PeriodId[] | null {
  const left = new Set(ids.map((id) => before.periods.findIndex((period) => period.id === id)));
  if (left.has(-1)) return null;
  const found = new Set<number>();
  const years = planYears(after);
  planYears(before).forEach((year, y) => {
    const twins = years[y];
    const parts = [
      [year, twins],
      ...year.halves.map((half, h) => [half, twins.halves[h]]),
      ...year.quarters.map((quarter, q) => [quarter, twins.quarters[q]]),
    ] as const;
    for (const [part, twin] of parts) {
      const own = indices(part);
      if (!twin || !own.every((p) => left.has(p))) continue;
      for (const p of own) left.delete(p);
      for (const q of indices(twin)) found.add(q);
    }
  });
  if (left.size > 0) {
    const rest = mostlyWithin(before, after, left);
    if (rest.length === 0) return null;
    for (const q of rest) found.add(q);
  }
  return after.periods.flatMap(({ id }, q) => (found.has(q) ? [id] : []));
}

/** Periods of the new cut that lie in some old ones for more than half of their days. */
function mostlyWithin(before: PlanTime, after: PlanTime, periods: ReadonlySet<number>): number[] {
  return yearPairs(before, after).flatMap(({ old, fresh, first }) =>
    fresh.flatMap((span, q) => {
      let shared = 0;
      old.forEach((period, p) => {
        const common = periods.has(first.old + p) ? overlapOf(period, span) : null;
        if (common) shared += common.to - common.from + 1;
      });
      return shared * 2 > span.to - span.from + 1 ? [first.fresh + q] : [];
    }),
  );
}

interface YearPair {
  old: Span[];
  fresh: Span[];
  first: { old: number; fresh: number };
  /** Periods of the old cut. */
  count: number;
}

/** The same fiscal year in both cuts, both stretched to begin and end together. */
function yearPairs(before: PlanTime, after: PlanTime): YearPair[] {
  const years = planYears(after);
  return planYears(before).map((year, y) => {
    const twin = years[y];
    const own = before.periods.slice(year.first, year.last + 1);
    const other = after.periods.slice(twin.first, twin.last + 1);
    const from = Math.min(own[0].from, other[0].from);
    const to = Math.max(own[own.length - 1].to, other[other.length - 1].to);
    return {
      old: stretched(own, { from, to }),
      fresh: stretched(other, { from, to }),
      first: { old: year.first, fresh: twin.first },
      count: own.length,
    };
  });
}

const stretched = (periods: readonly Span[], { from, to }: Span): Span[] =>
  periods.map((period, p) => ({
    from: p === 0 ? from : period.from,
    to: p === periods.length - 1 ? to : period.to,
  }));

function overlapOf(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from > to ? null : { from, to };
}

const indices = ({ first, last }: { first: number; last: number }): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
