import { kthSmallest } from '../numeric';

/** What the total and the chance are where one cause comes out badly, and where it comes out well. */
export interface Swing {
  /** Mean of the total in the worst and the best fifth of the cause (for an event: where it happens and where it does not). */
  low: number;
  high: number;
  /** Chance to make the target there; null without target. */
  lowChance: number | null;
  highChance: number | null;
  /** Distances of the means below this are luck: three standard errors of their difference. */
  noise: number;
}

/**
 * What one cause alone does to the total, from the draws that were made anyway: the mean of the total and the share of draws
 * that make `target`, among the fifth of draws in which the cause is lowest and the fifth in which it is highest (their middles
 * are about its P10 and P90). With `event`, NaN = it did not happen: `high` are the draws without it. Null where a side has no
 * draw. Other causes are as they come, so nothing is counted twice and nothing is drawn again.
 */
export function swingOf(
  total: Float64Array,
  cause: Float64Array,
  { target, event = false }: { target: number | null; event?: boolean },
): Swing | null {
  const draws = total.length;
  const fifth = Math.floor(draws / 5);
  if (!event && fifth === 0) return null;
  const copy = event ? null : Float64Array.from(cause);
  const lowEnd = copy ? kthSmallest(copy, draws, fifth - 1) : 0;
  const highEnd = copy ? kthSmallest(copy, draws, draws - fifth) : 0;
  if (!event && lowEnd >= highEnd) return null;
  const sides = [sideOf(), sideOf()];
  for (let d = 0; d < draws; d += 1) {
    const value = cause[d];
    const isLow = event ? !Number.isNaN(value) : value <= lowEnd;
    if (!isLow && !(event || value >= highEnd)) continue;
    const side = sides[isLow ? 0 : 1];
    side.count += 1;
    side.sum += total[d];
    side.squares += total[d] * total[d];
    if (target !== null && total[d] >= target) side.made += 1;
  }
  const [low, high] = sides;
  if (low.count === 0 || high.count === 0) return null;
  return {
    low: low.sum / low.count,
    high: high.sum / high.count,
    lowChance: target === null ? null : low.made / low.count,
    highChance: target === null ? null : high.made / high.count,
    noise: 3 * Math.sqrt(errorOf(low) + errorOf(high)),
  };
}

interface Side {
  count: number;
  sum: number;
  squares: number;
  made: number;
}

const sideOf = (): Side => ({ count: 0, sum: 0, squares: 0, made: 0 });

/** Squared standard error of a side's mean. */
const errorOf = ({ count, sum, squares }: Side): number => Math.max(0, squares / count - (sum / count) ** 2) / count;
