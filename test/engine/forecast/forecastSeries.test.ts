import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastSeries, type SeriesForecast } from '~/engine/forecast/index';
import { seededSeries } from './seededSeries';

const monthly = { period: 12, horizon: 12, levels: [0.5, 0.8, 0.95], seed: 7 };
const quick = { ...monthly, origins: 0 };

function expectSound(forecast: SeriesForecast, horizon: number): void {
  expect(forecast.mean).toHaveLength(horizon);
  for (let h = 0; h < horizon; h++) {
    expect(Number.isFinite(forecast.mean[h])).toBe(true);
    let lower = forecast.mean[h];
    let upper = forecast.mean[h];
    for (const interval of forecast.intervals) {
      expect(Number.isFinite(interval.lower[h]) && Number.isFinite(interval.upper[h])).toBe(true);
      expect(interval.lower[h]).toBeLessThanOrEqual(lower);
      expect(interval.upper[h]).toBeGreaterThanOrEqual(upper);
      lower = interval.lower[h];
      upper = interval.upper[h];
    }
  }
}

const ODD: Record<string, (number | null)[]> = {
  empty: [],
  'all missing': [null, Number.NaN, null],
  'one value': [5],
  'all zero': new Array(40).fill(0),
  constant: new Array(40).fill(3.7),
  'two values': [1, 2],
  negative: seededSeries({ seed: 1, length: 50, season: 0.3 }).map((v, t) => (t % 9 === 4 ? -v : v)),
  'all negative': seededSeries({ seed: 2, length: 50 }).map((v) => -v),
  gappy: seededSeries({ seed: 3, length: 60, season: 0.4 }).map((v, t) => (t % 7 === 3 || t > 56 ? null : v)),
  sparse: seededSeries({ seed: 4, length: 48 }).map((v, t) => (t % 5 === 2 ? Math.round(v) : 0)),
  'died out': seededSeries({ seed: 5, length: 48 }).map((v, t) => (t < 20 ? v : 0)),
  explosive: Array.from({ length: 30 }, (_, t) => 10 ** t),
  'huge numbers': [1e300, 2e300, 1.5e300, 1.2e300],
  'tiny numbers': [1e-300, 2e-300, 1.5e-300],
  'a step': Array.from({ length: 40 }, (_, t) => (t < 35 ? 100 : 1000)),
  'not finite': [1, Number.POSITIVE_INFINITY, 3, 4, Number.NEGATIVE_INFINITY, 6],
};

