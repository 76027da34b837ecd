import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayShare } from '~/engine/forecast/events/holidayShare';
import {
  CHINESE_HOLIDAYS,
  type EventForecast,
  type EventForecastOptions,
  forecastSeries,
  forecastWithEvents,
} from '~/engine/forecast/index';
import { seededSeries } from '../seededSeries';

const FIRST = (2019 - 1970) * 12;
const plain: EventForecastOptions = { period: 12, horizon: 12, firstMonth: FIRST, origins: 0 };
const promotion = (at: number, lift: number | null = null) => ({
  id: `p${at}`,
  from: FIRST + at,
  to: FIRST + at,
  lift,
});
const full: EventForecastOptions = {
  ...plain,
  holidays: CHINESE_HOLIDAYS,
  promotions: [promotion(3), promotion(17), promotion(31), promotion(64), promotion(35, 0.2)],
  outliers: [
    { month: FIRST + 9, decision: 'adjust' },
    { month: FIRST + 11, decision: 'keep' },
    { month: FIRST + 400, decision: 'adjust' },
  ],
};

const ODD: Record<string, (number | null)[]> = {
  empty: [],
  'all missing': [null, null],
  'one value': [5],
  'all zero': new Array(40).fill(0),
  constant: new Array(40).fill(3.7),
  negative: seededSeries({ seed: 1, length: 50, season: 0.3 }).map((v, t) => (t % 9 === 4 ? -v : v)),
  'all negative': seededSeries({ seed: 2, length: 50 }).map((v) => -v),
  gappy: seededSeries({ seed: 3, length: 60, season: 0.4 }).map((v, t) => (t % 7 === 3 || t > 56 ? null : v)),
  sparse: seededSeries({ seed: 4, length: 48 }).map((v, t) => (t % 5 === 2 ? Math.round(v) : 0)),
  'some zeros': seededSeries({ seed: 14, length: 48 }).map((v, t) => (t % 6 === 2 ? 0 : v)),
  explosive: Array.from({ length: 30 }, (_, t) => 10 ** t),
  'huge numbers': [1e300, 2e300, 1.5e300, 1.2e300],
  'tiny numbers': [1e-300, 2e-300, 1.5e-300],
  'not finite': [1, Number.POSITIVE_INFINITY, 3, 4, Number.NaN, 6],
};

function expectSound(forecast: EventForecast): void {
  forecast.mean.forEach((mean, h) => {
    expect(Number.isFinite(mean)).toBe(true);
    let [lower, upper] = [mean, mean];
    for (const interval of forecast.intervals) {
      expect(interval.lower[h]).toBeLessThanOrEqual(lower);
      expect(interval.upper[h]).toBeGreaterThanOrEqual(upper);
      [lower, upper] = [interval.lower[h], interval.upper[h]];
      expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true);
    }
  });
}

function expectToAddUp(forecast: EventForecast, history: ArrayLike<number | null>): void {
  const { level, season, holidays, events, remainder } = forecast.components;
  for (let t = 0; t < level.length; t++) {
    const value = t < history.length ? history[t] : forecast.mean[t - history.length];
    const sum = level[t] + season[t] + holidays[t] + events[t] + remainder[t];
    if (value === null || !Number.isFinite(value)) expect(remainder[t]).toBeNaN();
    else if (Number.isInteger(value) && Math.abs(value) < 2 ** 40) expect(sum).toBe(value);
    else expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  }
}

describe('a forecast with events', () => {
  it('is forecastSeries byte for byte where there is no event', () => {
    for (const history of Object.values(ODD)) {
      expect(forecastWithEvents(history, { ...plain, seed: 3 })).toMatchObject(
        forecastSeries(history, { period: 12, horizon: 12, origins: 0, seed: 3 }),
      );
    }
  });

  for (const [name, history] of Object.entries(ODD)) {
    it(`is finite, ordered, and its parts add up: ${name}`, () => {
      for (const options of [full, { ...full, period: 4, horizon: 5 }, { ...full, period: 1, horizon: 3 }]) {
        const forecast = forecastWithEvents(history, { ...options, levels: [0.5, 0.8, 0.95] });
        expectSound(forecast);
        expectToAddUp(forecast, history);
      }
    });
  }

  it('is finite and ordered for random short histories with gaps, zeros and returns', () => {
    const value = fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: -50, max: 1000 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (history) => {
        const forecast = forecastWithEvents(history, { ...full, horizon: 5 });
        expectSound(forecast);
        expectToAddUp(forecast, history);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('does the same twice, leaves its input alone, and scales with the history', () => {
    const history = seededSeries({ seed: 8, length: 60, season: 0.3 }).map((v) => Math.round(v * 100));
    const before = [...history];
    const small = forecastWithEvents(history, full);
    expect(forecastWithEvents(Float64Array.from(history), full)).toEqual(small);
    expect(history).toEqual(before);
    const large = forecastWithEvents(
      history.map((v) => v * 1000),
      full,
    );
    for (let h = 0; h < 12; h++) {
      expect(Math.abs(large.mean[h] / 1000 / small.mean[h] - 1)).toBeLessThan(1e-9);
      expect(Math.abs(large.intervals[1].upper[h] / 1000 / small.intervals[1].upper[h] - 1)).toBeLessThan(1e-9);
    }
    expect(large.effects.promotions.map(({ lift }) => Math.round(lift * 1e9))).toEqual(
      small.effects.promotions.map(({ lift }) => Math.round(lift * 1e9)),
    );
  });

  it('puts a feast where it falls in the year to come', () => {
    const truth = (t: number): number => {
      const { before, after } = holidayShare(CHINESE_HOLIDAYS[0], FIRST + t);
      return Math.exp(0.3 * before - 0.6 * after);
    };
    // Ends in December 2025: the feast moves from 29 January to 17 February 2026.
    const history = seededSeries({ seed: 9, length: 84, noise: 0.03 }).map((v, t) => v * truth(t));
    const { mean, effects } = forecastWithEvents(history, { ...plain, holidays: CHINESE_HOLIDAYS });
    const blind = forecastSeries(history, { period: 12, horizon: 12, origins: 0 }).mean;
    const off = (path: Float64Array): number =>
      [0, 1, 2].reduce((sum, h) => sum + Math.abs(path[h] / (100 * truth(84 + h)) - 1) / 3, 0);
    expect(off(mean)).toBeLessThan(0.06);
    expect(off(blind)).toBeGreaterThan(2 * off(mean));
    expect(effects.holidays[0].name).toBe('springFestival');
    expect(Math.abs(effects.holidays[0].lift - Math.expm1(0.3))).toBeLessThan(0.08);
    expect(Math.abs(effects.holidays[0].drop - Math.expm1(-0.6))).toBeLessThan(0.08);
  });
});
