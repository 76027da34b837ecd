import { type Issue, issue } from '~/domain/issue';
import { type ColumnData, overlap, type Selection, selectionSize, selectionTotals } from '../cube';
import type { SumLimit } from './bounds';

/** A lasting limit with the sum it bounded before an edit. */
export interface LimitWatch {
  limit: SumLimit;
  before: number;
}

/** How far a sum lies outside a limit, with its sign: above the maximum positive, below the minimum negative, else 0. */
export const amountOutside = (sum: number, { min, max }: SumLimit): number =>
  sum > max ? sum - max : sum < min ? sum - min : 0;

/** Takes down what every limit bounds now. Costs nothing without limits. */
export const watchLimits = (column: ColumnData, limits: SumLimit[] = []): LimitWatch[] =>
  limits.map((limit) => ({ limit, before: selectionTotals(column, limit.selection).sum }));

/**
 * The limit that an edit broke worst, as a refusal: by how much, and all broken ones by id. What lies in the edited cells
 * must end within its limits; a limit around them that was broken before may stay so, but not get worse.
 */
export function brokenLimit(column: ColumnData, watched: LimitWatch[], edited: Selection[]): Issue | null {
  let worst: { limit: SumLimit; sum: number; outside: number } | null = null;
  const names: string[] = [];
  for (const { limit, before } of watched) {
    const { sum } = selectionTotals(column, limit.selection);
    const outside = amountOutside(sum, limit);
    if (outside === 0) continue;
    const size = selectionSize(limit.selection);
    const own = edited.some((selection) => overlap(selection, limit.selection) === size);
    if (!own && Math.abs(outside) <= Math.abs(amountOutside(before, limit))) continue;
    if (own && sum === before) continue;
    names.push(limit.id);
    if (!worst || Math.abs(outside) > Math.abs(worst.outside)) worst = { limit, sum, outside };
  }
  if (!worst) return null;
  return issue('target/outsideLimits', {
    amount: worst.sum,
    bound: worst.sum - worst.outside,
    missing: Math.abs(worst.outside),
    limits: names.join(', '),
  });
}
