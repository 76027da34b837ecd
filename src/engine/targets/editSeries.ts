import type { Result } from '~/domain/result';
import type { LeafEdit, Selection } from '../cube';
import { editTotals, type TotalsEdit } from './editTotal';

export type Series =
  /** The same amount in every period. */
  | { kind: 'repeat'; amount: number }
  /** Even steps from the first to the last period. */
  | { kind: 'straightLine'; from: number; to: number }
  /** The first period's amount, each later one larger by `rate` (0.25 = 25 %). */
  | { kind: 'growth'; from: number; rate: number };

export interface SeriesEdit extends Omit<TotalsEdit, 'parts'> {
  edit: Selection;
  series: Series;
}

/**
 * Sets the sum of each period of a cell by a rule over time; each period's amount is laid on its lines by the method.
 * All or nothing, as one edit. Source of the rules: IBM Planning Analytics, data spreading methods.
 */
export function editSeries({ edit, series, ...options }: SeriesEdit): Result<LeafEdit> {
  const amounts = seriesAmounts(series, edit.periods.length);
  return editTotals({
    ...options,
    parts: edit.periods.map((period, p) => ({ edit: { rows: edit.rows, periods: [period] }, total: amounts[p] })),
  });
}

/** The amounts of a series over so many periods, in minor units, rounded half away from zero. One period takes the first. */
export function seriesAmounts(series: Series, periods: number): number[] {
  const at = (p: number): number => {
    if (series.kind === 'repeat') return series.amount;
    if (series.kind === 'growth') return series.from * (1 + series.rate) ** p;
    return periods < 2 ? series.from : series.from + ((series.to - series.from) * p) / (periods - 1);
  };
  return Array.from({ length: periods }, (_, p) => Math.sign(at(p)) * Math.round(Math.abs(at(p))) + 0);
}
