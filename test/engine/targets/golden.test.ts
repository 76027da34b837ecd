import { describe, expect, it } from 'vitest';
import { HELD } from '~/engine/cube';
import { bottomUpQuota, clearLeaves, editSeries, editTotal, type SpreadMethod, setHeld } from '~/engine/targets';
import { linePlan, samplePlan, valuesOf } from '../samplePlan';

const all = (n: number) => ({ rows: { first: 0, end: n }, periods: [0] });
const line = (i: number, n = 1) => ({ rows: { first: i, end: i + n }, periods: [0] });

/** Golden vectors of the design sheet on allocation, §4.2, with the source each was taken from there. */
describe('editTotal reproduces the golden vectors', () => {
  it('proportional: 10, 30, 60 to 300', () => {
    const plan = linePlan([10, 30, 60]);
    expect(editTotal({ ...plan, edit: all(3), total: 300 }).ok).toBe(true);
    expect(valuesOf(plan)).toEqual([30, 90, 180]);
  });

  it('relative to a reference 10, 20, 70: 400', () => {
    const plan = linePlan([1, 1, 1]);
    const weight = [Float64Array.of(10, 20, 70)];
    editTotal({ ...plan, edit: all(3), total: 400, method: { kind: 'weights', weight } });
    expect(valuesOf(plan)).toEqual([40, 80, 280]);
  });

  it('a held leaf stays: 10, 20 held, 30 to 100', () => {
    const plan = linePlan([10, 20, 30]);
    setHeld(plan.column, line(1), true);
    const done = editTotal({ ...plan, edit: all(3), total: 100 });
    expect(valuesOf(plan)).toEqual([20, 20, 60]);
    expect(done.ok && [done.value.moved, done.value.held]).toEqual([2, 1]);
  });

  it('a held total stays: 60 held, 10 to 20, the others 20 and 30 absorb', () => {
    const plan = linePlan([10, 20, 30]);
    const heldTotals = [{ id: 'h', selection: all(3), amount: 60 }];
    const done = editTotal({ ...plan, edit: line(0), total: 20, heldTotals });
    expect(valuesOf(plan)).toEqual([20, 16, 24]);
    expect(done.ok && done.value.moved).toBe(3);
  });

  it('all blank beside another line: 10, 20, 70 of it to 400, where it says nothing or has mixed signs equally', () => {
    const lay = (otherwise: number[]) => {
      const plan = linePlan([0, 0, 0]);
      const method: SpreadMethod = { kind: 'proportional', otherwise: [Float64Array.from(otherwise)] };
      const done = editTotal({ ...plan, edit: all(3), total: 600, method });
      return [...valuesOf(plan), done.ok && done.value.equalSpread];
    };
    expect(lay([10, 20, 70])).toEqual([60, 120, 420, false]);
    expect(lay([0, 0, 0])).toEqual([200, 200, 200, true]);
    expect(lay([10, -20, 70])).toEqual([200, 200, 200, true]);
    const plan = linePlan([1, 1, 2]);
    editTotal({
      ...plan,
      edit: all(3),
      total: 400,
      method: { kind: 'proportional', otherwise: [Float64Array.of(9, 0, 0)] },
    });
    expect(valuesOf(plan)).toEqual([100, 100, 200]);
  });

  it('all zero: four zeros to 1000, equally, and the result says so', () => {
    const plan = linePlan([0, 0, 0, 0]);
    const done = editTotal({ ...plan, edit: all(4), total: 1000 });
    expect(valuesOf(plan)).toEqual([250, 250, 250, 250]);
    expect(done.ok && done.value.equalSpread).toBe(true);
  });

  it('small integers: 3 and 1 by 17, 23, 30, 30', () => {
    const weight = [Float64Array.of(17, 23, 30, 30)];
    const plan = linePlan([null, null, null, null]);
    editTotal({ ...plan, edit: all(4), total: 3, method: { kind: 'weights', weight } });
    expect(valuesOf(plan)).toEqual([0, 1, 1, 1]);
    editTotal({ ...plan, edit: all(4), total: 1, method: { kind: 'weights', weight } });
    expect(valuesOf(plan)).toEqual([0, 0, 1, 0]);
  });

  it('10,000,000 yuan by 12 months in whole yuan: four × 833,334 and eight × 833,333', () => {
    const plan = linePlan(Array(12).fill(null));
    editTotal({ ...plan, edit: all(12), total: 1_000_000_000, unit: 100, method: { kind: 'equal' } });
    expect(valuesOf(plan)).toEqual([...Array(4).fill(83_333_400), ...Array(8).fill(83_333_300)]);
  });

  it('10,000,000 yuan by a season: 700,000 … 1,000,000 yuan', () => {
    const season = Float64Array.of(70, 55, 85, 80, 85, 90, 75, 80, 95, 95, 90, 100);
    const plan = linePlan(Array(12).fill(null));
    const method: SpreadMethod = { kind: 'weights', weight: [season] };
    editTotal({ ...plan, edit: all(12), total: 1_000_000_000, unit: 100, method });
    expect(valuesOf(plan)).toEqual(Array.from(season, (s) => s * 1_000_000));
  });

  it('caps: 1000 by 50, 30, 20 with the first at most 400 and the third at least 250', () => {
    const limits = { leaf: { max: [Float64Array.of(400, Infinity, Infinity)], min: [Float64Array.of(0, 0, 250)] } };
    const plan = linePlan([50, 30, 20]);
    editTotal({ ...plan, edit: all(3), total: 1000, limits });
    expect(valuesOf(plan)).toEqual([400, 350, 250]);
    const grouped = linePlan([50, 30, 20]);
    const groups = [
      { selection: line(0), max: 400 },
      { selection: line(2), min: 250 },
    ];
    editTotal({ ...grouped, edit: all(3), total: 1000, limits: { groups } });
    expect(valuesOf(grouped)).toEqual([400, 350, 250]);
  });

  it('growth limits that do not bind, and ones that cannot be met, with the bound', () => {
    const base = [100, 200, 700];
    const min = [Float64Array.from(base, (b) => b * 1.05)];
    const plan = linePlan(base);
    editTotal({ ...plan, edit: all(3), total: 1150, limits: { leaf: { min, max: [Float64Array.of(125, 250, 875)] } } });
    expect(valuesOf(plan)).toEqual([115, 230, 805]);
    const refused = editTotal({
      ...plan,
      edit: all(3),
      total: 1200,
      limits: { leaf: { min, max: [Float64Array.of(125, 250, 735)] } },
    });
    expect(refused).toEqual({
      ok: false,
      issues: [{ code: 'target/outsideLimits', params: { amount: 1200, bound: 1110, missing: 90 } }],
    });
    expect(valuesOf(plan)).toEqual([115, 230, 805]);
  });

  it('growth 300:25 % over four periods and a straight line 100:200 over twelve', () => {
    const plan = samplePlan(1, { periods: 12 });
    const totals = (): number[] =>
      plan.periods.map((p) => plan.column.value[p].subarray(0, plan.lines.count).reduce((a, b) => a + b, 0));
    const rows = { first: 0, end: plan.lines.count };
    editSeries({
      ...plan,
      edit: { rows, periods: [0, 1, 2, 3] },
      series: { kind: 'growth', from: 30_000, rate: 0.25 },
    });
    expect(totals().slice(0, 4)).toEqual([30_000, 37_500, 46_875, 58_594]);
    editSeries({
      ...plan,
      edit: { rows, periods: plan.periods },
      series: { kind: 'straightLine', from: 10_000, to: 20_000 },
    });
    expect(totals().map((t, p) => Math.abs(t - 10_000 - (p * 10_000) / 11) <= 0.5)).toEqual(Array(12).fill(true));
  });
});

