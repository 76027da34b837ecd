import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ForecastComponents } from '~/domain/forecastView';
import { componentRows } from '~/ui/pages/forecast/node/componentRows';
import { openMonths } from '~/ui/pages/forecast/node/openMonths';
import { spreadByForecast } from '~/ui/pages/forecast/node/spreadByForecast';

describe('an amount laid on several months by the forecast', () => {
  test('adds up to the minor unit, whatever the amount and the forecast', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: -5, max: 1e9 }), { minLength: 1 }), (sum, forecast) => {
        const parts = spreadByForecast(sum, forecast);
        expect(parts.every(Number.isInteger)).toBe(true);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(sum);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('keeps the shape of the forecast, and is laid equally where there is none', () => {
    expect(spreadByForecast(400, [10, 30])).toEqual([100, 300]);
    expect(spreadByForecast(10, [0, 0, 0])).toEqual([3, 4, 3]);
  });
});

test('months that are over cannot be set by hand, nor those outside the year where the year is meant', () => {
  const point = (period: string, actual: number | null, mean: number | null) => ({
    period,
    actual,
    mean,
    intervals: [],
    target: null,
  });
  const view = {
    points: [
      point('2026-11', 5, null),
      point('2026-12', null, 6),
      point('2027-01', null, 7),
      point('2027-02', null, null),
    ],
  };
  expect(openMonths(view, null).map(({ month }) => month)).toEqual(['2026-12', '2027-01']);
  const year = [{ id: '2026', from: 20_454, to: 20_818 }];
  expect(openMonths(view, year)).toEqual([{ month: '2026-12', mean: 6 }]);
});

describe('the parts of a forecast', () => {
  const parts: ForecastComponents = {
    from: '2026-01',
    known: 2,
    level: [100, 110, 120, 130],
    season: [0, 0, 0, 0],
    holidays: [0, -30, 0, 20],
    events: [0, 0, 0, 0.001],
    remainder: [5, -8, 0, 0],
  };

  test('that do nothing are not drawn; level and season always are', () => {
    expect(componentRows(parts).map(({ id }) => id)).toEqual(['level', 'season', 'holidays', 'remainder']);
  });

  test('say their largest month, and how the level goes on', () => {
    const [level, season, holidays, remainder] = componentRows(parts);
    expect(level.perMonth).toBe(10);
    // A step from where the level was to a flat forecast is no trend.
    const [flat] = componentRows({ ...parts, level: parts.level.map((value, i) => (i < parts.known ? value : 500)) });
    expect(flat.perMonth).toBe(0);
    expect(season.largest).toBeNull();
    expect(holidays.largest).toEqual({ month: '2026-02', amount: -30 });
    expect(remainder).toMatchObject({ largest: { month: '2026-02', amount: -8 }, values: [5, -8, null, null] });
  });
});
