import type { CustomersView } from '~/domain/view';
import type { Tier } from './moveMatrix';

export interface HistogramPiece {
  from: number;
  to: number;
  count: number;
  tier: Tier;
}

/** The bars of the histogram, those that a cut goes through in two: a piece has the tier its scores mean. */
export function histogramPieces({ histogram, cuts }: Pick<CustomersView, 'histogram' | 'cuts'>): HistogramPiece[] {
  const lines = [cuts.b, cuts.a].filter((cut): cut is number => cut !== null);
  return histogram.flatMap(({ from, to, count }) => {
    if (count === 0) return [];
    const edges = [from, ...lines.filter((cut) => cut > from && cut < to), to];
    return edges.slice(1).map((end, i) => ({
      from: edges[i],
      to: end,
      count,
      tier: tierAt((edges[i] + end) / 2, cuts),
    }));
  });
}

const tierAt = (score: number, { a, b }: CustomersView['cuts']): Tier =>
  a !== null && score >= a ? 'A' : b !== null && score >= b ? 'B' : 'C';
