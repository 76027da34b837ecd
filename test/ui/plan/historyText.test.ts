import { describe, expect, it } from 'vitest';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { exactText } from '~/ui/pages/plan/history/exactText';
import { methodText } from '~/ui/pages/plan/history/methodText';
import { roundingText } from '~/ui/pages/plan/history/roundingText';

const money = (amount: number | null) => String((amount ?? 0) / 100);
const english = { t: createTranslate(en, 'en'), format: createFormat('en'), money };
const chinese = { t: createTranslate(zhCN, 'zh-CN'), format: createFormat('zh-CN'), money };

describe('how an entry was made, in words', () => {
  it.each([
    [{}, ''],
    [{ basis: 'proportional' }, ''],
    [{ basis: 'profile', unit: 100_000, held: 2 }, 'Season profile, rounded to 1000, 2 locked'],
    [{ basis: 'equal', equalSpread: true }, 'Equally, all were zero, so spread equally'],
    [{ series: 'growth', from: 100, rate: 0.05 }, 'growth, +5.0% per period'],
    [{ origin: 'paste', cells: 12 }, 'paste, 12 cells'],
    [{ rows: 3, periods: 12 }, '3 row totals and 12 period totals'],
    [{ basis: 'equal', unit: 1, min: 100, max: 500 }, 'Equally, each between 1 and 5'],
    [{ kind: 'freeze' }, 'everything below'],
    [{ basis: 'somethingNew' }, ''],
  ])('%j is "%s"', (method, text) => {
    expect(methodText(method, english)).toBe(text);
  });

  it('speaks Chinese', () => {
    expect(methodText({ origin: 'paste', cells: 12, held: 2 }, chinese)).toBe('粘贴，12 个单元格，2 个锁定未动');
  });
});

describe('an exact share', () => {
  it.each([
    ['1388.8889', 2, '13.888889'],
    ['33.3333', 0, '33.3333'],
    ['5', 2, '0.05'],
    ['-33.3333', 2, '−0.333333'],
    ['123456789', 2, '1,234,567.89'],
    ['100000', 2, '1,000.00'],
  ])('%s minor units with %i decimals is %s', (minor, minorUnit, text) => {
    expect(exactText(minor, minorUnit)).toBe(text);
  });
});

describe('what rounding did', () => {
  const told = (added: number, place: number) => ({
    rounding: { exact: '33.3333', added, unit: 1, place, seq: 2 },
    untold: null,
  });
  it('is said with the exact share, what was added and the place', () => {
    const words = { t: english.t, minorUnit: 2 };
    expect(roundingText(told(1, 1), words)).toContain('0.333333. Rounding gave it 0.01 more');
    expect(roundingText(told(0, 3), words)).toContain('nothing more: its remainder is number 3');
    expect(roundingText(told(-2, 0), words)).toContain('changed it by −0.02');
    expect(roundingText({ rounding: null, untold: 'own' }, words)).toContain('at this very cell');
  });
});
