import { describe, expect, it } from 'vitest';
import { KPI_IDS } from '~/domain/kpi';
import { dayOf, monthIndexOf } from '~/domain/period';
import { workingCalendar } from '~/domain/workingDays';
import { evaluateKpis, judge, KPI_DEFINITIONS, seasonProfile, wilsonInterval } from '~/engine/kpi';
import { inputOf, kpiOf, monthly } from './inputOf';
import { day, numbersFrom } from './segmentOf';

const next = numbersFrom(8);
const lines = Array.from({ length: 2000 }, () => ({
  on: `${2023 + next(4)}-${1 + next(12)}-${1 + next(28)}`,
  amount: next(1000) - 100,
  customer: 1 + next(60),
  product: next(12),
}));
const products = { groupOf: Uint32Array.from({ length: 12 }, (_, code) => code % 4), groups: 4 };
const input = inputOf(lines, { trend: 6, products, planned: { newCustomers: 3, activeCustomers: 30 } });

describe('the definitions', () => {
  it('are complete, with unit, direction and needs', () => {
    expect(KPI_DEFINITIONS.map(({ id }) => id)).toEqual([...KPI_IDS]);
    for (const definition of KPI_DEFINITIONS) expect(definition.needs.length).toBeGreaterThan(0);
  });

  it('hold the stated limits', () => {
    const of = (id: string) => KPI_DEFINITIONS.find((definition) => definition.id === id);
    expect(of('attainment')).toMatchObject({ bad: 0.9, badStated: true, goodStated: false });
    expect(of('retention')).toMatchObject({ good: 0.85, goodStated: true });
    expect(of('repurchase')).toMatchObject({ good: 0.7, goodStated: true });
    expect(of('churn')).toMatchObject({ bad: 0.15, badStated: true });
    expect(of('salesCycle')).toMatchObject({ good: 30, unit: 'days', goodStated: true });
    expect(of('csat')).toMatchObject({ good: 0.9, goodStated: true });
    expect(of('marketShare')).toMatchObject({ good: 0.15, goodStated: true });
    expect(of('averageOrderValue')).toMatchObject({ good: 1.1, scale: 'lastYear', goodStated: true });
  });
});

describe('an evaluation', () => {
  const results = evaluateKpis(input);

  it('answers for every KPI, and is missing rather than zero where modules have no data', () => {
    expect(results.map(({ id }) => id)).toEqual([...KPI_IDS]);
    for (const definition of KPI_DEFINITIONS.filter(({ implemented }) => !implemented)) {
      const result = results.find(({ id }) => id === definition.id);
      expect(result).toMatchObject({
        value: null,
        status: null,
        reason: 'noSource',
        missing: definition.needs,
        trend: [],
      });
    }
  });

  it('never gives a value that is not a number, nor a status without a limit', () => {
    for (const { value, status, good, bad, reason } of results) {
      if (value === null) expect(reason).not.toBeNull();
      else expect(Number.isFinite(value)).toBe(true);
      if (status !== null) expect(good !== null || bad !== null).toBe(true);
    }
  });

  it('ends its trend with the value itself and says in it what each period said', () => {
    for (const result of results.filter(({ missing }) => missing.length === 0)) {
      expect(result.trend).toHaveLength(7);
      expect(result.trend[6].value).toBe(result.value);
    }
    const january = kpiOf('averageOrderValue', {
      ...input,
      period: { from: day('2026-01-01'), to: day('2026-01-31') },
    });
    const trend = results.find(({ id }) => id === 'averageOrderValue')?.trend;
    expect(trend?.[4]).toEqual({ from: day('2026-01-01'), to: day('2026-01-31'), value: january.value });
  });

  it('gives the same answer again', () => {
    expect(evaluateKpis(input)).toEqual(results);
  });

  it('keeps orders × average order value = sales per customer', () => {
    const of = (id: string) => results.find((result) => result.id === id);
    const perCustomer = (of('ordersPerCustomer')?.value ?? 0) * (of('averageOrderValue')?.value ?? 0);
    const sales = of('attainment')?.numerator ?? 0;
    expect(perCustomer).toBeCloseTo(sales / (of('activeCustomers')?.value ?? 1), 6);
  });

  it('refuses periods that are not whole months', () => {
    expect(() => evaluateKpis({ ...input, period: { from: day('2026-03-02'), to: day('2026-03-31') } })).toThrow(
      RangeError,
    );
  });
});

