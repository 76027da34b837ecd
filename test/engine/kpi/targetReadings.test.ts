import { describe, expect, it } from 'vitest';
import { inputOf, kpiOf, monthly } from './inputOf';
import { day } from './segmentOf';

const march = [
  { on: '2026-03-02', amount: 400, customer: 1 },
  { on: '2026-03-20', amount: 600, customer: 2 },
  { on: '2026-03-25', amount: -100, customer: 1 },
];
// March 2026 has 22 weekdays; by Friday the 13th ten of them are gone.
const running = { asOf: day('2026-03-13') };

describe('a month that is over', () => {
  it('is judged on attainment', () => {
    const result = kpiOf('attainment', inputOf(march));
    expect(result).toMatchObject({ value: 0.75, numerator: 900, denominator: 1200, status: 'bad', reason: null });
    expect(kpiOf('attainment', inputOf([{ on: '2026-03-02', amount: 1080, customer: 1 }])).status).toBe('watch');
    expect(kpiOf('attainment', inputOf([{ on: '2026-03-02', amount: 3000, customer: 1 }]))).toMatchObject({
      value: 2.5,
      status: 'good',
    });
  });

  it('has its gap judged by the same limits', () => {
    expect(kpiOf('gap', inputOf(march))).toMatchObject({ value: 300, status: 'bad', good: 0, bad: 120 });
    expect(kpiOf('gap', inputOf([{ on: '2026-03-02', amount: 1300, customer: 1 }]))).toMatchObject({
      value: -100,
      status: 'good',
    });
  });

  it('has no days left to need anything', () => {
    expect(kpiOf('requiredDaily', inputOf(march))).toMatchObject({ value: null, reason: 'noDaysLeft', status: null });
  });

  it('keeps 0 apart from unknown', () => {
    expect(kpiOf('attainment', inputOf([{ on: '2026-02-02', amount: 5, customer: 1 }])).value).toBe(0);
    const gapInside = {
      coverage: [
        { from: day('2023-01-01'), to: day('2026-03-10') },
        { from: day('2026-04-01'), to: day('2026-12-31') },
      ],
    };
    expect(kpiOf('attainment', inputOf(march, gapInside))).toMatchObject({ value: null, reason: 'outsideCoverage' });
    const later = { coverage: [{ from: day('2026-04-01'), to: day('2026-12-31') }] };
    expect(kpiOf('attainment', inputOf(march, later))).toMatchObject({ value: null, reason: 'outsideCoverage' });
  });

  it('says why there is no ratio', () => {
    const periods = inputOf([]).targets?.periods ?? [];
    const blank = { targets: { periods, amounts: new Array(12).fill(null) } };
    expect(kpiOf('attainment', inputOf(march, blank))).toMatchObject({
      value: null,
      numerator: 900,
      reason: 'noTarget',
    });
    const zero = { targets: { periods, amounts: new Array(12).fill(0) } };
    expect(kpiOf('attainment', inputOf(march, zero))).toMatchObject({ value: null, reason: 'targetNotPositive' });
    expect(kpiOf('attainment', inputOf(march, { targets: null }))).toMatchObject({
      value: null,
      reason: 'noSource',
      missing: ['targets'],
    });
  });

  it('takes a limit that the workspace set', () => {
    const limits = [{ id: 'x', kpi: 'attainment', good: 0.7, bad: 0.5 }];
    expect(kpiOf('attainment', inputOf(march, { limits }))).toMatchObject({ status: 'good', limitOrigin: 'user' });
  });
});

