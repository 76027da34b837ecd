import { describe, expect, it } from 'vitest';
import { forecastWithEvents, proposeOutliers } from '~/engine/forecast/index';
import { createRandom } from '~/engine/numeric';
import { seededSeries } from '../seededSeries';

const FIRST = 600;
const options = { period: 12, firstMonth: FIRST };
const NOISE = 0.05;
const series = (seed: number): number[] =>
  seededSeries({ seed, length: 66 + (seed % 5) * 6, season: (seed % 4) * 0.1, slope: 0.4, noise: NOISE });
const quiet = (seed: number): number[] =>
  seededSeries({ seed, length: 66 + (seed % 5) * 6, season: (seed % 4) * 0.1, slope: 0.4, noise: 0 });

/** The series with one month moved by five standard deviations of its noise, up or down by turns. */
function injected(seed: number): { values: number[]; at: number } {
  const values = series(seed);
  const at = Math.floor(createRandom(seed)() * values.length);
  values[at] += (seed % 2 === 0 ? 5 : -5) * NOISE * quiet(seed)[at];
  return { values, at };
}

describe('months unlike the others', () => {
  it('nine of ten months moved by five standard deviations are found, hardly one in a hundred wrongly', () => {
    let found = 0;
    let wrong = 0;
    let months = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const { values, at } = injected(seed);
      const positions = proposeOutliers(values, options).map(({ position }) => position);
      if (positions.includes(at)) found++;
      wrong += positions.filter((position) => position !== at).length;
      months += values.length;
    }
    expect(found / 120).toBeGreaterThanOrEqual(0.9);
    expect(wrong / months).toBeLessThanOrEqual(0.01);
  });

  it('leaving them out gives nearly the forecast of the untouched series', () => {
    let loss = 0;
    let harm = 0;
    for (let seed = 1; seed <= 24; seed++) {
      const { values } = injected(seed);
      const cut = { period: 12, firstMonth: FIRST, horizon: 6, origins: 0 };
      const proposed = proposeOutliers(values, options);
      const outliers = proposed.map(({ month }) => ({ month, decision: 'adjust' as const }));
      const truth = forecastWithEvents(series(seed), cut).mean;
      const away = (mean: Float64Array): number =>
        mean.reduce((sum, value, h) => sum + Math.abs(value / truth[h] - 1) / 6 / 24, 0);
      loss += away(forecastWithEvents(values, { ...cut, outliers }).mean);
      harm += away(forecastWithEvents(values, cut).mean);
    }
    expect(loss).toBeLessThan(0.01);
    expect(loss).toBeLessThan(harm);
  });

  it('says which month, what the others expect, and on which side it lies', () => {
    const values = series(2);
    values[30] *= 2;
    values[41] *= 0.4;
    const proposed = proposeOutliers(values, options);
    expect(proposed.map(({ month, reason }) => [month, reason])).toEqual([
      [FIRST + 41, 'low'],
      [FIRST + 30, 'high'],
    ]);
    for (const { expected, position, size, reason } of proposed) {
      expect(Math.abs(expected / quiet(2)[position] - 1)).toBeLessThan(0.1);
      expect(Math.sign(size)).toBe(reason === 'high' ? 1 : -1);
    }
  });

  it('asks once: what was decided is not proposed again', () => {
    const values = series(2);
    values[30] *= 2;
    values[41] *= 0.4;
    const decided = (decision: 'adjust' | 'keep') => ({
      ...options,
      outliers: [30, 41].map((t) => ({ month: FIRST + t, decision })),
    });
    expect(proposeOutliers(values, decided('adjust'))).toEqual([]);
    expect(proposeOutliers(values, decided('keep')).filter(({ position }) => [30, 41].includes(position))).toEqual([]);
  });

  it('a promotion that somebody marked is no outlier, nor is a lasting step', () => {
    const values = series(3);
    values[20] *= 1.6;
    expect(proposeOutliers(values, options).map(({ position }) => position)).toContain(20);
    const promotions = [{ id: 'sale', from: FIRST + 20, to: FIRST + 20, lift: 0.6 }];
    expect(proposeOutliers(values, { ...options, promotions })).toEqual([]);
    const step = series(3).map((value, t) => (t < 40 ? value : value * 2));
    expect(proposeOutliers(step, options).length).toBeLessThanOrEqual(1);
  });

  it('a month of returns in a selling series is found, and odd histories are borne', () => {
    const values = series(4);
    values[25] = -values[25];
    expect(proposeOutliers(values, options)[0]).toMatchObject({ position: 25, reason: 'negative' });
    const odd = [[], [null, 3], new Array(40).fill(0), new Array(40).fill(7), [1e300, 1, 2e300], [1, 2, 3, 100]];
    for (const history of odd) {
      for (const { expected, size } of proposeOutliers(history, options)) {
        expect(Number.isFinite(expected) && Number.isFinite(size)).toBe(true);
      }
    }
  });

  it('a thousand times the history has the same months', () => {
    const { values } = injected(7);
    const large = values.map((value) => value * 1000);
    expect(proposeOutliers(large, options).map(({ month }) => month)).toEqual(
      proposeOutliers(values, options).map(({ month }) => month),
    );
  });
});
