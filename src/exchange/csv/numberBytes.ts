import { MAX_VALUE } from '~/domain/money';
import { DOT, MINUS, ZERO } from './bytes';

const MAX_LENGTH = 17;

/** Reads a number out of a range of bytes; NaN for everything that is not plain digits. */
export type NumberReader = (bytes: Uint8Array, start: number, end: number) => number;

/**
 * A reader of plain numbers (-123.45) as integer minor units, rounded half away from zero on their digits. It gives NaN for
 * everything else (other signs, separators, full-width digits, text, too many digits): that takes the slow path by text.
 */
export function createUnitsReader(minorUnit: number): NumberReader {
  return (bytes, start, end) => {
    let i = start;
    if (end - i > MAX_LENGTH) return Number.NaN;
    const negative = i < end && bytes[i] === MINUS;
    if (negative) i++;
    let value = 0;
    let digit = 0;
    const whole = i;
    for (; i < end; i++) {
      digit = bytes[i] - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (i === whole) return Number.NaN;
    let decimals = 0;
    if (i < end) {
      if (bytes[i] !== DOT || i + 1 === end) return Number.NaN;
      let rounding = 0;
      while (++i < end) {
        digit = bytes[i] - ZERO;
        if (digit < 0 || digit > 9) return Number.NaN;
        if (decimals < minorUnit) value = value * 10 + digit;
        else if (decimals === minorUnit && digit >= 5) rounding = 1;
        decimals++;
      }
      value += rounding;
    }
    for (; decimals < minorUnit; decimals++) value *= 10;
    if (value > MAX_VALUE) return Number.NaN;
    return negative && value !== 0 ? -value : value;
  };
}

/** A whole number of digits alone, a minus before it at most; NaN for everything else and beyond 2^53 − 1. */
export function wholeFromBytes(bytes: Uint8Array, start: number, end: number): number {
  const negative = start < end && bytes[start] === MINUS;
  const whole = negative ? start + 1 : start;
  if (whole === end || end - start > MAX_LENGTH) return Number.NaN;
  let value = 0;
  for (let i = whole; i < end; i++) {
    const digit = bytes[i] - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  if (value > MAX_VALUE) return Number.NaN;
  return negative && value !== 0 ? -value : value;
}
