/**
 * The share of the standard normal distribution below `z`; 0 and 1 at the infinities. Absolute error below 1e-15 near the
 * middle, relative error below 1e-13 down to −7 and below 2e-8 in the tail under it, which ends at −37. Source: J. F. Hart et al., Computer Approximations 1968,
 * in the form of G. West 2005.
 */
export function normalShare(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('normalShare: not a number');
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const density = Math.exp((-x * x) / 2);
  const tail = x < 7.07106781186547 ? (density * horner(TOP, x)) / horner(BOTTOM, x) : density / fraction(x);
  return z > 0 ? 1 - tail : tail;
}

const TOP = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const BOTTOM = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** Continued fraction of the far tail. */
const fraction = (x: number): number => (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) * 2.506628274631;

const horner = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, c) => sum * x + c, 0);
