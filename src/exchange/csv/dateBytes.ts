import { DOT, MINUS, SLASH, SPACE, ZERO } from './bytes';
import { NO_DATE, openDate, realDay } from './calendarDate';

const LETTER_T = 0x54;
const COLON = 0x3a;

/**
 * The day number of a date in bytes: 2024-03-15, 2024/3/15, 2024.3.15, 20240315, or an open date for 3/15/2024; a time of
 * day behind a blank or T is left out. `NO_DATE` for everything else, which then takes the slow path by text.
 */
export function dateFromBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === ISO_LENGTH) {
    const day = isoDay(bytes, start);
    if (day !== NO_DATE) return day;
  }
  let i = start;
  let a = 0;
  while (i < end && isDigit(bytes[i])) {
    a = a * 10 + bytes[i] - ZERO;
    i++;
  }
  const lengthA = i - start;
  if (lengthA === 8 && i === end) return realDay(Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100);
  if (lengthA === 0 || lengthA > 4 || lengthA === 3 || i >= end) return NO_DATE;
  const separator = bytes[i];
  if (separator !== MINUS && separator !== SLASH && separator !== DOT) return NO_DATE;
  const startB = ++i;
  let b = 0;
  while (i < end && isDigit(bytes[i])) {
    b = b * 10 + bytes[i] - ZERO;
    i++;
  }
  const lengthB = i - startB;
  if (lengthB === 0 || lengthB > 2 || bytes[i] !== separator || i >= end) return NO_DATE;
  const startC = ++i;
  let c = 0;
  while (i < end && isDigit(bytes[i])) {
    c = c * 10 + bytes[i] - ZERO;
    i++;
  }
  const lengthC = i - startC;
  if (i < end && !isTime(bytes, i, end)) return NO_DATE;
  if (lengthA === 4) return lengthC === 1 || lengthC === 2 ? realDay(a, b, c) : NO_DATE;
  return lengthC === 4 || lengthC === 2 ? openDate(a, b, c) : NO_DATE;
}

const ISO_LENGTH = 10;

/** 2024-03-15, also with slashes or points: what most files hold, read without a loop. Else, or not a date, `NO_DATE`. */
function isoDay(bytes: Uint8Array, start: number): number {
  const separator = bytes[start + 4];
  if (separator !== bytes[start + 7] || (separator !== MINUS && separator !== SLASH && separator !== DOT))
    return NO_DATE;
  const y3 = bytes[start] - ZERO;
  const y2 = bytes[start + 1] - ZERO;
  const y1 = bytes[start + 2] - ZERO;
  const y0 = bytes[start + 3] - ZERO;
  const m1 = bytes[start + 5] - ZERO;
  const m0 = bytes[start + 6] - ZERO;
  const d1 = bytes[start + 8] - ZERO;
  const d0 = bytes[start + 9] - ZERO;
  // Below zero is a large number without its sign: one comparison for both ends of a digit.
  const isDigits = y3 >>> 0 <= 9 && y2 >>> 0 <= 9 && y1 >>> 0 <= 9 && y0 >>> 0 <= 9 && m1 >>> 0 <= 9 && m0 >>> 0 <= 9;
  if (!isDigits || d1 >>> 0 > 9 || d0 >>> 0 > 9) return NO_DATE;
  return realDay(y3 * 1000 + y2 * 100 + y1 * 10 + y0, m1 * 10 + m0, d1 * 10 + d0);
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** A blank or T, then digits with colons, points, signs and letters of a time zone: only its shape is looked at. */
function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  if ((bytes[start] !== SPACE && bytes[start] !== LETTER_T) || start + 1 >= end) return false;
  let colon = false;
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i];
    if (byte === COLON) colon = true;
    else if (byte > 0x7f || (i === start + 1 && !isDigit(byte))) return false;
  }
  return colon;
}
