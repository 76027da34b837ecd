import type { Attention } from '~/domain/view';

/** Entries worth a line: an amount that is 0 in the unit of the page needs nobody's attention. */
export const shownAttention = (
  entries: readonly Attention[],
  isNothing: (amount: number) => boolean,
): readonly Attention[] =>
  entries.filter(({ params }) => typeof params.amount !== 'number' || !isNothing(params.amount));
