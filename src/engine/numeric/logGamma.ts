/**
 * Natural logarithm of the gamma function for arguments above 0, to about 14 digits. Positive infinity at 0, NaN below: callers
 * keep their parameters positive. Source: Stirling's series after the argument was lifted to at least 10.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  let lifted = x;
  let product = 1;
  while (lifted < 10) {
    product *= lifted;
    lifted += 1;
  }
  const inverse = 1 / lifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square / 156))))));
  return (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_TWO_PI + series - Math.log(product);
}

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
