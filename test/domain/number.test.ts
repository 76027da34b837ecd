import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberContext, readNumber } from '~/domain/number';
import { plainNumber } from '~/domain/numberPlain';
import { readTarget } from '~/domain/numberTarget';

const YUAN = 1;
const WAN = 10_000;
const context = (over: Partial<NumberContext> = {}): NumberContext => ({
  current: 30_000,
  minorUnit: 2,
  unit: YUAN,
  kind: 'money',
  locale: 'zh-CN',
  ...over,
});

const read = (text: string, over: Partial<NumberContext> = {}) => {
  const result = readNumber(text, context(over));
  if (!result.ok) return result.issues[0].code;
  return result.value.kind === 'blank' ? 'blank' : result.value.amount;
};

/** Current value 300.00 in 元, or 300 万元; expected in fen. */
const TABLE: readonly (readonly [string, number | string, number | string])[] = [
  ['1200', 120_000, 1_200_000_000],
  ['1,200', 120_000, 1_200_000_000],
  ['１２００', 120_000, 1_200_000_000],
  ['１，２００．５', 120_050, 1_200_500_000],
  ['1。5', 150, 1_500_000],
  ['(1,200)', -120_000, -1_200_000_000],
  ['（500）', -50_000, -500_000_000],
  ['-1200', -120_000, -1_200_000_000],
  ['−1200', -120_000, -1_200_000_000],
  ['¥ 1,200', 120_000, 1_200_000_000],
  ['1200元', 120_000, 120_000],
  ['300k', 30_000_000, 30_000_000],
  ['1.2m', 120_000_000, 120_000_000],
  ['1.2M', 120_000_000, 120_000_000],
  ['2bn', 200_000_000_000, 200_000_000_000],
  ['2b', 200_000_000_000, 200_000_000_000],
  ['1000万', 1_000_000_000, 1_000_000_000],
  ['30w', 30_000_000, 30_000_000],
  ['1.5亿', 15_000_000_000, 15_000_000_000],
  ['2千', 200_000, 200_000],
  ['3百万', 300_000_000, 300_000_000],
  ['1.2千万元', 1_200_000_000, 1_200_000_000],
  ['1万亿', 100_000_000_000_000, 100_000_000_000_000],
  ['1亿2000万', 12_000_000_000, 12_000_000_000],
  ['=1200*1.1', 132_000, 1_320_000_000],
  ['＝1200×1.1', 132_000, 1_320_000_000],
  ['=(300k+20%*1m)/3', 16_666_667, 16_666_667],
  ['=1200*(1+10%)', 132_000, 1_320_000_000],
  ['=100+200/4-1', 14_900, 149_000_000],
  ['=-(2+3)', -500, -5_000_000],
  ['+500', 80_000, 800_000_000],
  ['+300k', 30_030_000, 330_000_000],
  ['+-500', -20_000, -200_000_000],
  ['-=500', -20_000, -200_000_000],
  ['+=500', 80_000, 800_000_000],
  ['-500', -50_000, -500_000_000],
  ['+10%', 33_000, 330_000_000],
  ['-10%', 27_000, 270_000_000],
  ['*1.05', 31_500, 315_000_000],
  ['×1.05', 31_500, 315_000_000],
  ['=*1.1', 33_000, 330_000_000],
  ['/4', 7_500, 75_000_000],
  ['÷4', 7_500, 75_000_000],
  ['10%', 'number/barePercent', 'number/barePercent'],
  ['=10%', 'number/barePercent', 'number/barePercent'],
  ['=10%*2000', 20_000, 200_000_000],
  ['1.2E+03', 120_000, 1_200_000_000],
  ['', 'blank', 'blank'],
  ['  　', 'blank', 'blank'],
  ['0', 0, 0],
  ['-0', 0, 0],
  ['abc', 'number/notUnderstood', 'number/notUnderstood'],
  ['#REF!', 'number/notUnderstood', 'number/notUnderstood'],
  ['N/A', 'number/notUnderstood', 'number/notUnderstood'],
  ['-', 'number/notUnderstood', 'number/notUnderstood'],
  ['12oo', 'number/notUnderstood', 'number/notUnderstood'],
  ['1,2', 'number/notUnderstood', 'number/notUnderstood'],
  ['1.2.3', 'number/notUnderstood', 'number/notUnderstood'],
  ['5²', 'number/notUnderstood', 'number/notUnderstood'],
  ['½', 'number/notUnderstood', 'number/notUnderstood'],
  ['100+200', 'number/notUnderstood', 'number/notUnderstood'],
  ['=1/0', 'number/notUnderstood', 'number/notUnderstood'],
  ['=300k*300k', 'number/notUnderstood', 'number/notUnderstood'],
  ['=alert(1)', 'number/notUnderstood', 'number/notUnderstood'],
  ['9007199254740992元', 'number/tooLarge', 'number/tooLarge'],
];

