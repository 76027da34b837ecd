import { normalQuantile, normalShare } from '../numeric';

/** What a sum may come to: as likely above as below `middle`, and how far it spreads to either side. Any unit. */
export interface Outcome {
  middle: number;
  /** Standard deviations of the two halves; 0 = it is certain. */
  down: number;
  up: number;
}

/** The outcome whose central range of share `level` is `lower` … `upper` around `middle`. Ends on the wrong side count as the middle. */
export function outcomeOf(range: { middle: number; lower: number; upper: number; level: number }): Outcome {
  const { middle, lower, upper, level } = range;
  if (!(level > 0 && level < 1)) throw new RangeError(`outcomeOf: level ${level} is not between 0 and 1`);
  const z = normalQuantile(0.5 + level / 2);
  return { middle, down: Math.max(0, middle - lower) / z, up: Math.max(0, upper - middle) / z };
}

/**
 * The chance that an outcome reaches an amount: 0.5 at its middle, falling with the amount. Where it is certain: 1 up to the
 * middle, 0 above. Each half follows a normal distribution of its own width (two-piece normal with equal halves).
 */
export function chanceOf({ middle, down, up }: Outcome, amount: number): number {
  const side = amount < middle ? down : up;
  if (side === 0) return amount <= middle ? 1 : 0;
  return normalShare((middle - amount) / side);
}

/** The amount that is reached with a chance: the inverse of `chanceOf`. Chances of 0 and 1 have no end: ±Infinity where it is uncertain. */
export function amountAt({ middle, down, up }: Outcome, chance: number): number {
  const side = chance > 0.5 ? down : up;
  return side === 0 ? middle : middle - normalQuantile(chance) * side;
}
