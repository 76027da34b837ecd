import type { ChallengeRule, Verdict } from '~/domain/challenge';
import { amountAt, chanceOf, type Outcome, outcomeOf } from './outcome';

/** Amounts that some evidence supports, minor units. */
export interface SupportRange {
  low: number;
  mid: number;
  high: number;
}

/** What a target is judged by. */
export interface Grounds {
  /** What the node may come to; null without a forecast. */
  outcome: Outcome | null;
  /** What other evidence supports, where there is no forecast. */
  ranges: readonly SupportRange[];
  /** The most that can be carried, null = unknown: beyond it the target is demanding at least. */
  capacity: number | null;
  /** The most that customers could buy at all, null = unknown: beyond it the target is unrealistic. */
  potential: number | null;
}

type Limits = Pick<ChallengeRule, 'easy' | 'fair' | 'demanding'>;

/** How wide the range of an evidence is taken to be: eight times in ten within it. */
const RANGE_LEVEL = 0.8;
/** The worst first: the place says which of two counts. */
const HARDEST: readonly Verdict[] = ['unrealistic', 'demanding', 'fair', 'easy'];

/**
 * How hard a target is. The chance of the forecast is held against the limits of the rule; where there is no forecast, the
 * mean of the chances that the other evidence gives, each range read as eight times in ten. Then what cannot be: above the
 * capacity it is demanding at least, above all that customers could buy unrealistic. A capacity or potential below the middle
 * of the forecast is itself refuted by what happens anyway, so it never stands lower than that. Without any of these: null,
 * unknown, never fair. A higher target is never judged easier.
 */
export function judgeTarget(target: number, grounds: Grounds, limits: Limits): Verdict | null {
  const { capacity, potential } = hardLimits(grounds);
  const chance = grounds.outcome ? chanceOf(grounds.outcome, target) : chanceByRanges(target, grounds.ranges);
  const verdicts: Verdict[] = [];
  if (chance !== null) verdicts.push(isCertainly(grounds.outcome, target) ? 'fair' : verdictOf(chance, limits));
  if (capacity !== null && target > capacity) verdicts.push('demanding');
  if (potential !== null && target > potential) verdicts.push('unrealistic');
  return HARDEST.find((verdict) => verdicts.includes(verdict)) ?? null;
}

/** Where nothing above its middle is thought possible, the forecast itself is fair, give or take a thousandth, not sure to come. */
const isCertainly = (outcome: Outcome | null, target: number): boolean =>
  outcome !== null && outcome.up === 0 && Math.abs(target - outcome.middle) <= Math.abs(outcome.middle) / 1000;

/** The word for a chance. */
export function verdictOf(chance: number, { easy, fair, demanding }: Limits): Verdict {
  if (chance >= easy) return 'easy';
  if (chance >= fair) return 'fair';
  return chance >= demanding ? 'demanding' : 'unrealistic';
}

/**
 * The most that is reached with a chance, in whole minor units, and never more than can be carried or bought. Null without a
 * forecast.
 */
export function amountWithChance(grounds: Grounds, chance: number): number | null {
  const { outcome } = grounds;
  if (!outcome) return null;
  const { capacity, potential } = hardLimits(grounds);
  const amount = Math.min(amountAt(outcome, chance), capacity ?? Infinity, potential ?? Infinity);
  return Number.isFinite(amount) ? Math.floor(amount) : null;
}

/** Limits as they bind: none below the middle of the forecast. */
export function hardLimits({ outcome, capacity, potential }: Grounds): Pick<Grounds, 'capacity' | 'potential'> {
  const least = outcome ? outcome.middle : Number.NEGATIVE_INFINITY;
  return {
    capacity: capacity === null ? null : Math.max(capacity, least),
    potential: potential === null ? null : Math.max(potential, least),
  };
}

function chanceByRanges(target: number, ranges: readonly SupportRange[]): number | null {
  if (ranges.length === 0) return null;
  const sum = ranges.reduce(
    (all, { low, mid, high }) =>
      all + chanceOf(outcomeOf({ middle: mid, lower: low, upper: high, level: RANGE_LEVEL }), target),
    0,
  );
  return sum / ranges.length;
}
