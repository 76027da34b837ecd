import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, toMinorUnits } from '~/domain/decimal';
import { civilOf, dayOf, isoDate, isRealDate } from '~/domain/period';
import { amountFromText, type DecimalMark } from '~/exchange/csv/amountText';
import { ByteDictionary } from '~/exchange/csv/byteDictionary';
import { closeDate, isOpenDate, NO_DATE, realDay } from '~/exchange/csv/calendarDate';
import { dateFromBytes } from '~/exchange/csv/dateBytes';
import { dateFromText } from '~/exchange/csv/dateText';
import { hashBytes } from '~/exchange/csv/hash';
import { createUnitsReader, wholeFromBytes } from '~/exchange/csv/numberBytes';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const fast = (text: string): number => dateFromBytes(utf8(text), 0, utf8(text).length);
const shown = (day: number): string => (day === NO_DATE ? 'none' : isOpenDate(day) ? 'open' : isoDate(day));

describe('amounts', () => {
  it('are read as people and exports write them', () => {
    const cases: [string, DecimalMark, number | null][] = [
      ['1234.5', '.', 123_450],
      ['¥1,234.50', '.', 123_450],
      ['￥ 1,234.50 元', '.', 123_450],
      ['１，２３４．５', '.', 123_450],
      ['(1,200)', '.', -120_000],
      ['1,200-', '.', -120_000],
      ['-¥5', '.', -500],
      ['¥-5', '.', -500],
      ['1.2万', '.', 1_200_000],
      ['3亿', '.', 30_000_000_000],
      ['1 234,50', ',', 123_450],
      ['1.234,50 €', ',', 123_450],
      ['RMB 12', '.', 1200],
      ['1.5E+05', '.', 15_000_000],
      ['1,5', '.', null],
      ['1,23,4', '.', null],
      ['12%', '.', null],
      ['abc', '.', null],
      ['', '.', null],
      ['-', '.', null],
      ['--5', '.', null],
      ['(-5)', '.', null],
      ['1.2.3', '.', null],
      ['12 34', '.', null],
    ];
    for (const [text, mark, expected] of cases) {
      const value = amountFromText(text, mark);
      expect([text, value && toMinorUnits(value, 2)]).toEqual([text, expected]);
    }
  });

  it('read from plain bytes equal those from text', () => {
    const plain = fc
      .tuple(fc.boolean(), fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^\d{0,6}$/))
      .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`);
    fc.assert(
      fc.property(plain, fc.constantFrom(0, 2, 3), (text, minorUnit) => {
        const bytes = utf8(text);
        const units = createUnitsReader(minorUnit)(bytes, 0, bytes.length);
        const value = parseDecimal(text);
        return bytes.length > 17
          ? Number.isNaN(units)
          : value !== null && Object.is(units, toMinorUnits(value, minorUnit));
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it('of pieces are read from digits alone', () => {
    const read = (text: string): number => wholeFromBytes(utf8(text), 0, utf8(text).length);
    expect(['0', '-0', '12', '-7', '9007199254740991'].map(read)).toEqual([0, 0, 12, -7, 9_007_199_254_740_991]);
    for (const text of ['', '-', '1.0', '1,000', '+1', ' 1', '9007199254740992', '12a', '１２'])
      expect(read(text)).toBeNaN();
  });

  it('off the plain path are left to the text reader', () => {
    const read = createUnitsReader(2);
    for (const text of ['', '-', '1,000', '+1', '.5', '5.', '1e3', ' 1', '1 ', '１', '12345678901234567']) {
      expect([text, read(utf8(text), 0, utf8(text).length)]).toEqual([text, Number.NaN]);
    }
  });
});

describe('dates', () => {
  it('are read in every way they are written', () => {
    const cases: [string, string][] = [
      ['2024-03-15', '2024-03-15'],
      ['2024/3/5', '2024-03-05'],
      ['2024.3.15', '2024-03-15'],
      ['20240315', '2024-03-15'],
      ['2024-03-15 08:30:00', '2024-03-15'],
      ['2024-03-15T08:30:00Z', '2024-03-15'],
      ['2024年3月15日', '2024-03-15'],
      ['2024年03月15日 上午8:30', '2024-03-15'],
      [' ２０２４-０３-１５ ', '2024-03-15'],
      ['15-Mar-2024', '2024-03-15'],
      ['March 15, 2024', '2024-03-15'],
      ['45366', '2024-03-15'],
      ['3/15/2024', 'open'],
      ['15.03.2024', 'open'],
      ['3/15/24', 'open'],
      ['2024-02-30', 'none'],
      ['2023-02-29', 'none'],
      ['13/13/2024', 'none'],
      ['2024-3', 'none'],
      ['0000-00-00', 'none'],
      ['1024-01-01', 'none'],
      ['2024-03-15x', 'none'],
      ['2024-03/15', 'none'],
      ['hello', 'none'],
      ['', 'none'],
    ];
    for (const [text, expected] of cases) {
      const day = fast(text);
      expect([text, shown(day === NO_DATE ? dateFromText(text) : day)]).toEqual([text, expected]);
    }
  });

  it('read from bytes equal those from text, for every day from 1990 to 2040', () => {
    for (let day = dayOf(1990, 1, 1); day <= dayOf(2040, 12, 31); day += 3) {
      const { year, month, date } = civilOf(day);
      expect(fast(isoDate(day))).toBe(day);
      expect(fast(`${year}/${month}/${date}`)).toBe(day);
      expect(closeDate(fast(`${month}/${date}/${year}`), 'mdy')).toBe(day);
      expect(closeDate(dateFromText(`${date}.${month}.${year}`), 'dmy')).toBe(day);
    }
  });

  it('exist exactly where the calendar has them, from 1900 to 2199', () => {
    for (let year = 1899; year <= 2200; year++) {
      for (let month = 0; month <= 13; month++) {
        for (const date of [0, 1, 28, 29, 30, 31, 32]) {
          const exists = year >= 1900 && year <= 2199 && isRealDate(year, month, date);
          if (realDay(year, month, date) !== (exists ? dayOf(year, month, date) : NO_DATE)) {
            throw new Error(`${year}-${month}-${date}`);
          }
        }
      }
    }
  });

  it('in the other order are no date where that day does not exist', () => {
    expect(closeDate(fast('2/30/2024'), 'mdy')).toBe(NO_DATE);
    expect(closeDate(fast('15/3/2024'), 'mdy')).toBe(NO_DATE);
    expect(isoDate(closeDate(fast('24/3/15'), 'ymd'))).toBe('2024-03-15');
  });
});

describe('dictionary of cells', () => {
  it('codes texts in order of appearance, exactly, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 200 }), (texts) => {
        const dictionary = new ByteDictionary();
        const order = new Map<string, number>();
        for (const text of texts) {
          const bytes = utf8(text);
          const clean = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
          if (!order.has(clean)) order.set(clean, order.size);
          expect(dictionary.codeOf(bytes, 0, bytes.length)).toBe(order.get(clean));
        }
        for (const [text, code] of order) expect(dictionary.text(code)).toBe(text);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('stays exact through growth and where 32-bit hashes collide', () => {
    const dictionary = new ByteDictionary();
    const bytes = new Uint8Array(8);
    let wrong = 0;
    // Among 300,000 scattered texts of one length about ten pairs share their hash.
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 300_000; i++) {
        const scattered = Math.imul(i, 0x9e3779b1);
        for (let d = 0; d < 8; d++) bytes[d] = 0x41 + ((scattered >>> (4 * ((d * 5) % 8))) & 15) + (d % 3) * 16;
        if (dictionary.codeOf(bytes, 0, bytes.length) !== i) wrong++;
      }
    }
    expect([wrong, dictionary.size]).toEqual([0, 300_000]);
    expect(dictionary.text(0)).toBe('AQaAQaAQ');
  });

  it('marks entries that are no text in their encoding', () => {
    const dictionary = new ByteDictionary();
    const code = dictionary.codeOf(Uint8Array.from([0x41, 0xff]), 0, 2);
    expect([dictionary.hasBad, dictionary.isBad(code)]).toEqual([true, true]);
  });
});

it('running order numbers never share a hash', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 300_000; i++) {
    const bytes = utf8(`SO${1_000_000 + i}`);
    seen.add(hashBytes(bytes, 0, bytes.length));
  }
  expect(seen.size).toBe(300_000);
});
