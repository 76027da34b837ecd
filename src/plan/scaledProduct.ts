/**
 * a × b × 10^shift as an integer, rounded half away from zero, exact however large the product is on its way. Both are
 * integers; anything else is a programmer's error.
 */
export function scaledProduct(a: number, b: number, shift: number): number {
  const product = BigInt(a) * BigInt(b);
  if (shift >= 0) return Number(product * 10n ** BigInt(shift));
  const divisor = 10n ** BigInt(-shift);
  const sign = product < 0n ? -1n : 1n;
  return Number(((product * sign * 2n + divisor) / (divisor * 2n)) * sign);
}
