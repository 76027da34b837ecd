import { describe, expect, it } from 'vitest';
import { BASELINE } from '~/domain/plan';
import type { SpreadBasis } from '~/domain/spread';
import { createFactCache } from '~/plan/facts';
import { ordersNotInPlan } from '~/plan/views/attention';
import { createViewCache } from '~/plan/views/viewCache';
import { attempt, byPeriod, cellOf, sumAt, totalsAt } from '../support/cells';
import { createSmallPlan, SMALL_LINES, type SmallPlan } from '../support/smallPlan';

const spread = (small: SmallPlan, basis: SpreadBasis, more: Partial<{ amount: number | null; unit: number }> = {}) =>
  ({ name: 'targets/spread', cell: cellOf(small, {}), amount: 36_000, basis, unit: 1, ...more }) as const;

const sellers = (small: SmallPlan, names = ['Ann', 'Bob', 'Cid']): number[] =>
  names.map((seller) => sumAt(small, cellOf(small, { seller })));

describe('a spread', () => {
  it('in equal parts gives every leaf the same', () => {
    const small = createSmallPlan();
    small.run(spread(small, { kind: 'equal' }));
    expect(sellers(small)).toEqual([12_000, 12_000, 12_000]);
  });

  it('by another column follows it, and without an amount keeps the total', () => {
    const small = createSmallPlan();
    small.run(spread(small, { kind: 'equal' }));
    small.run(spread(small, { kind: 'column', column: BASELINE }, { amount: null }));
    expect(sellers(small)).toEqual([14_400, 7_200, 14_400]);
  });

  it('by last year follows what was sold, a line at a time', () => {
    const small = createSmallPlan();
    small.run(spread(small, { kind: 'equal' }));
    small.run(spread(small, { kind: 'lastYear' }));
    expect(sellers(small)).toEqual([14_400, 7_200, 14_400]);
    expect(new Set(byPeriod(small, cellOf(small, {})))).toEqual(new Set([3000]));
  });

  it('by the season keeps the shares of the lines and lays the months by their profile', () => {
    const small = createSmallPlan(SMALL_LINES.filter(({ seller }) => seller !== 'Cid'));
    small.run({ name: 'targets/setCell', cell: cellOf(small, { seller: 'Ann' }, ['2026-01']), amount: 9_000 });
    const before = sellers(small, ['Ann', 'Bob']);
    const total = before.reduce((a, b) => a + b, 0);
    small.run(spread(small, { kind: 'profile' }, { amount: total }));
    expect(sellers(small, ['Ann', 'Bob'])).toEqual(before);
    const months = byPeriod(small, cellOf(small, { seller: 'Ann' }));
    expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(1);
  });

  it('by the forecast uses what is known for the months behind and the forecast for those ahead', () => {
    const small = createSmallPlan();
    small.run(spread(small, { kind: 'forecast' }));
    const months = byPeriod(small, cellOf(small, {}));
    expect(months.reduce((a, b) => a + b, 0)).toBe(36_000);
    for (const month of months) expect(Math.abs(month - 3000)).toBeLessThan(200);
    // Ann, Bob and Cid are foretold one by one: two to one to two, as they sell now.
    const shares = [14_400, 7_200, 14_400];
    for (const [s, amount] of sellers(small).entries()) expect(Math.abs(amount - shares[s])).toBeLessThan(72);
  });

  it('by fair share weighs drivers that each sum to 1', () => {
    const small = createSmallPlan();
    const drivers: Extract<SpreadBasis, { kind: 'fairShare' }>['drivers'] = [
      { basis: { kind: 'equal' }, weight: 3 },
      { basis: { kind: 'lastYear' }, weight: 1 },
    ];
    small.run(spread(small, { kind: 'fairShare', drivers }));
    // 36,000 × (3 × 1/3 + 1 × 0.4 or 0.2) ÷ 4
    expect(sellers(small)).toEqual([12_600, 10_800, 12_600]);
  });

  it('that fills blanks leaves numbers alone', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/clearCell', cell: cellOf(small, { seller: 'Cid' }) });
    small.run(spread(small, { kind: 'fillBlanks' }, { amount: 33_600 }));
    expect(sellers(small)).toEqual([14_400, 7_200, 12_000]);
  });

  it('rounds to whole yuan, thousands or 万, the total stays exact', () => {
    for (const unit of [100, 1000]) {
      const small = createSmallPlan();
      small.run(spread(small, { kind: 'lastYear' }, { amount: 1_234_567, unit }));
      expect(sumAt(small, cellOf(small, {}))).toBe(1_234_567);
      const odd = byPeriod(small, cellOf(small, { seller: 'Bob' })).filter((amount) => amount % unit !== 0);
      expect(odd.length).toBe(0);
    }
  });

  it('keeps every leaf within the bounds it was given', () => {
    const small = createSmallPlan();
    small.run({ ...spread(small, { kind: 'lastYear' }), bounds: { min: 700, max: null } });
    expect(Math.min(...byPeriod(small, cellOf(small, { seller: 'Bob' })))).toBe(700);
    expect(sumAt(small, cellOf(small, {}))).toBe(36_000);
    expect(attempt(small, { ...spread(small, { kind: 'equal' }), bounds: { min: 5, max: 2 } })).toMatchObject({
      ok: false,
      issues: [{ code: 'limit/crossed' }],
    });
    expect(attempt(small, { ...spread(small, { kind: 'equal' }), bounds: { min: 1001, max: null } })).toMatchObject({
      ok: false,
      issues: [{ code: 'target/outsideLimits', params: { bound: 36_036, missing: 36 } }],
    });
  });

  it('leaves a frozen seller alone', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, { seller: 'Ann' }), kind: 'freeze' });
    small.run(spread(small, { kind: 'equal' }));
    expect(sellers(small)).toEqual([14_400, 10_800, 10_800]);
  });

  it('refuses a basis that has nothing here, and a column that is not there', () => {
    const small = createSmallPlan();
    const other = { scenario: 'none', layer: 'target', measure: 'sales' };
    expect(attempt(small, spread(small, { kind: 'column', column: other }))).toMatchObject({
      ok: false,
      issues: [{ code: 'spread/unknownColumn' }],
    });
    const odd = cellOf(small, { region: 'South', seller: 'Ann' });
    expect(attempt(small, { ...spread(small, { kind: 'lastYear' }), cell: odd })).toMatchObject({
      ok: false,
      issues: [{ code: 'spread/noWeights' }],
    });
  });

  it('is remembered for its level when asked', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    small.run({ ...spread(small, { kind: 'equal' }), cell: north, remember: true });
    small.run({ ...spread(small, { kind: 'lastYear' }), cell: cellOf(small, { region: 'South' }), remember: true });
    expect([...small.document.records.spreadDefault.values()]).toMatchObject([
      { level: 'region', basis: { kind: 'lastYear' }, unit: 1 },
    ]);
  });
});

