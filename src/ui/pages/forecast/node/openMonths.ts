import type { Period } from '~/domain/period';
import { monthIdAt, monthIndexOf, type PeriodId } from '~/domain/period';
import type { ForecastView } from '~/domain/view';

export interface OpenMonth {
  month: PeriodId;
  /** The model's amount of the whole month. */
  mean: number;
}

/** The foretold months that are not over, all of them or those of the plan's year alone. */
export function openMonths(view: Pick<ForecastView, 'points'>, periods: readonly Period[] | null): OpenMonth[] {
  const inYear = periods && new Set(periods.flatMap(({ from, to }) => monthsOf(monthIndexOf(from), monthIndexOf(to))));
  return view.points.flatMap(({ period, mean, actual }) =>
    mean === null || actual !== null || (inYear && !inYear.has(period)) ? [] : [{ month: period, mean }],
  );
}

const monthsOf = (first: number, last: number): PeriodId[] =>
  Array.from({ length: last - first + 1 }, (_, i) => monthIdAt(first + i));
