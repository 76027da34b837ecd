import { describe, expect, it } from 'vitest';
import { type BaseRow, baseMonths, readPlanTarget, yearOfBase } from '~/ui/pages/wizard/targetReading';

const base: BaseRow = {
  kind: 'lastYear',
  total: 1_000_553_400,
  estimate: 1_200_664_080,
  from: '2017-01',
  to: '2017-12',
  unknownMonths: 2,
  forecastMonths: 3,
};
const zh = { base: yearOfBase(base), minorUnit: 2, language: 'zh-CN' } as const;

const amountOf = (text: string, view: Parameters<typeof readPlanTarget>[1] = zh) => {
  const read = readPlanTarget(text, view);
  return read.ok ? read.value.amount : null;
};

describe('a typed target', () => {
  it('is read in single units of the currency, with the units people write', () => {
    expect(amountOf('1000万')).toBe(1_000_000_000);
    expect(amountOf('12m')).toBe(1_200_000_000);
    expect(amountOf('1.2亿')).toBe(12_000_000_000);
    expect(amountOf('１２００')).toBe(120_000);
    expect(amountOf('12m', { base: null, minorUnit: 0, language: 'en' })).toBe(12_000_000);
  });

  it('grows on a full year of the base, exactly', () => {
    expect(amountOf('+8%')).toBe(Math.round(1_200_664_080 * 1.08));
    const read = readPlanTarget('+8%', zh);
    expect(read.ok && read.value.growth).toBeCloseTo(0.08, 9);
  });

  it('has no growth without a base, and cannot be one', () => {
    const alone = { ...zh, base: null };
    const read = readPlanTarget('1000万', alone);
    expect(read.ok && read.value.growth).toBeNull();
    expect(readPlanTarget('+8%', alone)).toMatchObject({ ok: false, issues: [{ code: 'plan/noBase' }] });
  });

  it('says so where the text means nothing', () => {
    for (const text of ['abc', '一千', '12 months', ' ']) expect(readPlanTarget(text, zh).ok).toBe(false);
    expect(readPlanTarget('8%', zh)).toMatchObject({ ok: false, issues: [{ code: 'number/barePercent' }] });
  });
});

describe('a base', () => {
  it('accounts for all twelve months', () => {
    const { known, forecast, unknown } = baseMonths(base);
    expect([known, forecast, unknown]).toEqual([7, 3, 2]);
    expect(known + forecast + unknown).toBe(12);
  });

  it('is a full year by its estimate, else by its total, else unknown', () => {
    expect(yearOfBase(base)).toBe(1_200_664_080);
    expect(yearOfBase({ ...base, estimate: null })).toBe(1_000_553_400);
    expect(yearOfBase({ ...base, estimate: null, total: null })).toBeNull();
    expect(yearOfBase(null)).toBeNull();
  });
});