describe('a quota from below', () => {
  it('SAP bottom-up: 1000, +10 %, relief 2 % is 1080', () => {
    expect(bottomUpQuota({ base: 1000, growth: 0.1, relief: 0.02 })).toBe(1080);
    expect(bottomUpQuota({ base: 100_000_001, growth: 0.1, relief: 0.02 })).toBe(108_000_001);
  });

  it('keeps its limits, is 0 of nothing sold and unknown of what is not known', () => {
    expect(bottomUpQuota({ base: 1000, growth: 0.5, relief: 0, max: 1250 })).toBe(1250);
    expect(bottomUpQuota({ base: 1000, growth: 0, relief: 0.5, min: 600 })).toBe(600);
    expect(bottomUpQuota({ base: 0, growth: 0.1, relief: 0 })).toBe(0);
    expect(bottomUpQuota({ base: -15, growth: 0.1, relief: 0 })).toBe(-17);
    expect(bottomUpQuota({ base: null, growth: 0.1, relief: 0 })).toBeNull();
  });
});

describe('editTotal keeps blank, zero and held apart', () => {
  it('blanks stay blank beside numbers, zeros stay zero', () => {
    const plan = linePlan([10, null, 0, 30]);
    editTotal({ ...plan, edit: all(4), total: 80 });
    expect(valuesOf(plan)).toEqual([20, 0, 0, 60]);
    expect(Array.from(plan.column.state[0])).toEqual([1, 0, 1, 1]);
  });

  it('in fill mode numbers stay and the blanks share the rest', () => {
    const plan = linePlan([10, null, 0, null]);
    const done = editTotal({ ...plan, edit: all(4), total: 31, method: { kind: 'proportional', blanks: 'fill' } });
    expect(valuesOf(plan)).toEqual([10, 11, 0, 10]);
    expect(done.ok && done.value.moved).toBe(2);
  });

  it('a blank cell is filled equally, ties to the first lines; 0 in it means spoken zeros', () => {
    const plan = linePlan([null, null, null]);
    editTotal({ ...plan, edit: all(3), total: 100 });
    expect(valuesOf(plan)).toEqual([34, 33, 33]);
    const zero = linePlan([null, null]);
    const done = editTotal({ ...zero, edit: all(2), total: 0 });
    expect(Array.from(zero.column.state[0])).toEqual([1, 1]);
    expect(done.ok && done.value.moved).toBe(2);
  });

  it('a single leaf takes the amount whatever it was before', () => {
    for (const before of [null, 0, -5, 7]) {
      const plan = linePlan([before]);
      const done = editTotal({ ...plan, edit: all(1), total: -12 });
      expect(valuesOf(plan)).toEqual([-12]);
      expect(done.ok && done.value.equalSpread).toBe(false);
    }
  });

  it('clearing makes free leaves blank and leaves held ones alone', () => {
    const plan = linePlan([10, 20, null]);
    setHeld(plan.column, line(1), true);
    const done = clearLeaves({ ...plan, edit: all(3) });
    expect(valuesOf(plan)).toEqual([0, 20, 0]);
    expect(Array.from(plan.column.state[0])).toEqual([0, 1 | HELD, 0]);
    expect(done.ok && [done.value.moved, done.value.held]).toEqual([1, 1]);
  });
});

