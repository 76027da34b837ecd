import { describe, expect, it } from 'vitest';
import { inputOf, kpiOf, monthly } from './inputOf';
import { day } from './segmentOf';

describe('growth on last year', () => {
  it('compares whole periods with whole periods', () => {
    const lines = [
      { on: '2025-03-31', amount: 1000, customer: 1 },
      { on: '2026-03-01', amount: 1250, customer: 1 },
    ];
    expect(kpiOf('growthYoY', inputOf(lines))).toMatchObject({ value: 0.25, numerator: 250, denominator: 1000 });
  });

  it('compares a running period with as many working days of last year', () => {
    // Ten weekdays are gone on 2026-03-13; the tenth weekday of March 2025 is Friday the 14th.
    const lines = [
      { on: '2025-03-14', amount: 400, customer: 1 },
      { on: '2025-03-17', amount: 9999, customer: 1 },
      { on: '2026-03-02', amount: 500, customer: 1 },
    ];
    expect(kpiOf('growthYoY', inputOf(lines, { asOf: day('2026-03-13') }))).toMatchObject({
      value: 0.25,
      notices: ['sameWorkingDays'],
    });
  });

  it('takes the weekend in where this year has had it', () => {
    const lines = [
      { on: '2025-03-15', amount: 400, customer: 1 },
      { on: '2026-03-02', amount: 500, customer: 1 },
    ];
    const base = (asOf: string) => kpiOf('growthYoY', inputOf(lines, { asOf: day(asOf) })).denominator;
    expect([base('2026-03-13'), base('2026-03-15')]).toEqual([0, 400]);
  });

  it('is judged against the growth that was planned', () => {
    const lines = [
      { on: '2025-03-10', amount: 1000, customer: 1 },
      { on: '2026-03-10', amount: 1250, customer: 1 },
    ];
    const result = kpiOf('growthYoY', inputOf(lines));
    expect(result.good).toBeCloseTo(0.2, 12);
    expect(result).toMatchObject({ status: 'good', limitOrigin: 'plan' });
    expect(kpiOf('growthYoY', inputOf(lines, { targets: null }))).toMatchObject({ status: null, reason: 'noTarget' });
  });

  it('gives money only where the base is not positive, and says when a member is new', () => {
    const back = [
      { on: '2025-03-10', amount: -50, customer: 1 },
      { on: '2026-03-10', amount: 100, customer: 1 },
    ];
    expect(kpiOf('growthYoY', inputOf(back))).toMatchObject({
      value: null,
      reason: 'baseNotPositive',
      beside: { difference: 150 },
    });
    expect(kpiOf('growthYoY', inputOf(back.slice(1)))).toMatchObject({ value: null, reason: 'newMember' });
  });

  it('says nothing about a year that is not covered', () => {
    const coverage = [{ from: day('2025-04-01'), to: day('2026-12-31') }];
    const lines = [{ on: '2026-03-10', amount: 100, customer: 1 }];
    expect(kpiOf('growthYoY', inputOf(lines, { coverage }))).toMatchObject({ value: null, reason: 'historyTooShort' });
  });

  it('does not judge January or February alone in China, but shows both together', () => {
    const lines = [
      { on: '2025-01-10', amount: 100, customer: 1 },
      { on: '2025-02-10', amount: 300, customer: 1 },
      { on: '2026-01-10', amount: 400, customer: 1 },
      { on: '2026-02-10', amount: 200, customer: 1 },
    ];
    const february = { holidays: 'CN', period: { from: day('2026-02-01'), to: day('2026-02-28') } } as const;
    const result = kpiOf('growthYoY', inputOf(lines, february));
    expect(result).toMatchObject({ status: null, reason: 'festivalMoves', beside: { januaryAndFebruary: 0.5 } });
    expect(result.value).toBeCloseTo(-1 / 3, 12);
  });
});

describe('growth on the period before', () => {
  it('takes the period of the same length before it', () => {
    const lines = monthly('2025-10', '2026-03', { amount: 100, customer: 1 });
    const quarter = { period: { from: day('2026-01-01'), to: day('2026-03-31') } };
    const more = [...lines, { on: '2026-02-02', amount: 150, customer: 1 }];
    expect(kpiOf('growthPrior', inputOf(more, quarter))).toMatchObject({ value: 0.5, denominator: 300 });
  });
});

describe('customers', () => {
  const lines = [
    { on: '2024-05-05', amount: 100, customer: 1, seller: 1 },
    { on: '2026-03-05', amount: 100, customer: 1, seller: 2 },
    { on: '2026-03-06', amount: 100, customer: 2, seller: 2 },
    { on: '2026-03-07', amount: -100, customer: 2, seller: 2 },
    { on: '2026-03-08', amount: 300, customer: 3, seller: 2 },
    { on: '2026-03-09', amount: 20, customer: 4, seller: 1 },
    { on: '2026-03-09', amount: 500, customer: 0, seller: 1 },
  ];

  it('are active with net sales above zero, unassigned is none', () => {
    expect(kpiOf('activeCustomers', inputOf(lines))).toMatchObject({ value: 3, status: null, reason: 'noTarget' });
    expect(kpiOf('activeCustomers', inputOf(lines, { planned: { activeCustomers: 4 } })).status).toBe('bad');
  });

  it('are new with a first order ever, kept and above the minimum', () => {
    expect(kpiOf('newCustomers', inputOf(lines)).value).toBe(2);
    expect(kpiOf('newCustomers', inputOf(lines, { settings: { newCustomerMinimum: 100 } })).value).toBe(1);
    expect(kpiOf('newCustomerRate', inputOf(lines, { planned: { newCustomers: 2 } }))).toMatchObject({
      value: 1,
      status: 'good',
    });
    expect(kpiOf('newCustomerRate', inputOf(lines))).toMatchObject({ value: null, missing: ['plannedNewCustomers'] });
  });

  it('are not new while history is too short to know', () => {
    const coverage = [{ from: day('2025-06-01'), to: day('2026-12-31') }];
    expect(kpiOf('newCustomers', inputOf(lines, { coverage }))).toMatchObject({
      value: null,
      reason: 'historyTooShort',
    });
  });

  it('are missing where the orders name none', () => {
    const result = kpiOf('activeCustomers', inputOf([{ on: '2026-03-05', amount: 100 }]));
    expect(result).toMatchObject({ value: null, reason: 'noSource', missing: ['customers'] });
  });
});
