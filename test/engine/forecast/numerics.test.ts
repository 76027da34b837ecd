import { describe, expect, it } from 'vitest';
import { isSeasonal, naiveScale, pathErrors, seasonalIndices } from '~/engine/forecast/index';
import { minimise } from '~/engine/forecast/minimise';
import { prepareHistory } from '~/engine/forecast/prepareHistory';
import { normalQuantile } from '~/engine/numeric';
import { naive2 } from '../../bench/naive2';
import { seededSeries } from './seededSeries';

describe('the numeric ground', () => {
  it('normal quantiles agree with the printed tables', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8);
    expect(normalQuantile(0.9)).toBeCloseTo(1.281551566, 8);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 8);
    expect(() => normalQuantile(1.5)).toThrow(RangeError);
  });

  it('the simplex finds the valley of Rosenbrock', () => {
    const cost = ([x, y]: Float64Array): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const { at, value } = minimise(cost, { start: [-1.2, 1], step: [0.5, 0.5], maxEvaluations: 500, tolerance: 1e-14 });
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
    expect(value).toBeLessThan(1e-8);
  });

  it('errors are those of the definitions', () => {
    expect(naiveScale([1, 3, 2, 6], 2)).toBe((1 + 3) / 2);
    expect(naiveScale([4], 12)).toBe(0);
    // |2−1| + |4−6| = 3 over two steps and scale 2; 200·(1/3 + 2/10)/2; (1 − 2)/7
    const errors = pathErrors([2, 4], [1, 6], 2);
    expect(errors.mase).toBe(0.75);
    expect(errors.smape).toBeCloseTo((200 / 3 + 40) / 2, 12);
    expect(errors.bias).toBeCloseTo(-1 / 7, 12);
    expect(errors.wape).toBeCloseTo(3 / 7, 12);
    expect(pathErrors([1], [0], 0)).toMatchObject({ mase: null, bias: null });
    expect(pathErrors([0], [0], 1).smape).toBe(0);
  });

  it('a clear season passes the test, noise and two cycles do not', () => {
    expect(isSeasonal(seededSeries({ seed: 1, length: 48, season: 0.5 }), 12)).toBe(true);
    expect(isSeasonal(seededSeries({ seed: 1, length: 30, season: 0.5 }), 12)).toBe(false);
    expect(isSeasonal(new Array(48).fill(3), 12)).toBe(false);
  });

  it('classical indices of an exact season are that season, and shrinking leaves them', () => {
    const season = [0.8, 1, 1.4, 0.8];
    const values = Array.from({ length: 24 }, (_, t) => 50 * season[t % 4]);
    for (const shrink of [false, true]) {
      const indices = seasonalIndices(values, { period: 4, kind: 'multiplicative', shrink });
      season.forEach((index, i) => {
        expect(indices[i]).toBeCloseTo(index, 12);
      });
    }
    expect([...naive2(Float64Array.from(values), 4, 4)].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([
      40, 50, 70, 40,
    ]);
  });

  it('preparing fills a gap from the same season around it, and counts the gap at the end', () => {
    const prepared = prepareHistory([null, 2, 4, null, 4, 2, null, null], 2);
    expect([...prepared.values].map((v) => v * prepared.scale)).toEqual([2, 4, 2, 4, 2]);
    expect(prepared).toMatchObject({ filled: 1, trailingGap: 2, known: 4, scale: 4, positive: true });
  });
});