describe('editTotal refuses, changes nothing and says why', () => {
  const refusal = (result: ReturnType<typeof editTotal>) => (result.ok ? null : result.issues[0]);

  it('what is held exceeds the total: by how much, and which holds', () => {
    const plan = linePlan([10, 50, 30]);
    const frozen = [{ id: 'north', ...line(1) }];
    expect(refusal(editTotal({ ...plan, edit: all(3), total: 40, frozen }))).toEqual({
      code: 'target/heldShortfall',
      params: { amount: 10, holds: 'north' },
    });
    expect(valuesOf(plan)).toEqual([10, 50, 30]);
  });

  it('nothing is free, nothing is there, closed periods', () => {
    const plan = linePlan([10, 20]);
    expect(refusal(editTotal({ ...plan, edit: all(2), total: 40, closedPeriods: [0] }))?.code).toBe(
      'target/periodClosed',
    );
    setHeld(plan.column, all(2), true);
    expect(refusal(editTotal({ ...plan, edit: all(2), total: 40 }))?.code).toBe('target/nothingFree');
    expect(editTotal({ ...plan, edit: all(2), total: 30 }).ok).toBe(true);
    expect(refusal(editTotal({ ...plan, edit: { rows: new Uint32Array(0), periods: [0] }, total: 1 }))?.code).toBe(
      'target/noLines',
    );
  });

  it('mixed signs, which equal parts can still take', () => {
    const plan = linePlan([10, -5]);
    expect(refusal(editTotal({ ...plan, edit: all(2), total: 40 }))?.code).toBe('target/mixedSigns');
    expect(editTotal({ ...plan, edit: all(2), total: 41, method: { kind: 'equal' } }).ok).toBe(true);
    expect(valuesOf(plan)).toEqual([21, 20]);
  });

  it('totals beyond 2^51', () => {
    const plan = linePlan([10, 5]);
    expect(refusal(editTotal({ ...plan, edit: all(2), total: 2 ** 51 + 1 }))?.code).toBe('target/tooLarge');
    expect(refusal(editTotal({ ...plan, edit: all(2), total: 1e300 }))?.code).toBe('target/tooLarge');
    expect(editTotal({ ...plan, edit: all(2), total: 2 ** 51 }).ok).toBe(true);
    expect(valuesOf(plan)[0] + valuesOf(plan)[1]).toBe(2 ** 51);
  });

  it('a held total itself, and one whose other leaves cannot absorb', () => {
    const plan = linePlan([10, 20, 30]);
    const heldTotals = [{ id: 'h', selection: all(3), amount: 60 }];
    expect(refusal(editTotal({ ...plan, edit: all(3), total: 61, heldTotals }))?.code).toBe('target/totalHeld');
    expect(refusal(editTotal({ ...plan, edit: line(0), total: 70, heldTotals }))).toEqual({
      code: 'target/heldShortfall',
      params: { amount: 10, holds: 'h' },
    });
    setHeld(plan.column, line(1, 2), true);
    expect(refusal(editTotal({ ...plan, edit: line(0), total: 15, heldTotals }))).toEqual({
      code: 'target/totalHeld',
      params: { amount: 5, holds: 'h' },
    });
    expect(valuesOf(plan)).toEqual([10, 20, 30]);
  });
});
