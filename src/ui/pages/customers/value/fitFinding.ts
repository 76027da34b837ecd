import type { ValueView } from '~/domain/customerValue';

/**
 * How well the model tells the customers by repeat purchases: the share of customers in another class than expected. Up to 5 %
 * it fits, up to 15 % roughly.
 */
export function fitFinding({ counts }: Pick<ValueView, 'counts'>): 'good' | 'rough' | 'bad' {
  const customers = counts.reduce((sum, { actual }) => sum + actual, 0);
  const misplaced = counts.reduce((sum, { expected, actual }) => sum + Math.abs(expected - actual), 0) / 2;
  const share = customers > 0 ? misplaced / customers : 1;
  return share <= 0.05 ? 'good' : share <= 0.15 ? 'rough' : 'bad';
}
