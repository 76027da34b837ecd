/**
 * Slope of `logGamma` for arguments above 0, to about 14 digits: what an exact gradient of a likelihood needs.
 * Source: asymptotic series after the argument was lifted to at least 10 by ψ(x + 1) = ψ(x) + 1/x.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let lifted = x;
  let below = 0;
  while (lifted < 10) {
    below += 1 / lifted;
    lifted += 1;
  }
  const square = 1 / (lifted * lifted);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32_760 - square / 12))))));
  return Math.log(lifted) - 0.5 / lifted - series - below;
}
