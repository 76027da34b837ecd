import { normalQuantile } from '../numeric';
import type { Outcome } from './outcome';

/** One who shares a total. Amounts in minor units. */
export interface BalanceMember {
  /** What it may come to without the target; null = nobody can tell: it keeps its amount. */
  outcome: Outcome | null;
  /** What is asked now; null counts as 0. */
  now: number;
  /** The least and the most it can be given, what is held included. */
  least: number;
  most: number;
}

/** `chance`: all reach their amount with the same chance. `stretch`: all are asked the same multiple of what is expected. */
export type BalanceBy = 'chance' | 'stretch';

export interface BalancedTargets {
  /** By member, whole minor units; they sum to the total exactly. */
  amounts: number[];
  /** The chance or multiple that all share who are not at an end; null where everybody is. */
  level: number | null;
  /** Who could not be given what would be equal. */
  bound: ('least' | 'most' | null)[];
}

const STEPS = 90;
const LEAST_CHANCE = 1e-9;
const MOST_STRETCH = 1e6;

/**
 * A fixed total (the sum of what is asked now) laid out anew so that it is equally hard for all: the common chance u with
 * Σ F⁻¹(u) = total, or the common multiple of the expectation, within each one's limits. Members without an expectation, or
 * with one of 0 or less, keep what they have. Exact in whole minor units (what is left goes to the largest fractions, ties to
 * the lower index). The ends of everybody are widened to what is asked now, so that there is always an answer.
 * Source: kpi.md §3.8; bisection, as both sums are monotone.
 */
export function balanceTargets(members: readonly BalanceMember[], by: BalanceBy): BalancedTargets {
  const total = members.reduce((sum, { now }) => sum + now, 0);
  const ends = members.map(({ outcome, now, least, most }) =>
    outcome === null || outcome.middle <= 0
      ? { least: now, most: now }
      : { least: Math.min(least, now), most: Math.max(most, now) },
  );
  const wish = by === 'chance' ? wishByChance : wishByStretch;
  const amountsAt = (level: number): number[] => {
    const wanted = wish(level);
    return members.map(({ outcome, now }, i) =>
      ends[i].least === ends[i].most || outcome === null
        ? Math.min(Math.max(now, ends[i].least), ends[i].most)
        : Math.min(Math.max(wanted(outcome), ends[i].least), ends[i].most),
    );
  };
  const [easy, hard] = by === 'chance' ? [1 - LEAST_CHANCE, LEAST_CHANCE] : [0, MOST_STRETCH];
  let low = easy;
  let high = hard;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (sumOf(amountsAt(middle)) < total) low = middle;
    else high = middle;
  }
  const level = (low + high) / 2;
  const amounts = exactly(amountsAt(level), { total, ends });
  const bound = amounts.map((amount, i) => {
    if (ends[i].least === ends[i].most) return members[i].outcome === null ? null : 'least';
    if (amount <= ends[i].least) return 'least';
    return amount >= ends[i].most ? 'most' : null;
  });
  const isFree = (i: number): boolean => bound[i] === null && members[i].outcome !== null;
  return { amounts, level: members.some((_, i) => isFree(i)) ? level : null, bound };
}

const wishByChance = (chance: number): ((outcome: Outcome) => number) => {
  const z = normalQuantile(chance);
  return ({ middle, down, up }) => middle - z * (chance > 0.5 ? down : up);
};

const wishByStretch =
  (stretch: number): ((outcome: Outcome) => number) =>
  ({ middle }) =>
    middle * stretch;

interface Ends {
  least: number;
  most: number;
}

/** Rounds down, then gives what is left (or takes what is too much) one unit after the other, and in bulk where that is far. */
function exactly(amounts: number[], { total, ends }: { total: number; ends: Ends[] }): number[] {
  const whole = amounts.map((amount, i) =>
    Math.min(Math.max(Math.floor(amount), Math.ceil(ends[i].least)), ends[i].most),
  );
  let left = total - sumOf(whole);
  const order = amounts
    .map((amount, i) => ({ i, rest: amount - Math.floor(amount) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .map(({ i }) => i);
  const step = left < 0 ? -1 : 1;
  const room = (i: number): number => (step > 0 ? ends[i].most - whole[i] : whole[i] - ends[i].least);
  while (left !== 0) {
    const takers = order.filter((i) => room(i) >= 1);
    if (takers.length === 0) break;
    const each = Math.max(1, Math.floor(Math.abs(left) / takers.length));
    for (const i of takers) {
      const part = Math.min(each, Math.floor(room(i)), Math.abs(left));
      whole[i] += step * part;
      left -= step * part;
      if (left === 0) break;
    }
  }
  return whole;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
