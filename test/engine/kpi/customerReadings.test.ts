import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectFacts } from '~/engine/kpi';
import { inputOf, kpiOf, monthly } from './inputOf';
import { day, type Line } from './segmentOf';

const december = { period: { from: day('2026-12-01'), to: day('2026-12-31') } };

/** Twenty customers bought in 2025; `stayed` of them also in 2026. */
const cohort = (stayed: number): Line[] =>
  Array.from({ length: 20 }, (_, i) => [
    { on: '2025-06-01', amount: 100, customer: i + 1 },
    { on: '2025-07-01', amount: 100, customer: i + 1 },
    ...(i < stayed ? [{ on: '2026-06-01', amount: 150, customer: i + 1 }] : []),
  ]).flat();

describe('retention and churn', () => {
  it('count who came back, and are good at 85 % exactly', () => {
    expect(kpiOf('retention', inputOf(cohort(17), december))).toMatchObject({
      value: 0.85,
      numerator: 17,
      denominator: 20,
      status: 'good',
    });
    expect(kpiOf('churn', inputOf(cohort(17), december))).toMatchObject({ value: 0.15, status: 'good' });
    expect(kpiOf('retention', inputOf(cohort(16), december)).status).toBe('bad');
    expect(kpiOf('churn', inputOf(cohort(16), december)).status).toBe('bad');
  });

  it('carry the interval that few cases need', () => {
    // Wilson, 17 of 20: 0.640 to 0.948.
    const { interval } = kpiOf('retention', inputOf(cohort(17), december));
    expect(interval?.lower).toBeCloseTo(0.6396, 3);
    expect(interval?.upper).toBeCloseTo(0.9476, 3);
  });

  it('show fewer than ten cases without a status', () => {
    const few = cohort(17).filter((line) => (line.customer ?? 0) <= 9);
    expect(kpiOf('retention', inputOf(few, december))).toMatchObject({ value: 1, status: null, reason: 'tooFewCases' });
  });

  it('cut the windows between the last day of a year and the first of the next', () => {
    const retention = (lines: Line[]) => {
      const input = inputOf(lines, december);
      return kpiOf('retention', { ...input, history: { ...input.history, medianInterval: null } });
    };
    const line = (on: string) => ({ on, amount: 1, customer: 1 });
    const back = (on: string) => retention([line('2025-06-01'), line(on)]).numerator;
    expect([back('2025-12-31'), back('2026-01-01'), back('2026-12-31')]).toEqual([0, 1, 1]);
    const earlier = (on: string) => retention([line(on)]).denominator;
    expect([earlier('2024-12-31'), earlier('2025-01-01'), earlier('2025-12-31')]).toEqual([0, 1, 1]);
  });

  it('need both windows', () => {
    const coverage = [{ from: day('2025-02-01'), to: day('2026-12-31') }];
    expect(kpiOf('retention', inputOf(cohort(17), { ...december, coverage }))).toMatchObject({
      value: null,
      reason: 'historyTooShort',
    });
  });

  it('say so when nobody was there before', () => {
    const fresh = [{ on: '2026-05-01', amount: 10, customer: 1 }];
    expect(kpiOf('retention', inputOf(fresh, december))).toMatchObject({ value: null, reason: 'noCases' });
  });

  it('widen the window to three usual order intervals', () => {
    const slow = cohort(20).map((line) => ({ ...line, on: line.on.replace('2025-07', '2024-12') }));
    const result = kpiOf('retention', inputOf(slow, december));
    expect(result.notices).toEqual(['wideWindow']);
  });

  it('always add up: retention + churn = 1, now = before + new + reactivated − lost', () => {
    const lineOf = fc.record({
      on: fc.constantFrom('2023-05-01', '2024-12-31', '2025-01-01', '2025-08-01', '2026-01-01', '2026-12-31'),
      amount: fc.integer({ min: -200, max: 400 }),
      customer: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(lineOf, { minLength: 1, maxLength: 60 }), (lines) => {
        const input = inputOf(lines, { ...december, history: { ...inputOf(lines).history, medianInterval: null } });
        const retention = kpiOf('retention', input);
        const churn = kpiOf('churn', input);
        if (retention.value === null) expect(churn.value).toBeNull();
        else expect((retention.numerator ?? 0) + (churn.numerator ?? 0)).toBe(retention.denominator);
        const { beside } = kpiOf('customerGrowth', input);
        const figure = (name: string) => beside[name] ?? 0;
        expect(figure('now')).toBe(figure('before') + figure('new') + figure('reactivated') - figure('lost'));
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});

describe('revenue retention', () => {
  it('is net, with gross beside it', () => {
    const lines = cohort(10);
    const result = kpiOf('revenueRetention', inputOf(lines, december));
    // 20 × 200 before; 10 × 150 now.
    expect(result).toMatchObject({ value: 1500 / 4000, denominator: 4000, status: 'bad' });
    const raised = lines.map((line) => (line.on < '2026' ? line : { ...line, amount: 500 }));
    const higher = kpiOf('revenueRetention', inputOf(raised, december));
    expect(higher.value).toBe(5000 / 4000);
    expect(higher.beside.gross).toBe(2000 / 4000);
  });
});

describe('repurchase', () => {
  it('counts customers with orders on two days', () => {
    const twice = Array.from({ length: 8 }, (_, i) =>
      monthly('2026-01', '2026-02', { amount: 50, customer: i + 1 }),
    ).flat();
    const once = [9, 10].map((customer) => ({ on: '2026-01-15', amount: 50, customer }));
    expect(kpiOf('repurchase', inputOf([...twice, ...once], december))).toMatchObject({
      value: 0.8,
      denominator: 10,
      status: 'good',
    });
  });

  it('takes an order delivered in parts for one', () => {
    const parts = [
      { on: '2026-01-01', amount: 50, customer: 1, order: 1 },
      { on: '2026-01-09', amount: 50, customer: 1, order: 1 },
    ];
    expect(kpiOf('repurchase', inputOf(parts, december))).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('leaves out first buyers who had no time to come back', () => {
    const old = monthly('2026-01', '2026-11', { amount: 50, customer: 1 });
    const young = { on: '2026-12-28', amount: 50, customer: 2 };
    expect(kpiOf('repurchase', inputOf([...old, young], december))).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe('concentration', () => {
  const lines = Array.from({ length: 20 }, (_, i) => ({ on: '2026-06-01', amount: i === 0 ? 81 : 1, customer: i + 1 }));

  it('is the share of the largest, with five, ten and HHI beside it', () => {
    const result = kpiOf('concentration', inputOf(lines, december));
    expect(result).toMatchObject({ value: 0.81, status: 'bad', beside: { top5: 0.85, top10: 0.9 } });
    expect(result.beside.hhi).toBeCloseTo(0.81 ** 2 + 19 * 0.01 ** 2, 12);
  });

  it('is bad too when ten customers bring more than 60 %', () => {
    const flatter = lines.map((line, i) => ({ ...line, amount: i < 10 ? 10 : 1 }));
    expect(kpiOf('concentration', inputOf(flatter, december))).toMatchObject({ status: 'bad' });
    expect(
      kpiOf(
        'concentration',
        inputOf(
          lines.map((line) => ({ ...line, amount: 5 })),
          december,
        ),
      ).status,
    ).toBe('good');
  });

  it('leaves customers with net returns out', () => {
    const returned = [...lines, { on: '2026-06-02', amount: -500, customer: 30 }];
    expect(kpiOf('concentration', inputOf(returned, december)).denominator).toBe(100);
  });
});

describe('a node', () => {
  it('recounts customers from its own orders', () => {
    const lines = [
      { on: '2026-12-01', amount: 10, customer: 1, seller: 1 },
      { on: '2026-12-02', amount: 10, customer: 1, seller: 2 },
      { on: '2026-12-02', amount: 10, customer: 2, seller: 2 },
    ];
    const whole = inputOf(lines, december);
    const active = (seller: number) => {
      const inside = Uint8Array.from({ length: 3 }, (_, code) => (code === seller ? 1 : 0));
      return kpiOf('activeCustomers', { ...whole, facts: selectFacts(whole.facts, [{ dimension: 'seller', inside }]) })
        .value;
    };
    expect([active(1), active(2), kpiOf('activeCustomers', whole).value]).toEqual([1, 2, 2]);
  });

  it('does not call an old customer of the company new', () => {
    const lines = [
      { on: '2024-12-01', amount: 10, customer: 1, seller: 1 },
      { on: '2026-12-02', amount: 10, customer: 1, seller: 2 },
    ];
    const whole = inputOf(lines, december);
    const facts = selectFacts(whole.facts, [{ dimension: 'seller', inside: Uint8Array.of(0, 0, 1) }]);
    expect(kpiOf('newCustomers', { ...whole, facts }).value).toBe(0);
  });
});
