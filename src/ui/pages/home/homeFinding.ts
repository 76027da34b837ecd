import type { DimensionId } from '~/domain/dimension';
import type { HomeView } from '~/domain/view';

/** The one thing Home says first. Amounts are positive, minor units. */
export type HomeFinding =
  | { kind: 'behind'; amount: number; place: { name: string; share: 'all' | 'most' } | null }
  | { kind: 'ahead'; amount: number }
  | { kind: 'onPace' }
  | { kind: 'noActual'; amount: number }
  | { kind: 'noTarget' };

export interface FindingOptions {
  view: Pick<HomeView, 'target' | 'actual' | 'planToDate' | 'attention'>;
  /** The dimension whose members may carry the gap: the first of the plan's main view. */
  dimension: DimensionId | null;
  /** True for amounts that are 0 in the unit of the page. */
  isNothing: (amount: number) => boolean;
}

/** Below this share of the gap no single member is to be named. */
const MOST = 0.5;
/** Rounding of the plan to date by working days may leave a whole gap a little short. */
const ALL = 0.98;

/** How the plan stands to date and, where one member makes most of the gap, whose it is. */
export function homeFinding({ view, dimension, isNothing }: FindingOptions): HomeFinding {
  const { target, actual, planToDate } = view;
  if (target === null) return { kind: 'noTarget' };
  if (actual === null || planToDate === null) return { kind: 'noActual', amount: target };
  const gap = planToDate - actual;
  if (isNothing(gap)) return { kind: 'onPace' };
  if (gap < 0) return { kind: 'ahead', amount: -gap };
  return { kind: 'behind', amount: gap, place: placeOf(view, { dimension, gap }) };
}

function placeOf(
  view: FindingOptions['view'],
  { dimension, gap }: { dimension: DimensionId | null; gap: number },
): { name: string; share: 'all' | 'most' } | null {
  const worst = view.attention
    .filter(({ kind, params, at }) => kind === 'behindPace' && params.dimension === dimension && isOneNode(at))
    .map(({ params }) => ({ name: String(params.name ?? ''), amount: Number(params.amount ?? 0) }))
    .sort((a, b) => b.amount - a.amount)[0];
  if (!worst || worst.name === '' || worst.amount < gap * MOST) return null;
  return { name: worst.name, share: worst.amount >= gap * ALL ? 'all' : 'most' };
}

const isOneNode = (at: Record<string, number> | null): boolean => at !== null && Object.keys(at).length === 1;