describe('a dimension of one’s own, which no order names', () => {
  it('divides what is planned, and what was sold as that is', () => {
    const small = createSmallPlan();
    small.run({
      name: 'dimensions/add',
      dimension: 'brand',
      title: 'Brand',
      members: ['Own', 'Other'],
      spread: {
        kind: 'weights',
        weights: [
          { member: 1, weight: 3 },
          { member: 2, weight: 1 },
        ],
      },
    });
    expect(ordersNotInPlan(small.document, small.plan, { cache: createViewCache(), facts: createFactCache() })).toBe(0);
    small.run({ name: 'targets/setCell', cell: cellOf(small, { seller: 'Bob' }), amount: 36_000 });
    small.run(spread(small, { kind: 'lastYear' }));
    expect(sellers(small)).toEqual([14_400, 7_200, 14_400]);
    expect(sumAt(small, cellOf(small, { brand: 'Own' }))).toBe(27_000);
  });
});

describe('quotas from below', () => {
  const quotas = (small: SmallPlan, { names = {}, growth = 0.1, relief = 0.02 } = {}) =>
    ({
      name: 'targets/setSeries',
      cell: cellOf(small, names),
      series: { kind: 'bottomUp', growth, relief },
    }) as const;

  it('ask of every line what it sold a year ago × (1 + growth − relief); the total is their sum', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/setCell', cell: cellOf(small, { seller: 'Bob' }), amount: 1 });
    small.run(quotas(small));
    expect(sellers(small)).toEqual([12_960, 6_480, 12_960]);
    expect(sumAt(small, cellOf(small, {}))).toBe(32_400);
    expect(new Set(byPeriod(small, cellOf(small, { seller: 'Ann' })))).toEqual(new Set([1080]));
  });

  it('leave those outside the cell and those who are locked as they are', () => {
    const small = createSmallPlan();
    small.run(quotas(small, { names: { seller: 'Cid' }, growth: 0.5 }));
    expect(sellers(small)).toEqual([14_400, 7_200, 17_760]);
    small.run({ name: 'holds/add', cell: cellOf(small, { seller: 'Ann' }), kind: 'freeze' });
    small.run(quotas(small));
    expect(sellers(small)[0]).toBe(14_400);
    expect(sumAt(small, cellOf(small, {}))).toBe(32_400);
  });

  it('are refused where nothing was sold, and where the relief leaves less than nothing', () => {
    const small = createSmallPlan();
    const odd = quotas(small, { names: { region: 'South', seller: 'Ann' } });
    expect(attempt(small, odd)).toMatchObject({ ok: false, issues: [{ code: 'spread/noWeights' }] });
    expect(attempt(small, quotas(small, { relief: 1.2 }))).toMatchObject({
      ok: false,
      issues: [{ code: 'spread/reliefTooLarge' }],
    });
    small.run(quotas(small, { relief: 1.1 }));
    expect(sellers(small)).toEqual([0, 0, 0]);
  });
});

