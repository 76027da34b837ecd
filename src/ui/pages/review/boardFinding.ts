import type { KpiCard } from '~/domain/view';

export interface BoardCounts {
  good: number;
  watch: number;
  bad: number;
  /** Shown without a judgement: no limit, too few cases, still running. */
  open: number;
  /** Folded: their source is not there. */
  folded: number;
}

export interface Board {
  shown: KpiCard[];
  folded: KpiCard[];
  counts: BoardCounts;
}

/** Cards whose source is missing are folded, never shown as 0; the others stand in their order. */
export function foldBoard(cards: readonly KpiCard[]): Board {
  const shown = cards.filter((card) => card.missing.length === 0);
  const folded = cards.filter((card) => card.missing.length > 0);
  const count = (status: KpiCard['status']) => shown.filter((card) => card.status === status).length;
  return {
    shown,
    folded,
    counts: {
      good: count('good'),
      watch: count('watch'),
      bad: count('bad'),
      open: count(null),
      folded: folded.length,
    },
  };
}

/** What needs attention: missed before at risk, each in the order of the board. */
export function attentionOf(cards: readonly KpiCard[]): KpiCard[] {
  return [...cards.filter((card) => card.status === 'bad'), ...cards.filter((card) => card.status === 'watch')];
}

/** The member with the most misses below a node; null where nobody misses anything. */
export function mostMisses<R extends { label: string; cards: readonly KpiCard[] }>(
  rows: readonly R[],
): { label: string; misses: number; of: number } | null {
  let worst: { label: string; misses: number; of: number } | null = null;
  for (const { label, cards } of rows) {
    const misses = cards.filter((card) => card.status === 'bad').length;
    const of = cards.filter((card) => card.status !== null).length;
    if (misses > (worst?.misses ?? 0)) worst = { label, misses, of };
  }
  return worst;
}
