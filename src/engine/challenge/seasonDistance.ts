/** How far one way of laying a year on its periods lies from another. */
export interface SeasonDistance {
  /** The part of the year that would have to move to another period, 0 … 1. */
  distance: number;
  /** Periods by how much they differ, most first. */
  order: number[];
}

/**
 * The distance of two profiles of a year: half the sum of the absolute differences of their shares, so that 0.1 means that a
 * tenth of the year lies in other periods. Amounts are taken as shares of their own sum, blanks as 0. Null where either has
 * no sum above 0. Both must have the same length.
 */
export function seasonDistance(amounts: ArrayLike<number>, profile: ArrayLike<number>): SeasonDistance | null {
  if (amounts.length !== profile.length) {
    throw new RangeError(`seasonDistance: ${amounts.length} periods against ${profile.length}`);
  }
  const total = sumOf(amounts);
  const whole = sumOf(profile);
  if (!(total > 0) || !(whole > 0)) return null;
  const apart = Float64Array.from(amounts, (amount, p) => Math.abs(amount / total - profile[p] / whole));
  return {
    distance: sumOf(apart) / 2,
    order: [...apart.keys()].sort((a, b) => apart[b] - apart[a] || a - b),
  };
}

const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i];
  return sum;
};
