import type { PeriodId } from '~/domain/period';
import type { ForecastView } from '~/domain/view';

export interface YearColumn {
  id: string;
  kind: 'closed' | 'month' | 'rest' | 'year';
  /** First and last month of it. */
  from: PeriodId;
  to: PeriodId;
  actual: number | null;
  forecast: number | null;
  lower: number | null;
  upper: number | null;
  target: number | null;
  /** What came or is foretold, less the target. */
  difference: number | null;
}

/**
 * The plan's year as columns: closed months as one, every other month by itself, what of the node's goal no month holds
 * yet (less than zero where they hold more), the year. Of a running month both what came so far and the forecast of the
 * whole stand there; the larger of the two counts against the target.
 */
export function yearColumns(
  view: Pick<ForecastView, 'points' | 'running' | 'year'>,
  periods: readonly PeriodId[],
): YearColumn[] {
  const points = new Map(view.points.map((point) => [point.period, point]));
  const open = periods.findIndex((id) => (points.get(id)?.actual ?? null) === null);
  const closed = periods.slice(0, open < 0 ? periods.length : open);
  const columns: YearColumn[] = [];
  if (closed.length > 0) {
    const actual = total(closed.map((id) => points.get(id)?.actual ?? null));
    const target = spoken(closed.map((id) => points.get(id)?.target ?? null));
    columns.push({
      id: 'closed',
      kind: 'closed',
      from: closed[0],
      to: closed[closed.length - 1],
      actual,
      forecast: null,
      lower: null,
      upper: null,
      target,
      difference: less(actual, target),
    });
  }
  for (const id of periods.slice(closed.length)) {
    const point = points.get(id);
    const range = point?.intervals.find(({ level }) => level === view.year.level);
    const actual = view.running?.period === id ? view.running.actual : (point?.actual ?? null);
    const forecast = point?.mean ?? null;
    const likely = forecast === null ? actual : Math.max(forecast, actual ?? forecast);
    columns.push({
      id,
      kind: 'month',
      from: id,
      to: id,
      actual,
      forecast,
      lower: range?.lower ?? null,
      upper: range?.upper ?? null,
      target: point?.target ?? null,
      difference: less(likely, point?.target ?? null),
    });
  }
  const { actual, forecast, lower, upper, target: allocated, goal } = view.year;
  const target = goal ?? allocated;
  if (goal !== null && goal !== allocated) {
    const rest = goal - (allocated ?? 0);
    columns.push({ ...blank(periods), id: 'rest', kind: 'rest', target: rest, difference: -rest });
  }
  columns.push({
    id: 'year',
    kind: 'year',
    from: periods[0],
    to: periods[periods.length - 1],
    actual,
    forecast,
    lower,
    upper,
    target,
    difference: less(forecast, target),
  });
  return columns;
}

const blank = (periods: readonly PeriodId[]) => ({
  from: periods[0],
  to: periods[periods.length - 1],
  actual: null,
  forecast: null,
  lower: null,
  upper: null,
});

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const total = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);

/** Blanks add nothing; all blank is blank. */
const spoken = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (amount === null ? sum : (sum ?? 0) + amount), null);
