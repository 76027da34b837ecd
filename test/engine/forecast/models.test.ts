import { describe, expect, it } from 'vitest';
import { adaptiveSeason } from '~/engine/forecast/adaptiveSeason';
import { centralPath } from '~/engine/forecast/centralPath';
import { liftZeros } from '~/engine/forecast/liftZeros';
import { localLine } from '~/engine/forecast/localLine';
import { akaikeWeights } from '~/engine/forecast/models/akaikeWeights';
import { fitArima } from '~/engine/forecast/models/arima';
import { arimaSet } from '~/engine/forecast/models/arimaSet';
import { driftForecast } from '~/engine/forecast/models/driftForecast';
import { persistentLevel } from '~/engine/forecast/models/persistentLevel';
import { yearThetaForecast } from '~/engine/forecast/models/yearTheta';
import { seededSeries } from './seededSeries';

const line = (n: number): Float64Array => Float64Array.from({ length: n }, (_, t) => 10 + 2 * t);

describe('what goes before the models', () => {
  it('a local line goes through a straight line to both ends', () => {
    localLine(line(30), 12).forEach((value, t) => {
      expect(value).toBeCloseTo(10 + 2 * t, 9);
    });
  });

  it('an exact season on a straight line comes back, whatever the year it begins in', () => {
    const season = [-3, 1, 4, -2];
    const values = line(20).map((value, t) => value + season[t % 4]);
    const found = adaptiveSeason(values, 4);
    season.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 0);
    });
    expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
    expect([...adaptiveSeason(line(7), 4)]).toEqual([0, 0, 0, 0]);
  });

  it('a season that changed is told as it was of late', () => {
    const values = Float64Array.from({ length: 40 }, (_, t) => (t < 20 ? 1 : -1) * (t % 2 === 0 ? 5 : -5));
    expect(adaptiveSeason(values, 2)[0]).toBeLessThan(-4);
  });

  it('one empty month is lifted, a month that is always empty is not, negative values never', () => {
    const sales = Float64Array.from({ length: 36 }, (_, t) => 100 + t);
    const once = sales.map((value, t) => (t === 20 ? 0 : value));
    expect(liftZeros(sales, 12)).toBe(sales);
    // the median of the 35 sales is 117
    expect(liftZeros(once, 12)?.[20]).toBeCloseTo(11.7, 12);
    expect(liftZeros(once, 12)?.filter((_, t) => t !== 20)).toEqual(sales.filter((_, t) => t !== 20));
    expect(
      liftZeros(
        sales.map((value, t) => (t % 12 === 1 ? 0 : value)),
        12,
      ),
    ).toBeNull();
    expect(
      liftZeros(
        sales.map((value, t) => (t === 3 ? -value : value)),
        12,
      ),
    ).toBeNull();
  });
});

describe('the models', () => {
  it('a drift and a straight line agree', () => {
    const path = driftForecast(line(24), 3) ?? [];
    [58, 60, 62].forEach((value, h) => {
      expect(path[h]).toBeCloseTo(value, 3);
    });
    expect(driftForecast(line(7), 3)).toBeNull();
  });

  it('an autoregression finds its coefficient and returns to its mean', () => {
    const shocks = seededSeries({ seed: 3, length: 600, level: 1, noise: 1 }).map((value) => value - 1);
    const values = new Float64Array(600);
    for (let t = 1; t < 600; t++) values[t] = 0.7 * values[t - 1] + shocks[t];
    values[599] = 10;
    const shape = { p: 1, d: 0, q: 0, seasonal: false, constant: true } as const;
    const path = fitArima(values, shape, { period: 1, horizon: 30, from: 3 })?.path ?? [];
    expect(path[0]).toBeGreaterThan(6);
    expect(path[0]).toBeLessThan(8);
    expect(Math.abs(path[29])).toBeLessThan(1);
  });

  it('an exact season with steady growth goes on for ever in every ARIMA shape', () => {
    const values = Float64Array.from({ length: 60 }, (_, t) => t + 10 * Math.sin((2 * Math.PI * t) / 12));
    const set = arimaSet(values, { period: 12, seasonal: true, horizon: 12 });
    for (let h = 0; h < 12; h++) {
      const truth = 60 + h + 10 * Math.sin((2 * Math.PI * (60 + h)) / 12);
      expect(set?.arima[h]).toBeCloseTo(truth, 4);
      expect(set?.reversion?.[h]).toBeCloseTo(truth, 4);
    }
    expect(arimaSet(values.slice(0, 6), { period: 12, seasonal: true, horizon: 3 })).toBeNull();
  });

  it('yearly means of a straight line go on with its slope from its middle', () => {
    const path = yearThetaForecast(line(60), 12, 12);
    // Theta draws half of the slope from the line and half from the last level, so it lags a little
    for (let h = 1; h < 12; h++) expect((path?.[h] ?? 0) - (path?.[h - 1] ?? 0)).toBeCloseTo(2, 0);
    expect(yearThetaForecast(line(47), 12, 12)).toBeNull();
    expect(yearThetaForecast(line(47), 1, 12)).toBeNull();
  });

  it('a smooth short history keeps its last value, noise its mean', () => {
    expect(persistentLevel(Float64Array.of(5))).toBe(5);
    expect(persistentLevel(Float64Array.of(1, 9, 1, 9, 1, 9))).toBe(5);
    expect(persistentLevel(line(11))).toBeGreaterThan(28);
    expect(persistentLevel(line(11))).toBeLessThanOrEqual(30);
  });

  it('Akaike weights add up, favour the smallest, and give all to the first where none is finite', () => {
    // exp(−1) against 1
    expect(akaikeWeights([4, 2])[1]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(akaikeWeights([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toEqual([1, 0]);
  });

  it('the middle leaves one lowest and one highest out, and never leaves nothing', () => {
    const cut = { horizon: 1, cut: 1 };
    expect([...centralPath([[1], [2], [3], [1000]], cut)]).toEqual([2.5]);
    expect([...centralPath([[1], [3]], cut)]).toEqual([2]);
    expect([...centralPath([[7]], cut)]).toEqual([7]);
    expect([...centralPath([], cut)]).toEqual([0]);
  });
});
