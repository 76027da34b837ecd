import { fiscalSpan } from '~/domain/calendar';
import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { BaseKind } from '~/domain/plan';
import { counterparts, type PlanTime } from '~/domain/planYears';
import { cutsOfSpans, type DaySpan } from '~/engine/facts/index';
import type { MonthCoverage } from './facts';

const WEEK = 7;
const WEEKS_52 = 364;

/**
 * The days that each period of a plan year grows from. Last year: what it is compared with (`counterparts`). The last
 * twelve months: of twelve whole known months the one of the same name, of 52 whole known weeks those in the same place of
 * the year. None where there is no such time: the 53rd week, and every week that ends after the coverage.
 */
export function baseSpans(kind: BaseKind, year: PlanTime, coverage: MonthCoverage | null): DaySpan[][] {
  if (kind !== 'lastTwelveMonths' || !coverage) return counterparts(year).map((span) => (span ? [span] : []));
  if (year.calendar.kind === 'months') {
    const first = coverage.to - 11;
    return year.periods.map((period) => {
      const { from, to } = monthPeriodAt(first + mod(monthIndexOf(period.from) - first, 12));
      return [{ from, to }];
    });
  }
  const start = year.periods[0].from;
  // The last known day that ends a week of this calendar.
  const end = coverage.asOf - mod(coverage.asOf - start + 1, WEEK);
  return year.periods.map(({ from, to }) => {
    const spans: DaySpan[] = [];
    for (let week = from; week < to && week < start + WEEKS_52; week += WEEK) {
      const last = end - mod(end - (week + WEEK - 1), WEEKS_52);
      spans.push({ from: last - WEEK + 1, to: last });
    }
    return spans;
  });
}

/** Cuts under which any base of a plan year can be read: calendar months, or the weeks of years of weeks. */
export function baseCuts(year: PlanTime, coverage: MonthCoverage): Int32Array | undefined {
  if (year.calendar.kind === 'months') return undefined;
  const { from } = fiscalSpan(year.calendar, year.fiscalYear);
  const known = coverage.stretches[0]?.from ?? coverage.asOf;
  const first = from + Math.floor((known - from) / WEEK) * WEEK;
  const weeks = Math.max(1, Math.ceil((coverage.asOf - first + 1) / WEEK));
  return cutsOfSpans(
    Array.from({ length: weeks }, (_, w) => ({ from: first + w * WEEK, to: first + w * WEEK + WEEK - 1 })),
  );
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
