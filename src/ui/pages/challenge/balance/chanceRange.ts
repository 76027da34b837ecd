import type { BalanceRow } from '~/domain/balanceView';

/** The least and the best chance of those of whom one is known, now or as proposed; null where of nobody. */
export function chanceRange(
  rows: readonly Pick<BalanceRow, 'chance'>[],
  when: 'now' | 'after',
): { least: number; best: number } | null {
  const known = rows.flatMap(({ chance }) => (chance[when] === null ? [] : [chance[when]]));
  return known.length === 0 ? null : { least: Math.min(...known), best: Math.max(...known) };
}
