import type { Result } from '~/domain/result';
import type { LeafEdit, Selection } from '../cube/index';
import type { TotalsEdit } from './editTotal';

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
 * Amounts are rounded to the minor unit, half away from zero.
 */
export function editSeries(_edit: SeriesEdit): Result<LeafEdit> {
  throw new RangeError('not built yet');
}
