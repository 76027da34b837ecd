import type { DecimalMark } from '../csv/amountText';

const ZERO = 0x30;
const MOST_DIGITS = 15;

/**
 * The common ways to write an amount without a single regular expression: -1234.5, ¥1,234.50, 1.234,50 €, 12.00元. Plain
 * decimal text; null for everything else, which then takes the reader that knows all ways. It never says otherwise than that.
 */
export function quickNumber(text: string, mark: DecimalMark): string | null {
  let from = 0;
  let to = text.length;
  if (to > 24) return null;
  const negative = text.charCodeAt(0) === 0x2d;
  if (negative) from++;
  if (isCurrency(text.charCodeAt(from))) from++;
  while (text.charCodeAt(from) === 0x20 && from > 0) from++;
  if (to - from > 1 && text.charCodeAt(to - 1) === 0x5143) to--;
  const decimal = mark.charCodeAt(0);
  const group = mark === '.' ? 0x2c : 0x2e;
  let whole = '';
  let fraction = '';
  let groups = 0;
  let run = 0;
  let at = -1;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= ZERO + 9) {
      run++;
      continue;
    }
    if (at >= 0) return null;
    if (code === group) {
      if (run === 0 || run > 3 || (groups > 0 && run !== 3)) return null;
      whole += text.slice(i - run, i);
      groups++;
    } else if (code === decimal) {
      if (run === 0 || (groups > 0 && run !== 3)) return null;
      whole += text.slice(i - run, i);
      at = i;
    } else return null;
    run = 0;
  }
  if (run === 0) return null;
  if (at >= 0) fraction = text.slice(at + 1, to);
  else {
    if (groups > 0 && run !== 3) return null;
    whole += text.slice(to - run, to);
  }
  if (whole.length + fraction.length > MOST_DIGITS) return null;
  return tidy(whole, fraction, negative);
}

const isCurrency = (code: number): boolean => code === 0xa5 || code === 0xffe5 || code === 0x24 || code === 0x20ac;

function tidy(whole: string, fraction: string, negative: boolean): string {
  let first = 0;
  while (first < whole.length - 1 && whole.charCodeAt(first) === ZERO) first++;
  let last = fraction.length;
  while (last > 0 && fraction.charCodeAt(last - 1) === ZERO) last--;
  const text = (first === 0 ? whole : whole.slice(first)) + (last === 0 ? '' : `.${fraction.slice(0, last)}`);
  return negative && text !== '0' ? `-${text}` : text;
}

/**
 * Which decimal mark the plain shape of a number speaks for, by counting its marks: undefined where the shape is another one.
 * open: one mark with three digits behind it and at most three before.
 */
export function quickEvidence(text: string): 'point' | 'comma' | 'open' | 'plain' | undefined {
  let points = 0;
  let commas = 0;
  let lastMark = -1;
  let firstMark = -1;
  let from = 0;
  let to = text.length;
  if (text.charCodeAt(0) === 0x2d) from++;
  if (isCurrency(text.charCodeAt(from))) from++;
  if (text.charCodeAt(to - 1) === 0x5143) to--;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e) points++;
    else if (code === 0x2c) commas++;
    else if (code >= ZERO && code <= ZERO + 9) continue;
    else return undefined;
    if (firstMark < 0) firstMark = i;
    lastMark = i;
  }
  if (to - from < 1) return undefined;
  if (lastMark < 0) return 'plain';
  const before = firstMark - from;
  if (before === 0) return undefined;
  if (points > 0 && commas > 0) {
    const point = text.charCodeAt(lastMark) === 0x2e;
    // A decimal mark stands once, and behind all others.
    return (point ? points : commas) === 1 ? (point ? 'point' : 'comma') : undefined;
  }
  if (points + commas > 1) return to - lastMark === 4 ? (points > 0 ? 'comma' : 'point') : undefined;
  const isGroup = to - lastMark === 4 && before <= 3 && text.charCodeAt(from) !== ZERO;
  return isGroup ? 'open' : points > 0 ? 'point' : 'comma';
}
