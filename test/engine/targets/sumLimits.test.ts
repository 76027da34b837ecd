import { describe, expect, it } from 'vitest';
import { overlap, selectionSize, selectionTotals } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { clearLeaves, editTotal, type SumLimit } from '~/engine/targets';
import { linePlan, samplePlan, valuesOf } from '../samplePlan';

const line = (i: number, n = 1) => ({ rows: { first: i, end: i + n }, periods: [0] });
const limit = (id: string, selection: SumLimit['selection'], bounds: { min?: number; max?: number }): SumLimit => ({
  id,
  selection,
  min: bounds.min ?? -Infinity,
  max: bounds.max ?? Infinity,
});

describe('lasting limits', () => {
  it('caps: 1000 by 50, 30, 20 with the first at most 400 and the third at least 250', () => {
    const plan = linePlan([50, 30, 20]);
    const sumLimits = [limit('a', line(0), { max: 400 }), limit('c', line(2), { min: 250 })];
    const done = editTotal({ ...plan, edit: line(0, 3), total: 1000, sumLimits });
    expect(valuesOf(plan)).toEqual([400, 350, 250]);
    expect(done.ok && done.value.moved).toBe(3);
  });

  it('bind nodes over leaves, nested ones too', () => {
    const plan = linePlan([10, 30, 60, 100]);
    const sumLimits = [limit('two', line(2, 2), { max: 500 }), limit('last', line(3), { max: 200 })];
    editTotal({ ...plan, edit: line(0, 4), total: 1000, sumLimits });
    expect(valuesOf(plan)).toEqual([125, 375, 300, 200]);
  });

  it('refuse what they make impossible, with what is missing and their ids, and change nothing', () => {
    const plan = linePlan([10, 30]);
    const sumLimits = [limit('a', line(0), { max: 100 }), limit('b', line(1), { max: 200 })];
    expect(editTotal({ ...plan, edit: line(0, 2), total: 350, sumLimits })).toEqual({
      ok: false,
      issues: [{ code: 'target/outsideLimits', params: { amount: 350, bound: 300, missing: 50, limits: 'b, a' } }],
    });
    expect(valuesOf(plan)).toEqual([10, 30]);
  });

  it('refuse a typed amount outside, and an edit that takes a limited total around it outside', () => {
    const plan = linePlan([10, 30, 60]);
    const sumLimits = [limit('all', line(0, 3), { max: 120 })];
    for (const [edit, total] of [
      [line(0, 3), 130],
      [line(0), 40],
    ] as const) {
      expect(editTotal({ ...plan, edit, total, sumLimits })).toMatchObject({
        ok: false,
        issues: [{ code: 'target/outsideLimits', params: { amount: 130, bound: 120, missing: 10, limits: 'all' } }],
      });
    }
    expect(valuesOf(plan)).toEqual([10, 30, 60]);
    expect(editTotal({ ...plan, edit: line(0), total: 30, sumLimits }).ok).toBe(true);
  });

  it('let a total that was outside before come nearer, but not go further out', () => {
    const plan = linePlan([100, 100]);
    const sumLimits = [limit('all', line(0, 2), { max: 150 })];
    expect(editTotal({ ...plan, edit: line(0), total: 110, sumLimits }).ok).toBe(false);
    expect(editTotal({ ...plan, edit: line(0), total: 80, sumLimits }).ok).toBe(true);
    expect(valuesOf(plan)).toEqual([80, 100]);
  });

  it('hold for what absorbs under a held total as well', () => {
    const plan = linePlan([10, 20, 30]);
    const heldTotals = [{ id: 'h', selection: line(0, 3), amount: 60 }];
    const sumLimits = [limit('b', line(1), { min: 18 })];
    editTotal({ ...plan, edit: line(0), total: 20, heldTotals, sumLimits });
    expect(valuesOf(plan)).toEqual([20, 18, 22]);
  });

  it('keep a cell with a minimum from being cleared', () => {
    const plan = linePlan([10, 20]);
    const sumLimits = [limit('a', line(0), { min: 5 })];
    expect(clearLeaves({ ...plan, edit: line(0), sumLimits }).ok).toBe(false);
    expect(valuesOf(plan)).toEqual([10, 20]);
  });

  it('are kept by any edit above them, which is exact, or nothing moves', () => {
    const random = createRandom(41);
    let bound = 0;
    for (let round = 0; round < 400; round++) {
      const plan = samplePlan(round, { blanks: 0.05 });
      const { lines, column } = plan;
      const any = () => {
        const first = Math.floor(random() * lines.count);
        const rows = { first, end: Math.min(lines.count, first + 1 + Math.floor(random() * 20)) };
        return { rows, periods: plan.periods.filter(() => random() < 0.7) };
      };
      const sumLimits = Array.from({ length: 5 }, (_, i) => {
        const selection = any();
        const { sum } = selectionTotals(column, selection);
        return limit(`l${i}`, selection, random() < 0.5 ? { max: sum * 1.1 } : { min: sum * 0.9 });
      }).map((one) => ({ ...one, min: Math.ceil(one.min), max: Math.floor(one.max) }));
      const edit = { rows: { first: 0, end: lines.count }, periods: plan.periods };
      const before = column.value.map((value) => value.slice());
      const total = Math.round(selectionTotals(column, edit).sum * (0.8 + 0.4 * random()));
      const done = editTotal({ ...plan, edit, total, sumLimits });
      if (!done.ok) {
        expect(column.value).toEqual(before);
        continue;
      }
      expect(selectionTotals(column, edit).sum).toBe(total);
      for (const { selection, min, max } of sumLimits) {
        if (overlap(selection, edit) < selectionSize(selection)) continue;
        const { sum } = selectionTotals(column, selection);
        expect(sum >= min && sum <= max).toBe(true);
        if (sum === min || sum === max) bound++;
      }
    }
    expect(bound).toBeGreaterThan(200);
  });
});
