import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { customerDays, lifecycle } from '~/engine/customers';
import { buildFactTable } from '~/engine/kpi';
import { day } from '../kpi/segmentOf';

const rule = { newDays: 180, dormantDays: 180, lostDays: 365, intervals: 3, growth: 0.1, decline: 0.1 };
const asOf = day('2026-12-31');
const from = day('2023-01-01');

type Line = { customer: number; on: number; amount: number };

function historyOf(lines: readonly Line[], customers = 12) {
  const segment = {
    count: lines.length,
    day: Int32Array.from(lines, (line) => line.on),
    amount: Float64Array.from(lines, (line) => line.amount),
    codes: { customer: Uint32Array.from(lines, (line) => line.customer) },
    quantity: null,
    order: Float64Array.from(lines, (_, i) => i),
    row: Float64Array.from(lines, (_, i) => i),
  };
  return customerDays(buildFactTable([segment], { dimensions: ['customer'] }), customers);
}

const stagesOf = (lines: readonly Line[], options: { on?: number; from?: number } = {}) => {
  const [made] = lifecycle(historyOf(lines), { rule, days: [options.on ?? asOf], from: options.from ?? from });
  return (customer: number) => LIFECYCLE_STAGES[made.stage[customer] - 1];
};

const sale = (customer: number, on: string, amount = 100): Line => ({ customer, on: day(on), amount });

describe('stages of life', () => {
  const stage = stagesOf([
    sale(2, '2026-09-01'),
    ...['2025-03-01', '2025-09-01', '2026-03-01', '2026-09-01'].map((on) => sale(3, on)),
    ...['2025-03-01', '2025-09-01'].map((on) => sale(4, on, 100)),
    ...['2026-03-01', '2026-09-01'].map((on) => sale(4, on, 111)),
    ...['2025-03-01', '2025-09-01'].map((on) => sale(5, on, 100)),
    ...['2026-03-01', '2026-09-01'].map((on) => sale(5, on, 89)),
    ...['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10'].map((on) => sale(6, on)),
    ...['2025-01-10', '2025-02-10', '2025-03-10'].map((on) => sale(7, on)),
    ...['2024-06-01', '2025-06-01'].map((on) => sale(8, on)),
    sale(9, '2026-03-01', -100),
    sale(10, '2026-02-01'),
    sale(10, '2026-11-01'),
    sale(11, '2027-01-01'),
  ]);

  it('tell who never ordered, also by returns alone or after the day', () => {
    expect(stage(1)).toBe('prospect');
    expect(stage(9)).toBe('prospect');
    expect(stage(11)).toBe('prospect');
  });

  it('tell new, growing, mature and declining', () => {
    expect([2, 3, 4, 5].map(stage)).toEqual(['new', 'mature', 'growing', 'declining']);
  });

  it('call growing who had nothing the year before', () => {
    expect(stage(10)).toBe('growing');
  });

  it('wait for the days and for the own rhythm before somebody is dormant or lost', () => {
    expect([6, 7].map(stage)).toEqual(['dormant', 'lost']);
    // Once a year: silent for a year and a half is not three years.
    expect(stage(8)).toBe('declining');
  });

  it('compare nobody where less than two years are covered', () => {
    expect(stagesOf([sale(1, '2026-01-05'), sale(1, '2026-09-01')], { from: day('2025-06-01') })(1)).toBe('mature');
  });

  it('never shrink the number of customers, and count each once', () => {
    const lines = [sale(1, '2026-01-05'), sale(2, '2025-01-05')];
    const made = lifecycle(historyOf(lines, 4), { rule, days: [day('2025-06-30'), asOf], from });
    for (const { counts } of made) expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
    expect(made[1].revenue.reduce((sum, n) => sum + n, 0)).toBe(100);
  });

  const lines = fc.array(
    fc.record({
      customer: fc.integer({ min: 0, max: 4 }),
      on: fc.integer({ min: from, max: asOf + 40 }),
      amount: fc.integer({ min: -40, max: 100 }),
    }),
    { maxLength: 80 },
  );
  const days = [day('2025-12-31'), day('2026-03-31'), day('2026-06-30'), asOf];

  it('say for many days at once what they say for each alone', () => {
    fc.assert(
      fc.property(lines, (orders) => {
        const history = historyOf(orders, 5);
        const together = lifecycle(history, { rule, days, from });
        days.forEach((on, i) => {
          expect(lifecycle(history, { rule, days: [on], from })[0]).toEqual(together[i]);
        });
      }),
      { seed: 31, numRuns: 100 },
    );
  });

  it('do not look past the day, nor at the order of rows', () => {
    fc.assert(
      fc.property(lines, (orders) => {
        const [there] = lifecycle(historyOf(orders, 5), { rule, days: [days[1]], from });
        const known = orders.filter(({ on }) => on <= days[1]).reverse();
        expect(lifecycle(historyOf(known, 5), { rule, days: [days[1]], from })[0]).toEqual(there);
      }),
      { seed: 32, numRuns: 100 },
    );
  });

  it('refuse days that do not rise', () => {
    expect(() => lifecycle(historyOf([]), { rule, days: [asOf, asOf], from })).toThrow(RangeError);
  });
});