describe('orders', () => {
  const base = [
    { on: '2025-03-05', amount: 100, customer: 1, order: 1 },
    { on: '2026-03-05', amount: 60, customer: 1, order: 2 },
    { on: '2026-03-05', amount: 60, customer: 1, order: 2 },
    { on: '2026-03-09', amount: 130, customer: 2, order: 3 },
    { on: '2026-03-20', amount: -30, customer: 2, order: 4 },
  ];

  it('average to net sales over orders, returns being no orders', () => {
    expect(kpiOf('averageOrderValue', inputOf(base))).toMatchObject({
      value: 110,
      denominator: 2,
      limitOrigin: 'lastYear',
    });
    expect(kpiOf('averageOrderValue', inputOf(base)).good).toBeCloseTo(110, 9);
  });

  it('have no average without orders', () => {
    expect(kpiOf('averageOrderValue', inputOf([{ on: '2026-02-05', amount: 1, customer: 1 }]))).toMatchObject({
      value: null,
      reason: 'noCases',
    });
  });

  it('spread over product groups per active customer', () => {
    const bought = [
      { on: '2026-03-05', amount: 10, customer: 1, product: 1 },
      { on: '2026-03-05', amount: 10, customer: 1, product: 2 },
      { on: '2026-03-06', amount: 10, customer: 1, product: 5 },
      { on: '2026-03-06', amount: 10, customer: 2, product: 1 },
    ];
    const result = kpiOf('productBreadth', inputOf(bought, { products }));
    expect(result).toMatchObject({ value: 1.5, numerator: 3, denominator: 2, beside: { twoOrMore: 0.5 } });
    expect(kpiOf('productBreadth', inputOf(bought))).toMatchObject({ value: null, missing: ['products'] });
  });
});

describe('judging', () => {
  it('puts watch between two limits only', () => {
    expect([1, 0.95, 0.9, 0.89].map((value) => judge(value, 'up', { good: 1, bad: 0.9 }))).toEqual([
      'good',
      'watch',
      'watch',
      'bad',
    ]);
    expect([0.15, 0.16].map((value) => judge(value, 'down', { good: null, bad: 0.15 }))).toEqual(['good', 'bad']);
    expect([30, 31].map((value) => judge(value, 'down', { good: 30, bad: null }))).toEqual(['good', 'bad']);
    expect([0.6, 0.8, 1.1].map((value) => judge(value, 'band', { good: 0.7, bad: 1.05 }))).toEqual([
      'watch',
      'good',
      'bad',
    ]);
    expect(judge(1, 'none', { good: 1, bad: 0 })).toBeNull();
    expect(judge(1, 'up', { good: null, bad: null })).toBeNull();
  });

  it('has honest intervals at the ends', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(0, 10)?.upper).toBeCloseTo(0.2775, 3);
    expect(wilsonInterval(10, 10)?.lower).toBeCloseTo(0.7225, 3);
  });
});

describe('the season profile', () => {
  const yearStart = monthIndexOf(dayOf(2027, 1, 1));
  const china = workingCalendar('CN', dayOf(2024, 1, 1), dayOf(2028, 12, 31));
  const plain = workingCalendar('none', dayOf(2024, 1, 1), dayOf(2028, 12, 31));
  const sums = Array.from({ length: 24 }, (_, m) => (m % 12) + 1);
  const history = { sums, known: new Array(24).fill(1), firstMonth: yearStart - 24 };

  it('sums to one and keeps the shape', () => {
    const profile = seasonProfile(history, yearStart, plain);
    expect(profile?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(profile?.[11]).toBeCloseTo(12 / 78, 12);
  });

  it('keeps January and February together and moves them with the feast', () => {
    const early = seasonProfile(history, yearStart + 12, china);
    const late = seasonProfile(history, yearStart - 12, china);
    const both = (profile: Float64Array | null) => (profile ? profile[0] + profile[1] : 0);
    expect(both(seasonProfile(history, yearStart, china))).toBeCloseTo(3 / 78, 12);
    // 2028: 26 January, stocking wholly in January. 2026: 17 February, stocking in February.
    expect((early?.[0] ?? 0) / both(early)).toBeGreaterThan((late?.[0] ?? 0) / both(late));
  });

  it('says nothing without a whole known year', () => {
    expect(seasonProfile({ ...history, known: new Array(24).fill(0) }, yearStart, plain)).toBeNull();
    expect(
      seasonProfile(
        { sums: sums.slice(13), known: new Array(11).fill(1), firstMonth: yearStart - 11 },
        yearStart,
        plain,
      ),
    ).toBeNull();
    expect(seasonProfile({ ...history, sums: new Array(24).fill(0) }, yearStart, plain)).toBeNull();
  });

  it('feeds a run rate over any fiscal year', () => {
    const flat = monthly('2024-01', '2026-12', { amount: 100, customer: 1 });
    const april = {
      fiscal: { kind: 'months', startMonth: 4, nameBy: 'start' } as const,
      period: { from: day('2026-04-01'), to: day('2026-06-30') },
    };
    expect(kpiOf('runRate', inputOf(flat, april))).toMatchObject({ value: 1200, numerator: 300 });
  });
});