describe('any history gets a finite answer', () => {
  for (const [name, history] of Object.entries(ODD)) {
    it(`${name}: finite, upper ≥ mean ≥ lower, wider for a higher level`, () => {
      expectSound(forecastSeries(history, monthly), 12);
      expectSound(forecastSeries(history, { ...quick, period: 1, horizon: 3 }), 3);
    });
  }

  it('3,000 points are forecast in well under a second or two', () => {
    const history = seededSeries({ seed: 6, length: 3000, season: 0.2 });
    expectSound(forecastSeries(history, quick), 12);
  });

  it('holds for random short histories with gaps, zeros and returns', () => {
    const value = fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: -50, max: 1000 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.constantFrom(1, 4, 12), (history, period) => {
        expectSound(forecastSeries(history, { ...quick, period, horizon: 5 }), 5);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  it('refuses what only a programmer can get wrong', () => {
    expect(() => forecastSeries([1], { period: 0, horizon: 1 })).toThrow(RangeError);
    expect(() => forecastSeries([1], { period: 12, horizon: -1 })).toThrow(RangeError);
    expect(() => forecastSeries([1], { period: 12, horizon: 1, levels: [95] })).toThrow(RangeError);
  });
});

describe('the same history gives the same forecast', () => {
  const history = seededSeries({ seed: 11, length: 72, season: 0.3, slope: 0.5 }).map((v) => Math.round(v * 100));

  it('byte for byte, from an array, a typed array and with nothing appended', () => {
    const first = forecastSeries(history, monthly);
    expect(forecastSeries(Float64Array.from(history), monthly)).toEqual(first);
    expect(forecastSeries([...history, ...[]], monthly)).toEqual(first);
    expect(forecastSeries([null, null, ...history], monthly).mean).toEqual(first.mean);
  });

  it('with the same seed where intervals are drawn', () => {
    const sparse = ODD.sparse;
    expect(forecastSeries(sparse, quick)).toEqual(forecastSeries(sparse, quick));
  });

  it('a thousand times the history is a thousand times the forecast', () => {
    const closedOnce = history.map((v, t) => (t === 40 ? 0 : v));
    const cut = [9, 14, 30].map((months) => history.slice(0, months));
    for (const sample of [history, closedOnce, ODD.sparse as number[], ODD.negative as number[], ...cut]) {
      const small = forecastSeries(sample, quick);
      const large = forecastSeries(
        sample.map((v) => v * 1000),
        quick,
      );
      for (let h = 0; h < 12; h++) {
        const size = Math.max(1, Math.abs(small.mean[h]));
        expect(Math.abs(large.mean[h] / 1000 - small.mean[h]) / size).toBeLessThan(1e-9);
        for (let i = 0; i < 3; i++) {
          const { upper } = small.intervals[i];
          expect(Math.abs(large.intervals[i].upper[h] / 1000 - upper[h]) / Math.max(1, upper[h])).toBeLessThan(1e-9);
        }
      }
    }
  });

  it('does not change its input', () => {
    const before = [...history];
    forecastSeries(history, monthly);
    expect(history).toEqual(before);
  });
});

describe('what the data say is found', () => {
  it('a season comes back within a few per cent of the truth', () => {
    const length = 96;
    const truth = seededSeries({ seed: 0, length: length + 12, season: 0.4, slope: 0.5, noise: 0 }).slice(length);
    const forecast = forecastSeries(seededSeries({ seed: 21, length, season: 0.4, slope: 0.5, noise: 0.03 }), monthly);
    expect(forecast.seasonal).toBe(true);
    expect(forecast.method).toBe('combination');
    for (let h = 0; h < 12; h++) expect(Math.abs(forecast.mean[h] / truth[h] - 1)).toBeLessThan(0.06);
  });

  it('an additive season on a series with negative values comes back', () => {
    const wave = (t: number): number => 20 * Math.sin((2 * Math.PI * t) / 12);
    const noise = seededSeries({ seed: 22, length: 84, level: 1, noise: 0.5 });
    const forecast = forecastSeries(
      noise.map((v, t) => wave(t) + v),
      quick,
    );
    for (let h = 0; h < 12; h++) expect(Math.abs(forecast.mean[h] - wave(84 + h) - 1)).toBeLessThan(2);
  });

  it('noise alone has no season, and the forecast stays near its mean', () => {
    const forecast = forecastSeries(seededSeries({ seed: 23, length: 60, noise: 0.1 }), quick);
    expect(forecast.seasonal).toBe(false);
    for (const value of forecast.mean) expect(Math.abs(value - 100)).toBeLessThan(12);
  });

  it('no trend is drawn from eleven points, one is from thirty-six', () => {
    const line = (n: number): number[] => Array.from({ length: n }, (_, t) => 100 + 10 * t);
    const short = forecastSeries(line(11), { ...quick, period: 1 });
    expect(Math.max(...short.mean)).toBeLessThanOrEqual(200);
    expect(short.notes).toContain('shortHistory');
    const long = forecastSeries(line(36), { ...quick, period: 1 });
    expect(long.mean[11]).toBeGreaterThan(500);
  });

  it('one strong cycle comes back, one weak cycle hardly', () => {
    const swing = (season: number): number => {
      const { mean } = forecastSeries(seededSeries({ seed: 28, length: 14, season, noise: 0.02 }), quick);
      return Math.max(...mean) / Math.min(...mean);
    };
    // the truth: 1.6 ÷ 0.4 = 4, and 1.06 ÷ 0.94 = 1.13
    expect(swing(0.6)).toBeGreaterThan(2.5);
    expect(swing(0.6)).toBeLessThan(4.4);
    expect(swing(0.06)).toBeLessThan(1.1);
  });

  it('one month without a sale takes neither the season nor the growth from the others', () => {
    const full = seededSeries({ seed: 29, length: 72, season: 0.5, slope: 1, noise: 0.02 });
    const whole = forecastSeries(full, quick);
    const holed = forecastSeries(
      full.map((v, t) => (t === 20 ? 0 : v)),
      quick,
    );
    for (let h = 0; h < 12; h++) expect(Math.abs(holed.mean[h] / whole.mean[h] - 1)).toBeLessThan(0.12);
  });

  it('two cycles that agree are taken with caution', () => {
    const forecast = forecastSeries(seededSeries({ seed: 24, length: 26, season: 0.5, noise: 0.02 }), quick);
    expect(forecast.notes).toContain('cautiousSeason');
    // t = 26 … 37: month 3 of the cycle is the peak, month 9 the trough
    expect(forecast.mean[(3 + 12 - 2) % 12]).toBeGreaterThan(1.8 * forecast.mean[(9 + 12 - 2) % 12]);
  });

  it('growth over two and a half cycles is not taken for season', () => {
    const growing = Array.from({ length: 30 }, (_, t) => 100 * 1.02 ** t);
    const forecast = forecastSeries(growing, quick);
    for (let h = 1; h < 12; h++) expect(forecast.mean[h]).toBeGreaterThan(0.99 * forecast.mean[h - 1]);
    expect(forecast.mean[0]).toBeGreaterThan(0.97 * growing[29]);
  });

  it('an exact season is seen in exactly three cycles', () => {
    const forecast = forecastSeries(seededSeries({ seed: 27, length: 36, season: 0.4 }), quick);
    expect(forecast.seasonal).toBe(true);
    expect(forecast.notes).not.toContain('cautiousSeason');
  });

  it('now-and-then sales get a flat level between zero and the year mean', () => {
    const forecast = forecastSeries(ODD.sparse, quick);
    expect(forecast.method).toBe('intermittent');
    const yearMean = (ODD.sparse as number[]).slice(-12).reduce((sum, v) => sum + v / 12, 0);
    expect(forecast.mean[0]).toBeGreaterThan(0.5 * yearMean);
    expect(forecast.mean[0]).toBeLessThanOrEqual(yearMean + 1e-9);
    expect(forecastSeries(ODD['died out'], quick).mean[0]).toBeLessThan(1);
  });

  it('missing months at the end are bridged: the forecast starts after them', () => {
    const full = seededSeries({ seed: 25, length: 72, season: 0.5, noise: 0.01 });
    const whole = forecastSeries(full, quick);
    const cut = forecastSeries([...full.slice(0, 69), null, null, null], quick);
    expect(cut.notes).toContain('gapAtEnd');
    for (let h = 0; h < 12; h++) expect(Math.abs(cut.mean[h] / whole.mean[h] - 1)).toBeLessThan(0.05);
  });

  it('names its models, their weights add up to one, seasonal naive stands beside with none', () => {
    const forecast = forecastSeries(seededSeries({ seed: 26, length: 60, season: 0.4 }), monthly);
    expect(forecast.models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(forecast.models.at(-1)).toMatchObject({ name: 'seasonalNaive', weight: 0 });
    expect(forecast.error).toBeGreaterThan(0);
    expect(forecast.error).toBeLessThan(1.2);
    const short = forecastSeries([3, 4, 5, 4], monthly);
    expect(short.error).toBeNull();
    expect(short.notes).toContain('noBacktest');
  });
});

describe('intervals', () => {
  it('hold about the share they state on made-up series', () => {
    let inside80 = 0;
    let inside95 = 0;
    let steps = 0;
    for (let seed = 100; seed < 160; seed++) {
      const whole = seededSeries({ seed, length: 66, season: 0.2, noise: 0.1 });
      const forecast = forecastSeries(whole.slice(0, 60), { ...quick, horizon: 6, levels: [0.8, 0.95] });
      for (let h = 0; h < 6; h++) {
        const value = whole[60 + h];
        const [narrow, wide] = forecast.intervals;
        if (value >= narrow.lower[h] && value <= narrow.upper[h]) inside80++;
        if (value >= wide.lower[h] && value <= wide.upper[h]) inside95++;
        steps++;
      }
    }
    expect(inside80 / steps).toBeGreaterThan(0.68);
    expect(inside80 / steps).toBeLessThan(0.92);
    expect(inside95 / steps).toBeGreaterThan(0.9);
  });

  it('never reach below zero where nothing ever was', () => {
    const forecast = forecastSeries(seededSeries({ seed: 31, length: 40, noise: 0.4 }), quick);
    for (const { lower } of forecast.intervals) for (const value of lower) expect(value).toBeGreaterThanOrEqual(0);
  });
});
