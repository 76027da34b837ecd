import { issue } from '~/domain/issue';
import type { GrowthHistory } from '~/engine/challenge/index';
import { type NodeStudy, rangeOf, type Support, unknownSupport } from './support';

/** How many deviations above its own mean a growth still counts as something the node could do. */
const DEVIATIONS = 2;

/**
 * What a node's own growth carries: last year grown as in the middle of its past, one deviation less, and at best as in its
 * best year or two deviations above the middle, whichever is more. Unknown without two years to tell a growth from, or where
 * last year brought nothing.
 */
export function historySupport(growth: GrowthHistory, reference: NodeStudy['reference']): Support {
  if (!reference) return unknownSupport('history', issue('challenge/noReference'));
  const { median, spread, best, yearly } = growth;
  const facts = {
    reference: reference.amount,
    years: yearly.length,
    median,
    spread,
    best,
    newest: yearly[0] ?? null,
  };
  if (median === null || spread === null || best === null) {
    return { ...unknownSupport('history', issue('challenge/oneYear')), facts };
  }
  const most = Math.max(best, median + DEVIATIONS * spread);
  return {
    kind: 'history',
    range: rangeOf(grown(reference, median - spread), grown(reference, median), grown(reference, most)),
    facts,
    issues: [],
  };
}

/** An amount after some years of a growth; it never falls below nothing. */
export const grown = ({ amount, years }: NonNullable<NodeStudy['reference']>, growth: number): number =>
  amount * Math.max(0, 1 + growth) ** years;

/** The growth of a year that leads from the reference to an amount; null where the amount is below 0. */
export const growthTo = ({ amount, years }: NonNullable<NodeStudy['reference']>, target: number): number | null =>
  target < 0 ? null : (target / amount) ** (1 / years) - 1;
