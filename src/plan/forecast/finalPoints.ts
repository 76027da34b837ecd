import type { ForecastOverride } from '~/domain/forecast';
import type { PeriodId } from '~/domain/period';
import type { ForecastPoint } from '~/domain/view';

/** The months of a node with what a person expects in place of the model, where somebody said so. Months over stay. */
export const finalPoints = (
  points: readonly ForecastPoint[],
  overrides: ReadonlyMap<PeriodId, Pick<ForecastOverride, 'amount'>>,
): ForecastPoint[] =>
  points.map((point) => {
    const amount = overrides.get(point.period)?.amount;
    if (amount === undefined || point.actual !== null) return point;
    const shift = amount - (point.mean ?? amount);
    return {
      ...point,
      mean: amount,
      intervals: point.intervals.map(({ level, lower, upper }) => ({
        level,
        lower: lower + shift,
        upper: upper + shift,
      })),
    };
  });
