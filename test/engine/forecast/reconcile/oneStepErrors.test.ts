import { expect, test } from 'vitest';
import { oneStepErrors } from '~/engine/forecast';

const SEASON = [10, 40, 25, 5];

test('a history that repeats itself has no errors after its first cycle', () => {
  const history = Array.from({ length: 16 }, (_, t) => 100 + SEASON[t % 4]);
  const errors = oneStepErrors(history, 4);
  expect([...errors.slice(0, 4)].every(Number.isNaN)).toBe(true);
  for (const error of errors.slice(4)) expect(error).toBeCloseTo(0, 9);
});

test('errors scale with the history, and a missing value has none', () => {
  const history = Array.from({ length: 24 }, (_, t) => 100 + SEASON[t % 4] + 7 * Math.sin(t * t));
  const gappy: (number | null)[] = history.slice();
  gappy[13] = null;
  const one = oneStepErrors(gappy, 4);
  const thousand = oneStepErrors(
    gappy.map((value) => value && value * 1000),
    4,
  );
  expect(one[13]).toBeNaN();
  one.forEach((error, t) => {
    if (!Number.isNaN(error)) expect(thousand[t] / 1000).toBeCloseTo(error, 8);
  });
  expect(one.filter(Number.isFinite)).toHaveLength(19);
});

test('less than two cycles teach nothing', () => {
  for (const length of [0, 1, 7]) {
    expect([...oneStepErrors(new Float64Array(length).fill(5), 4)].every(Number.isNaN)).toBe(true);
  }
});
