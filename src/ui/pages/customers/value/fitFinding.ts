import type { ValueView } from '~/domain/customerValue';

/**
 * How well the model tells these customers, by the share of them in another class of repeat purchases than expected: up to 5 % it
 * fits, up to 15 % roughly. Beyond that it may still foretell: where the back test is within 10 %, `uneven`.
 */
export function fitFinding({
  counts,
  check,
}: Pick<ValueView, 'counts' | 'check'>): 'good' | 'rough' | 'uneven' | 'bad' {
  const customers = counts.reduce((sum, { actual }) => sum + actual, 0);
  const misplaced = counts.reduce((sum, { expected, actual }) => sum + Math.abs(expected - actual), 0) / 2;
  const share = customers > 0 ? misplaced / customers : 1;
  if (share <= 0.15) return share <= 0.05 ? 'good' : 'rough';
  const isForetold = check !== null && check.actual > 0 && Math.abs(check.predicted / check.actual - 1) <= 0.1;
  return isForetold ? 'uneven' : 'bad';
}