describe('a series', () => {
  it('grows from month to month and lays each on the lines in proportion', () => {
    const small = createSmallPlan();
    const cell = cellOf(small, { region: 'North' }, ['2026-01', '2026-02', '2026-03', '2026-04']);
    const series = { kind: 'growth', from: 30_000, rate: 0.25 } as const;
    small.run({ name: 'targets/setSeries', cell, series, basis: { kind: 'lastYear' } });
    expect(byPeriod(small, cell)).toEqual([30_000, 37_500, 46_875, 58_594]);
    expect(sumAt(small, cellOf(small, { seller: 'Ann' }, ['2026-01']))).toBe(20_000);
  });

  it('repeats an amount by another basis, or draws a straight line', () => {
    const small = createSmallPlan();
    const cell = cellOf(small, {});
    small.run({ name: 'targets/setSeries', cell, series: { kind: 'repeat', amount: 900 }, basis: { kind: 'equal' } });
    expect(sellers(small)).toEqual([3600, 3600, 3600]);
    small.run({ name: 'targets/setSeries', cell, series: { kind: 'straightLine', from: 100, to: 1200 } });
    expect(byPeriod(small, cell)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200]);
  });
});

describe('limits and closed periods', () => {
  it('bind every edit and name what stands in the way', () => {
    const small = createSmallPlan();
    small.run({ name: 'limits/set', cell: cellOf(small, { seller: 'Ann' }), min: null, max: 15_000 });
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}), amount: 50_000 });
    expect(sumAt(small, cellOf(small, { seller: 'Ann' }))).toBe(15_000);
    const refused = attempt(small, { name: 'targets/setCell', cell: cellOf(small, { seller: 'Ann' }), amount: 15_001 });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'target/outsideLimits', params: { missing: 1 } }] });
    if (refused.ok) return;
    expect(String(refused.issues[0].params?.limits)).toContain('Ann');
    const limit = String(refused.issues[0].params?.limitIds);
    small.run({ name: 'limits/clear', limit });
    small.run({ name: 'targets/setCell', cell: cellOf(small, { seller: 'Ann' }), amount: 15_001 });
  });

  it('are replaced, removed by having no bound, and refused when crossed', () => {
    const small = createSmallPlan();
    const cell = cellOf(small, { region: 'North' });
    small.run({ name: 'limits/set', cell, min: 1, max: 2 });
    small.run({ name: 'limits/set', cell, min: 1, max: null });
    expect([...small.document.records.limit.values()]).toMatchObject([{ min: 1, max: null }]);
    expect(attempt(small, { name: 'limits/set', cell, min: 3, max: 2 }).ok).toBe(false);
    small.run({ name: 'limits/set', cell, min: null, max: null });
    expect(small.document.records.limit.size).toBe(0);
  });

  it('a closed period takes no edit until it is opened again, which needs a reason', () => {
    const small = createSmallPlan();
    const january = cellOf(small, {}, ['2026-01']);
    const edit = { name: 'targets/setCell', cell: january, amount: 5000 } as const;
    const before = sumAt(small, january);
    small.run({ name: 'periods/close', periods: ['2026-02', '2026-01'] });
    expect(small.document.records.plan.get(small.plan.id)?.closedPeriods).toEqual(['2026-01', '2026-02']);
    expect(attempt(small, edit)).toMatchObject({ ok: false, issues: [{ code: 'target/periodClosed' }] });
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}), amount: 36_010 });
    expect(sumAt(small, january)).toBe(before);
    expect(attempt(small, { name: 'periods/reopen', periods: ['2026-01'] })).toMatchObject({
      issues: [{ code: 'reason/needed' }],
    });
    small.run({ name: 'periods/reopen', periods: ['2026-01'], reason: 'booked late' });
    small.run(edit);
    expect(attempt(small, { name: 'periods/close', periods: ['2031-01'] })).toMatchObject({
      issues: [{ code: 'period/unknown' }],
    });
  });

  it('a refused edit of a cell without lines takes its new line back', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, { region: 'South' }), kind: 'freeze' });
    const lines = small.document.open?.lines.count;
    const odd = cellOf(small, { region: 'South', seller: 'Ann' }, ['2026-03']);
    expect(attempt(small, { name: 'targets/setCell', cell: odd, amount: 5 }).ok).toBe(false);
    expect(small.document.open?.lines.count).toBe(lines);
    expect(totalsAt(small, odd).leaves).toBe(0);
  });
});
