import type { BalanceView } from '~/domain/balanceView';
import type { LastYearKind } from '~/domain/challengeView';
import { correlation } from '~/engine/challenge/index';

/** One member's years, minor units; null = unknown. */
export interface RatchetMember {
  now: number | null;
  lastYear: number | null;
  /** The year before that, and what was asked of last year. */
  yearBefore: number | null;
  lastTarget: number | null;
}

const LEAST_WITH_TARGETS = 3;

/**
 * Whether more is asked of those who did well (鞭打快牛): correlation of the growth asked with last year's attainment; where
 * fewer than three had a target then, with last year's own growth. Flagged above the limit. Source: kpi.md §3.8.
 */
export function ratchetOf(
  members: readonly RatchetMember[],
  { limit, lastYearIs }: { limit: number; lastYearIs: LastYearKind | null },
): BalanceView['ratchet'] {
  const asked = members.map(({ now, lastYear }) => ratio(now, lastYear));
  const attained = members.map(({ lastYear, lastTarget }) => ratio(lastYear, lastTarget));
  const grew = members.map(({ lastYear, yearBefore }) => ratio(lastYear, yearBefore));
  const hasTargets = attained.filter((value) => value !== null).length >= LEAST_WITH_TARGETS;
  const { r, count } = correlation(asked, hasTargets ? attained : grew);
  return { r, count, limit, flagged: r !== null && r > limit, from: hasTargets ? 'attainment' : 'growth', lastYearIs };
}

const ratio = (amount: number | null, base: number | null): number | null =>
  amount === null || base === null || base <= 0 ? null : amount / base;
