import { evenness } from '../territories/index';

/** How unequal difficulties are. */
export interface Dispersion {
  /** Standard deviation ÷ mean. */
  variation: number | null;
  gini: number | null;
  /** Hardest ÷ easiest; null where the easiest is 0. */
  ratio: number | null;
  /** Those whose difficulty is known. */
  count: number;
}

/** Of target ÷ expected over all members that have both; one or none gives nulls. Source: kpi.md §3.8. */
export function dispersion(difficulties: readonly (number | null)[]): Dispersion {
  const known = difficulties.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length < 2) return { variation: null, gini: null, ratio: null, count: known.length };
  const { variation, gini } = evenness(known);
  const least = known.reduce((all, value) => Math.min(all, value), Number.POSITIVE_INFINITY);
  const most = known.reduce((all, value) => Math.max(all, value), Number.NEGATIVE_INFINITY);
  return { variation, gini, ratio: least > 0 ? most / least : null, count: known.length };
}