describe('the number grammar', () => {
  it.each(TABLE)('reads %j in 元 and in 万元', (text, inYuan, inWan) => {
    expect(read(text)).toBe(inYuan);
    expect(read(text, { unit: WAN, current: 300_000_000 })).toBe(inWan);
    expect(read(text, { locale: 'en' })).toBe(inYuan);
  });

  it('says whether an entry changes the current value', () => {
    const relative = (text: string) => {
      const result = readNumber(text, context());
      return result.ok && result.value.relative;
    };
    expect(['+500', '+10%', '-10%', '*1.05', '/4', '=*2', '-=1', '+-1'].every(relative)).toBe(true);
    expect(['500', '-500', '=1+1', '(5)', '10万'].some(relative)).toBe(false);
  });

  it('adds to a blank but refuses to grow it', () => {
    expect(read('+500', { current: null })).toBe(50_000);
    expect(read('+10%', { current: null })).toBe('number/needsValue');
    expect(read('*1.1', { current: null })).toBe('number/needsValue');
  });

  it('counts points in a percent cell', () => {
    const percent = { kind: 'percent', minorUnit: 1, current: 125, unit: WAN } as const;
    expect(read('10%', percent)).toBe(100);
    expect(read('10', percent)).toBe(100);
    expect(read('+10%', percent)).toBe(225);
    expect(read('-10%', percent)).toBe(25);
    expect(read('*2', percent)).toBe(250);
    expect(read('10k', percent)).toBe('number/notUnderstood');
  });

  it('rounds once, halves away from zero', () => {
    expect(read('1.005')).toBe(101);
    expect(read('-1.005')).toBe(-101);
    expect(read('=0.1+0.2')).toBe(30);
    expect(read('1.5', { minorUnit: 0 })).toBe(2);
    expect(read('=10/3')).toBe(333);
  });

  it('takes the marks of the language', () => {
    expect(read('1.234,5', { locale: 'de' })).toBe(123_450);
    expect(read('1 234,50', { locale: 'fr' })).toBe(123_450);
    expect(read('1,20,000', { locale: 'en' })).toBe(12_000_000);
  });

  it('gives back what the plain text of an amount says, in every unit', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom(1, 1_000, 10_000, 1_000_000, 100_000_000),
        fc.constantFrom(0, 2, 3),
        (amount, unit, minorUnit) => {
          expect(read(plainNumber(amount, { minorUnit, unit }), { unit, minorUnit })).toBe(amount);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  it('answers any text with a safe whole number, a blank or a reason', () => {
    const piece = fc.constantFrom(...'0123456789.,+-*/()%= k万亿w元¥e。×'.split(''), 'bn', '1.5', '千万');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(1, WAN), (pieces, unit) => {
        const result = readNumber(pieces.join(''), context({ unit }));
        if (result.ok) {
          expect(Number.isSafeInteger(result.value.amount)).toBe(true);
          expect(Object.is(result.value.amount, -0)).toBe(false);
        } else expect(result.issues).toHaveLength(1);
      }),
      { seed: 12, numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const result = readNumber(text, context());
        expect(result.ok ? Number.isSafeInteger(result.value.amount) : result.issues.length === 1).toBe(true);
      }),
      { seed: 13, numRuns: 1_000 },
    );
  });
});

describe('a target typed into the wizard', () => {
  const target = (text: string, base: number | null = 1_000_000_000) => {
    const result = readTarget(text, { base, minorUnit: 2, unit: WAN, locale: 'zh-CN' });
    return result.ok ? result.value.amount : result.issues[0].code;
  };

  it('is an amount or growth on the base', () => {
    expect(target('1000万')).toBe(1_000_000_000);
    expect(target('12m')).toBe(1_200_000_000);
    expect(target('1200')).toBe(1_200_000_000);
    expect(target('+8%')).toBe(1_080_000_000);
  });

  it('is refused without a text, or as growth on nothing', () => {
    expect(target('')).toBe('number/notUnderstood');
    expect(target('+8%', null)).toBe('plan/noBase');
    expect(target('+500', null)).toBe('plan/noBase');
  });
});
