import { describe, expect, it } from 'vitest';
import { forecastMany, forecastSeries, poolSeasons } from '~/engine/forecast/index';
import { siblings } from './siblings';

const AHEAD = 6;
const options = { period: 12, horizon: AHEAD, levels: [0.8] };

/** Mean absolute error as a share of what came, of series that are known for their last months only. */
function miss(series: readonly number[][], known: number, pool: boolean): number {
  const cut = series.map((values) => values.slice(-known - AHEAD, -AHEAD));
  const forecasts = forecastMany(cut, { ...options, pool });
  let sum = 0;
  series.forEach((values, i) => {
    values.slice(-AHEAD).forEach((value, h) => {
      sum += Math.abs(forecasts[i].mean[h] / value - 1) / AHEAD / series.length;
    });
  });
  return sum;
}

describe('a season lent to short histories', () => {
  const alike = siblings({ seed: 3, count: 24, length: 66, apart: 0.04, noise: 0.08 });

  it('series of twelve and of twenty-four months are foretold better together than each alone', () => {
    expect(miss(alike, 12, true)).toBeLessThan(0.9 * miss(alike, 12, false));
    expect(miss(alike, 24, true)).toBeLessThan(0.95 * miss(alike, 24, false));
  });

  it('six months among older ones gain most', () => {
    const mixed = alike.map((values, i) => (i % 3 === 0 ? values.slice(-6 - AHEAD, -AHEAD) : values.slice(0, -AHEAD)));
    const [pooled, alone] = [true, false].map((pool) => forecastMany(mixed, { ...options, pool }));
    let [ofPooled, ofAlone] = [0, 0];
    for (let i = 0; i < alike.length; i += 3) {
      alike[i].slice(-AHEAD).forEach((value, h) => {
        ofPooled += Math.abs(pooled[i].mean[h] / value - 1);
        ofAlone += Math.abs(alone[i].mean[h] / value - 1);
      });
      expect(pooled[i].notes).toContain('lentSeason');
    }
    expect(ofPooled).toBeLessThan(0.75 * ofAlone);
    expect(pooled[1].mean).toEqual(forecastSeries(mixed[1], { ...options, origins: 0 }).mean);
  });

  it('where series have seasons of their own, or none, pooling costs little: at most a quarter of the error', () => {
    const own = siblings({ seed: 5, count: 24, length: 66, apart: 0.25, noise: 0.05 });
    const loud = siblings({ seed: 6, count: 24, length: 66, apart: 0, noise: 0.3 });
    for (const known of [12, 24, 30]) {
      expect(miss(own, known, true)).toBeLessThan(1.25 * miss(own, known, false));
      expect(miss(loud, known, true)).toBeLessThan(1.1 * miss(loud, known, false));
    }
  });

  it('finds the shared season, as a number per calendar month that adds up to nothing', () => {
    const pooled = poolSeasons(
      alike.map((values, i) => ({ values: values.slice(i % 7), firstMonth: 600 + (i % 7) })),
      12,
    );
    const truth = siblings({ seed: 3, count: 1, length: 12, apart: 0, noise: 0 });
    expect(pooled?.series).toBe(24);
    expect(pooled?.logs.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
    const shape = truth[0].map((value) => Math.log(value / truth[0][0]));
    for (let m = 0; m < 12; m++) {
      expect(Math.abs((pooled?.logs[m] ?? 0) - (pooled?.logs[0] ?? 0) - shape[m])).toBeLessThan(0.2);
    }
  });

  it('is silent with fewer than three usable series, without a cycle, and bears odd ones', () => {
    const odd = [[], [1], new Array(40).fill(0), new Array(40).fill(-3), [null, 4, null]];
    const at = (values: (number | null)[]) => ({ values, firstMonth: 0 });
    expect(poolSeasons(odd.map(at), 12)).toBeNull();
    expect(poolSeasons(alike.map(at), 1)).toBeNull();
    for (const { mean, intervals } of forecastMany([...odd, ...alike.slice(0, 5).map((v) => v.slice(-20))], {
      ...options,
      pool: true,
    })) {
      mean.forEach((value, h) => {
        expect(Number.isFinite(value)).toBe(true);
        expect(intervals[0].lower[h]).toBeLessThanOrEqual(value);
        expect(intervals[0].upper[h]).toBeGreaterThanOrEqual(value);
      });
    }
  });
});
