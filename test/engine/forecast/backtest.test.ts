import { describe, expect, it } from 'vitest';
import { backtest, forecastMany, forecastSeries } from '~/engine/forecast/index';
import { seededSeries } from './seededSeries';

describe('backtest', () => {
  const history = seededSeries({ seed: 51, length: 72, season: 0.3, slope: 1 });
  const options = { period: 12, horizon: 6, origins: 4 };

  it('ranks every candidate, best first, with seasonal naive at 1 of itself', () => {
    const { rows, origins, steps } = backtest(history, options);
    expect(origins).toBe(4);
    expect(steps).toBe(6);
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, i) => i + 1));
    for (let i = 1; i < rows.length; i++) expect(rows[i].mase ?? 0).toBeGreaterThanOrEqual(rows[i - 1].mase ?? 0);
    expect(rows.find(({ name }) => name === 'seasonalNaive')?.relative).toBe(1);
    const own = rows.find(({ name }) => name === 'combination');
    expect(own?.relative).toBeLessThan(1);
    expect(Math.abs(own?.bias ?? 1)).toBeLessThan(0.1);
  });

  it('sees nothing of the values it is judged on', () => {
    const changed = [...history.slice(0, 66), ...history.slice(66).map((v) => v * 5)];
    const one = { ...options, origins: 1 };
    const before = backtest(history, one).rows.find(({ name }) => name === 'combination');
    const after = backtest(changed, one).rows.find(({ name }) => name === 'combination');
    // the forecast is the same, so five times the truth leaves it about four fifths short
    expect(after?.bias).toBeLessThan(-0.75);
    expect(Math.abs(before?.bias ?? 1)).toBeLessThan(0.2);
  });

  it('tells WAPE of every candidate and coverage of the one that has a range', () => {
    const { rows } = backtest(history, options);
    for (const { name, wape, bias, coverage } of rows) {
      expect(wape, name).toBeGreaterThanOrEqual(Math.abs(bias ?? 1));
      expect(coverage === null, name).toBe(name !== 'combination');
    }
    const own = rows.find(({ name }) => name === 'combination');
    expect(own?.wape).toBeLessThan(0.1);
    expect(own?.coverage).toBeGreaterThan(0.5);
    expect(own?.coverage).toBeLessThanOrEqual(1);
  });

  it('has no rows where the history is too short, and a null error where nothing ever changed', () => {
    expect(backtest([1, 2, 3], options).rows).toEqual([]);
    expect(backtest([], options).rows).toEqual([]);
    expect(backtest(new Array(40).fill(7), options).rows.every(({ mase }) => mase === null)).toBe(true);
  });
});

describe('forecastMany', () => {
  const many = [1, 2, 3, 4, 5].map((seed) => seededSeries({ seed, length: 30 + seed * 3, season: 0.2 }));
  const options = { period: 12, horizon: 4 };

  it('gives each series what it gets alone, without the backtest', () => {
    const told: number[] = [];
    const batch = forecastMany(many, { ...options, onProgress: (done) => told.push(done) });
    expect(told).toEqual([1, 2, 3, 4, 5]);
    expect(batch).toEqual(many.map((history) => forecastSeries(history, { ...options, origins: 0 })));
    expect(batch[0].mean).toEqual(forecastSeries(many[0], options).mean);
    expect(batch.every(({ models }) => models.every(({ error }) => error === null))).toBe(true);
  });

  it('stops when told to and keeps what is done', () => {
    const signal = { aborted: false };
    const onProgress = (done: number): void => {
      signal.aborted = done === 2;
    };
    expect(forecastMany(many, { ...options, signal, onProgress })).toHaveLength(2);
  });
});
