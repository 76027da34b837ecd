import { MAX_VALUE } from './money';

/** An exact decimal number: coefficient ÷ 10^scale. A bigint only where the digits do not fit a safe integer. */
export interface Decimal {
  coefficient: number | bigint;
  /** Digits after the point; negative for whole tens, hundreds … */
  scale: number;
}

const MAX_DIGITS = 40;
const MAX_EXPONENT = 30;
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * The exact value of plain decimal text: optional sign, digits, optional point and exponent ("33.6442", "-5", "1.5E+05").
 * Null for anything else, for no digits, more than 40 digits or an exponent beyond 30. Nothing is rounded.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  const digits = whole + fraction;
  const exponent = match[4] === undefined ? 0 : Number(match[4]);
  if (digits.length === 0 || digits.length > MAX_DIGITS || Math.abs(exponent) > MAX_EXPONENT) return null;
  const magnitude = digits.length <= 15 ? Number(digits) : narrow(BigInt(digits));
  return { coefficient: match[1] === '-' ? negate(magnitude) : magnitude, scale: fraction.length - exponent };
}

/**
 * Integer minor units of a decimal (33.6442 at minor unit 2 → 3364), rounded half away from zero in integer arithmetic.
 * Null where the result is beyond 2^53 − 1. Never −0.
 */
export function toMinorUnits(value: Decimal, minorUnit: number): number | null {
  const { coefficient } = value;
  const shift = value.scale - minorUnit;
  if (typeof coefficient === 'number' && shift <= 15) {
    const units = shift > 0 ? divideHalfAway(coefficient, 10 ** shift) : coefficient * 10 ** -shift;
    // Beyond 2^53 a product may have been rounded, and then it is refused anyway.
    if (shift > 0 || shift >= -22) return Math.abs(units) <= MAX_VALUE ? units + 0 : null;
  }
  return bigToMinorUnits(BigInt(coefficient), shift);
}

/** The exact product of two decimals; falls back to bigint only where the coefficients' product leaves 2^53 − 1. */
export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = a.scale + b.scale;
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const product = a.coefficient * b.coefficient;
    if (Math.abs(product) <= MAX_VALUE) return { coefficient: product + 0, scale };
  }
  return { coefficient: narrow(BigInt(a.coefficient) * BigInt(b.coefficient)), scale };
}

/** Quotient rounded half away from zero; exact for safe integers and powers of ten up to 10^15. */
export function divideHalfAway(value: number, divisor: number): number {
  const magnitude = Math.abs(value);
  const rest = magnitude % divisor;
  const quotient = (magnitude - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  return value < 0 && quotient !== 0 ? -quotient : quotient;
}

function bigToMinorUnits(coefficient: bigint, shift: number): number | null {
  const negative = coefficient < 0n;
  let magnitude = negative ? -coefficient : coefficient;
  if (shift <= 0) magnitude *= 10n ** BigInt(-shift);
  else {
    const divisor = 10n ** BigInt(shift);
    const rest = magnitude % divisor;
    magnitude = magnitude / divisor + (rest * 2n >= divisor ? 1n : 0n);
  }
  if (magnitude > BigInt(MAX_VALUE)) return null;
  return negative && magnitude !== 0n ? -Number(magnitude) : Number(magnitude);
}

const negate = (value: number | bigint): number | bigint => (value === 0 || value === 0n ? value : -value);

const narrow = (value: bigint): number | bigint =>
  value >= BigInt(-MAX_VALUE) && value <= BigInt(MAX_VALUE) ? Number(value) : value;
