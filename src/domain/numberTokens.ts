import { decimalFraction, type Fraction, multiplyFractions, powerOfTen } from './numberFraction';
import { type NumberMarks, ungroupDigits } from './numberText';

export type NumberToken =
  | {
      kind: 'number';
      value: Fraction /** Power of ten of the written unit, null for a bare number. */;
      power: number | null;
    }
  | { kind: 'sign'; sign: '+' | '-' | '*' | '/' | '(' | ')' | '%' | '=' };

/** Powers of ten by what people write behind a number; longer names first. 元 says "exactly this much". */
const UNITS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['百亿', 10],
  ['千亿', 11],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['bn', 9],
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['w', 4],
];

const DIGITS = /^(?:\d[\d.,'’ ]*|[.,]\d[\d]*)/;
const EXPONENT = /^e([+-]?\d{1,2})(?![\d.])/i;
const SIGNS = '+-*/()%=';

/** Cuts a normalised text into numbers with their units and signs; null at the first thing that is neither. */
export function numberTokens(text: string, marks: NumberMarks): NumberToken[] | null {
  const tokens: NumberToken[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const sign = rest[0];
    if (SIGNS.includes(sign)) {
      tokens.push({ kind: 'sign', sign: sign as '+' });
      rest = rest.slice(1).trimStart();
      continue;
    }
    const number = readLiteral(rest, marks);
    if (!number) return null;
    tokens.push({ kind: 'number', value: number.value, power: number.power });
    rest = rest.slice(number.length).trimStart();
  }
  return tokens;
}

function readLiteral(
  text: string,
  marks: NumberMarks,
): { value: Fraction; power: number | null; length: number } | null {
  const written = DIGITS.exec(text)?.[0].trimEnd();
  const digits = written === undefined ? null : ungroupDigits(written, marks);
  if (written === undefined || digits === null) return null;
  let value = decimalFraction(digits);
  let length = written.length;
  const exponent = EXPONENT.exec(text.slice(length));
  if (exponent) {
    value = multiplyFractions(value, powerOfTen(Number(exponent[1])));
    length += exponent[0].length;
  }
  const unit = readUnit(text.slice(length));
  if (!unit) return { value, power: null, length };
  return { value: multiplyFractions(value, powerOfTen(unit.power)), power: unit.power, length: length + unit.length };
}

function readUnit(text: string): { power: number; length: number } | null {
  const space = text.length - text.trimStart().length;
  const lower = text.slice(space).toLowerCase();
  const unit = UNITS.find(([name]) => lower.startsWith(name));
  const unitLength = unit ? unit[0].length : 0;
  const yuan = lower.slice(unitLength).startsWith('元') ? 1 : 0;
  if (!unit && yuan === 0) return null;
  return { power: unit ? unit[1] : 0, length: space + unitLength + yuan };
}
