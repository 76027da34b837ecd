import { expect, test } from 'vitest';
import { descend } from '~/engine/numeric/descend';
import { digamma } from '~/engine/numeric/digamma';
import { gaussLegendre } from '~/engine/numeric/gaussLegendre';
import { logGamma } from '~/engine/numeric/logGamma';

test('the descent finds the bottom of a bent valley, and stops there', () => {
  const valley = (at: Float64Array, slope: Float64Array): number => {
    const [x, y] = at;
    slope[0] = -400 * x * (y - x * x) - 2 * (1 - x);
    slope[1] = 200 * (y - x * x);
    return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
  };
  const found = descend(valley, { start: [-1.2, 1], maxEvaluations: 500, tolerance: 1e-9, maxStep: 2 });
  expect(found.at[0]).toBeCloseTo(1, 8);
  expect(found.at[1]).toBeCloseTo(1, 8);
  expect(found.evaluations).toBeLessThan(120);
});

test('the descent never ends above its start, whatever the function does further away', () => {
  const edge = (at: Float64Array, slope: Float64Array): number => {
    slope[0] = 1;
    return at[0] < -1 ? Number.NaN : at[0];
  };
  const found = descend(edge, { start: [3], maxEvaluations: 200, tolerance: 1e-9, maxStep: 10 });
  expect(found.value).toBeLessThan(3);
  expect(found.value).toBeGreaterThanOrEqual(-1);
});

test('log-gamma and its slope have the known values', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(logGamma(1e-4)).toBeCloseTo(9.210_282_658_633_961, 11);
  expect(logGamma(1000)).toBeCloseTo(5905.220_423_209_181, 9);
  expect(logGamma(-1)).toBeNaN();
  expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 13);
  expect(digamma(0.25)).toBeCloseTo(-4.227_453_533_376_265, 12);
  for (const x of [0.01, 0.7, 3, 42]) {
    expect(digamma(x + 1)).toBeCloseTo(digamma(x) + 1 / x, 11);
    expect((logGamma(x * 1.0001) - logGamma(x * 0.9999)) / (x * 0.0002)).toBeCloseTo(digamma(x), 4);
  }
});

test('a rule of n places is exact up to degree 2n − 1', () => {
  for (const count of [1, 3, 8, 16]) {
    const { at, weight } = gaussLegendre(count);
    for (let degree = 0; degree < 2 * count; degree++) {
      const integral = at.reduce((sum, x, i) => sum + weight[i] * x ** degree, 0);
      expect(integral).toBeCloseTo(1 / (degree + 1), 13);
    }
  }
  expect(() => gaussLegendre(0)).toThrow(RangeError);
});
