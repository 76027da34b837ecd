import { describe, expect, it } from 'vitest';
import { dayOf } from '~/domain/period';
import { fineDecimals, sheetDecimals, startingUnit, unitIn, unitLabel } from '~/i18n/displayUnits';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';

const zh = createFormat('zh-CN');
const english = createFormat('en');
const CNY = { code: 'CNY', minorUnit: 2 } as const;
const USD = { code: 'USD', minorUnit: 2 } as const;

describe('money in the unit of a view', () => {
  it.each([
    [1_200_000_000, 'tenThousand', 0, '1,200'],
    [1_200_000_000, 'one', 0, '12,000,000'],
    [1_234_567_890, 'tenThousand', 1, '1,234.6'],
    [1_234_567_890, 'hundredMillion', 2, '0.12'],
    [1_234_567_890, 'million', 2, '12.35'],
    [1_234_567_890, 'thousand', 0, '12,346'],
    [-50_000, 'one', 0, '−500'],
    [-1, 'tenThousand', 0, '0'],
    [0, 'one', 0, '0'],
    [null, 'one', 0, '–'],
    [Number.NaN, 'one', 0, '–'],
    [Number.POSITIVE_INFINITY, 'one', 0, '–'],
  ] as const)('%s in %s with %s decimals is %s, the same in both languages', (value, unit, decimals, text) => {
    expect(zh.money(value, { minorUnit: 2, unit, decimals })).toBe(text);
    expect(english.money(value, { minorUnit: 2, unit, decimals })).toBe(text);
  });

  it('is compact on axes and in headlines only', () => {
    expect(zh.compactMoney(12_000_000_000, CNY)).toBe('1.2亿');
    expect(zh.compactMoney(18_400_000, CNY)).toBe('18.4万');
    expect(english.compactMoney(120_000_000, USD)).toBe('$1.2M');
    expect(english.compactMoney(null, USD)).toBe('–');
  });

  it('is exact with its sign in documents', () => {
    expect(zh.exactMoney(120_050, CNY)).toBe('¥1,200.50');
    expect(english.exactMoney(-120_050, USD)).toBe('−$1,200.50');
    expect(english.exactMoney(1200, { code: 'JPY', minorUnit: 0 })).toBe('¥1,200');
  });
});

describe('shares, growth and intervals', () => {
  it('carry one decimal, a true minus and a sign where they grow', () => {
    expect(zh.percent(0.309)).toBe('30.9%');
    expect(zh.growth(0.298)).toBe('+29.8%');
    expect(zh.growth(-0.041)).toBe('−4.1%');
    expect(zh.growth(-0.0001)).toBe('0.0%');
    expect(zh.growth(null)).toBe('–');
    expect(zh.signed(120)).toBe('+120');
    expect(zh.probability(0.002)).toBe('<1%');
    expect(zh.probability(0.9999)).toBe('>99%');
    expect(zh.interval('9,280', '10,160')).toBe('9,280–10,160');
    expect(zh.times(1.42)).toBe('1.4×');
    expect(zh.count(1234)).toBe('1,234');
  });
});

describe('dates and periods', () => {
  it('are ISO in tables and words in prose', () => {
    const day = dayOf(2027, 5, 18);
    expect([zh.isoDay(day), zh.day(day), zh.longDay(day)]).toEqual(['2027-05-18', '5月18日', '2027年5月18日']);
    expect([english.isoDay(day), english.day(day), english.longDay(day)]).toEqual([
      '2027-05-18',
      '18 May',
      '18 May 2027',
    ]);
    expect([zh.isoDay(null), english.day(null)]).toEqual(['–', '–']);
  });

  it('name months, quarters and fiscal years', () => {
    expect([zh.month('2027-05'), english.month('2027-05')]).toEqual(['5月', 'May']);
    expect([zh.longMonth('2027-05'), english.longMonth('2027-05')]).toEqual(['2027年5月', 'May 2027']);
    expect([zh.quarter('2027-Q2'), zh.fiscalYear(2027), english.fiscalYear(2027, true)]).toEqual([
      'Q2',
      'FY2027',
      'FY27',
    ]);
    expect([english.period('2027-Q2'), english.period('2027'), english.period('2027-05')]).toEqual([
      'FY2027 Q2',
      'FY2027',
      'May 2027',
    ]);
    expect(english.month('2027-09')).toBe('Sep');
  });

  it('say a moment as a person would', () => {
    const now = new Date(2027, 4, 18, 12);
    const at = (date: number, month = 4, year = 2027) => new Date(year, month, date, 10, 42).toISOString();
    expect(zh.moment(at(18), now)).toEqual({ day: 'today', text: '10:42' });
    expect(zh.moment(at(17), now)).toEqual({ day: 'yesterday', text: '10:42' });
    expect(zh.moment(at(14), now)).toEqual({ day: 'other', text: '5月14日' });
    expect(english.moment(at(14, 4, 2026), now)).toEqual({ day: 'other', text: '14 May 2026' });
    expect(english.moment('nonsense', now)).toEqual({ day: 'other', text: '–' });
  });
});

describe('display units', () => {
  const total = (major: number) => ({ amount: major * 100, minorUnit: 2 });

  it('start where the total of a plan reads well', () => {
    expect(startingUnit('zh-CN', total(100_000_000))).toBe('tenThousand');
    expect(startingUnit('en', total(32_000_000))).toBe('thousand');
    expect(startingUnit('zh-CN', total(90_000))).toBe('one');
    expect(startingUnit('zh-CN', { amount: null, minorUnit: 2 })).toBe('tenThousand');
  });

  it('carry a decimal in 万元 only for small plans', () => {
    expect(sheetDecimals('tenThousand', total(9_000_000))).toBe(1);
    expect(sheetDecimals('tenThousand', total(90_000_000))).toBe(0);
    expect(sheetDecimals('hundredMillion', total(900_000_000))).toBe(2);
    expect(sheetDecimals('one', total(9))).toBe(0);
  });

  it('are named by currency and language', () => {
    const t = createTranslate(zhCN, 'zh-CN');
    const inEnglish = createTranslate(en, 'en');
    expect(unitLabel(t, 'tenThousand', 'CNY')).toBe('万元');
    expect(unitLabel(inEnglish, 'thousand', 'USD')).toBe('$ k');
    expect(unitLabel(inEnglish, 'one', 'EUR')).toBe('€');
    expect(unitIn('en', 'tenThousand')).toBe('thousand');
    expect(unitIn('en', 'hundredMillion')).toBe('million');
  });
});

it('a small amount keeps two digits in the unit of a big plan, nothing and single units none', () => {
  const of = (amount: number | null) => ({ amount, minorUnit: 2 });
  expect(fineDecimals('tenThousand', of(781_415_626))).toBe(0);
  expect(fineDecimals('tenThousand', of(1_740_000))).toBe(1);
  expect(fineDecimals('tenThousand', of(-1_740_000))).toBe(1);
  expect(fineDecimals('tenThousand', of(204_200))).toBe(2);
  expect(fineDecimals('thousand', of(88_300))).toBe(2);
  expect(fineDecimals('one', of(150))).toBe(0);
  expect(fineDecimals('tenThousand', of(0))).toBe(0);
  expect(fineDecimals('tenThousand', of(null))).toBe(0);
});
