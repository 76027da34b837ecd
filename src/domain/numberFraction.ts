/** A quotient of whole numbers, the denominator above zero: what a person types is never touched by binary fractions. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export const ONE: Fraction = { n: 1n, d: 1n };

export const wholeFraction = (value: number): Fraction => ({ n: BigInt(value), d: 1n });

/** `n × 10^power`, for any sign of the power. */
export const powerOfTen = (power: number): Fraction =>
  power >= 0 ? { n: 10n ** BigInt(power), d: 1n } : { n: 1n, d: 10n ** BigInt(-power) };

/** The exact value of digits with at most one point, '12.50'. */
export function decimalFraction(text: string): Fraction {
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  const decimals = text.slice(point + 1);
  return { n: BigInt(text.slice(0, point) + decimals || '0'), d: 10n ** BigInt(decimals.length) };
}

export const addFractions = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

export const negateFraction = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });

/** Null where the divisor is zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction | null {
  if (b.n === 0n) return null;
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** The nearest whole number, halves away from zero; null beyond what a float64 holds exactly. */
export function roundFraction(a: Fraction): number | null {
  const size = a.n < 0n ? -a.n : a.n;
  const whole = (2n * size + a.d) / (2n * a.d);
  if (whole > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return whole === 0n ? 0 : Number(a.n < 0n ? -whole : whole);
}
