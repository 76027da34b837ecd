import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfAway, multiplyDecimal, parseDecimal, toMinorUnits } from '~/domain/decimal';

const units = (text: string, minorUnit = 2): number | null => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not read: ${text}`);
  return toMinorUnits(value, minorUnit);
};

/** A decimal text by hand: sign, whole digits, decimals. */
const decimalText = fc
  .tuple(fc.boolean(), fc.stringMatching(/^\d{1,14}$/), fc.stringMatching(/^\d{0,8}$/))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);

/** The same by bigint alone. */
function reference(texts: string[], minorUnit: number): bigint {
  let coefficient = 1n;
  let scale = 0;
  for (const text of texts) {
    const [whole, fraction = ''] = text.split('.');
    coefficient *= BigInt(whole + fraction);
    if (whole.startsWith('-') && BigInt(whole + fraction) === 0n) coefficient *= 1n;
    scale += fraction.length;
  }
  const negative = coefficient < 0n;
  let magnitude = negative ? -coefficient : coefficient;
  if (scale > minorUnit) {
    const divisor = 10n ** BigInt(scale - minorUnit);
    magnitude = (magnitude * 2n + divisor) / (divisor * 2n);
  } else magnitude *= 10n ** BigInt(minorUnit - scale);
  return negative ? -magnitude : magnitude;
}

const asBig = (value: number | null): bigint | null => (value === null ? null : BigInt(value));
const inRange = (value: bigint): bigint | null =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER) ? value : null;

describe('decimal text', () => {
  it('becomes minor units rounded half away from zero', () => {
    const cases: [string, number, number][] = [
      ['33.6442', 2, 3364],
      ['0.005', 2, 1],
      ['-0.005', 2, -1],
      ['0.0049999999', 2, 0],
      ['1.005', 2, 101],
      ['2.5', 0, 3],
      ['-2.5', 0, -3],
      ['1.5E+05', 2, 15_000_000],
      ['12e-3', 2, 1],
      ['.5', 2, 50],
      ['5.', 2, 500],
      ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
    ];
    for (const [text, minorUnit, expected] of cases) expect([text, units(text, minorUnit)]).toEqual([text, expected]);
  });

  it('is refused beyond 2^53 − 1 and never gives −0', () => {
    expect(units('90071992547409.92')).toBeNull();
    expect(units('1e30')).toBeNull();
    expect(Object.is(units('-0.001'), 0)).toBe(true);
    expect(Object.is(units('-0'), 0)).toBe(true);
  });

  it('is null for what is not a plain number', () => {
    for (const text of ['', '-', '.', 'abc', '1,000', '1 000', '0x10', '１', '1e', '1e99', '--1', 'NaN', 'Infinity']) {
      expect([text, parseDecimal(text)]).toEqual([text, null]);
    }
  });

  it('multiplied equals bigint arithmetic in 10,000 cases', () => {
    fc.assert(
      fc.property(decimalText, decimalText, fc.constantFrom(0, 2, 3), (a, b, minorUnit) => {
        const left = parseDecimal(a);
        const right = parseDecimal(b);
        if (left === null || right === null) return false;
        return asBig(toMinorUnits(multiplyDecimal(left, right), minorUnit)) === inRange(reference([a, b], minorUnit));
      }),
      { numRuns: 10_000, seed: 20_250_101 },
    );
  });

  it('rounded alone equals bigint arithmetic', () => {
    fc.assert(
      fc.property(decimalText, fc.constantFrom(0, 2, 3), (text, minorUnit) => {
        return asBig(units(text, minorUnit)) === inRange(reference([text], minorUnit));
      }),
      { numRuns: 5000, seed: 7 },
    );
  });

  it('division rounds ties away from zero on both sides', () => {
    expect([25, -25, 24, -24, 4, -4].map((value) => divideHalfAway(value, 10))).toEqual([3, -3, 2, -2, 0, 0]);
  });
});