describe('a month that is running', () => {
  it('counts working days', () => {
    expect(kpiOf('timeProgress', inputOf(march, running))).toMatchObject({
      numerator: 10,
      denominator: 22,
      status: null,
    });
  });

  it('lays the plan out by working days', () => {
    expect(kpiOf('planToDate', inputOf(march, running)).value).toBe(Math.round((1200 * 10) / 22));
    const quarter = { ...running, period: { from: day('2026-01-01'), to: day('2026-03-31') } };
    expect(kpiOf('planToDate', inputOf(march, quarter)).value).toBe(2400 + 545);
  });

  it('is judged on pace, never on attainment', () => {
    expect(kpiOf('pace', inputOf(march, running))).toMatchObject({ numerator: 400, denominator: 545, status: 'bad' });
    expect(kpiOf('attainment', inputOf(march, running))).toMatchObject({
      value: 400 / 1200,
      status: null,
      reason: 'judgedOnPace',
    });
  });

  it('has no pace status in its first three working days', () => {
    const early = { asOf: day('2026-03-04') };
    expect(kpiOf('pace', inputOf(march, early))).toMatchObject({ status: null, reason: 'tooEarly' });
    expect(kpiOf('pace', inputOf(march, early)).value).toBeGreaterThan(0);
    expect(kpiOf('pace', inputOf(march, { asOf: day('2026-03-05') })).reason).toBeNull();
  });

  it('says what each day left must bring against the mean so far', () => {
    const result = kpiOf('requiredDaily', inputOf(march, running));
    expect(result).toMatchObject({ numerator: 800, denominator: 12, status: 'bad', bad: 52 });
    expect(result.beside.meanSoFar).toBe(40);
    expect(kpiOf('requiredDaily', inputOf([{ on: '2026-03-02', amount: 2000, customer: 1 }], running)).value).toBe(0);
  });

  it('calls it bad when nothing was sold yet and much is needed', () => {
    expect(kpiOf('requiredDaily', inputOf([], running))).toMatchObject({ status: 'bad', bad: 0 });
  });

  it('ends where the orders end, when they end before the day', () => {
    const late = { asOf: day('2026-03-20'), coverage: [{ from: day('2023-01-01'), to: day('2026-03-13') }] };
    expect(kpiOf('pace', inputOf(march, late))).toMatchObject({ asOf: day('2026-03-13'), numerator: 400 });
  });

  it('has not started before its first day', () => {
    const before = { asOf: day('2026-02-20') };
    for (const id of ['attainment', 'pace', 'timeProgress', 'growthYoY', 'activeCustomers'] as const) {
      expect(kpiOf(id, inputOf(march, before))).toMatchObject({ value: null, reason: 'notStarted' });
    }
  });

  it('marks a year whose holidays are not decreed', () => {
    const future = {
      holidays: 'CN',
      period: { from: day('2029-03-01'), to: day('2029-03-31') },
      asOf: day('2029-03-13'),
    } as const;
    expect(kpiOf('timeProgress', inputOf(march, future)).notices).toEqual(['assumedHolidays']);
    expect(kpiOf('timeProgress', inputOf(march, { ...running, holidays: 'CN' })).notices).toEqual([]);
  });
});

describe('the year end at the usual season', () => {
  const flat = monthly('2024-01', '2026-12', { amount: 100, customer: 1 });

  it('is the actual over the share of the season gone', () => {
    const june = { period: { from: day('2026-06-01'), to: day('2026-06-30') }, asOf: day('2026-06-30') };
    expect(kpiOf('runRate', inputOf(flat, june))).toMatchObject({
      value: 1200,
      numerator: 600,
      status: 'bad',
      good: 14400,
    });
  });

  it('is not months × 12: half of a year sold in December counts as half', () => {
    const seasonal = [
      ...flat,
      ...monthly('2024-12', '2024-12', { amount: 1100, customer: 1 }),
      ...monthly('2025-12', '2025-12', { amount: 1100, customer: 1 }),
    ];
    const june = { period: { from: day('2026-06-01'), to: day('2026-06-30') }, asOf: day('2026-06-30') };
    expect(kpiOf('runRate', inputOf(seasonal, june)).value).toBe(Math.round(600 / (600 / 2300)));
  });

  it('says nothing too early or without a year of history', () => {
    const january = { period: { from: day('2026-01-01'), to: day('2026-01-31') }, asOf: day('2026-01-20') };
    expect(kpiOf('runRate', inputOf(flat, january))).toMatchObject({ value: null, reason: 'tooEarly' });
    const young = { coverage: [{ from: day('2025-06-01'), to: day('2026-12-31') }] };
    expect(kpiOf('runRate', inputOf(flat, young))).toMatchObject({ value: null, reason: 'historyTooShort' });
  });
});
