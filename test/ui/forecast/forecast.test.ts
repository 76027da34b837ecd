import { describe, expect, test } from 'vitest';
import { monthId } from '~/domain/period';
import type { ForecastPoint, ForecastView } from '~/domain/view';
import { FORECAST_NOTES } from '~/engine/forecast/index';
import { en } from '~/i18n/en/en';
import { createTranslate } from '~/i18n/translate';
import { forecastFinding } from '~/ui/pages/forecast/node/forecastFinding';
import { gainOnLastYear, modelRows } from '~/ui/pages/forecast/node/modelRows';
import { seasonPeaks } from '~/ui/pages/forecast/node/seasonPeaks';
import { yearColumns } from '~/ui/pages/forecast/node/yearColumns';

const t = createTranslate(en, 'en');
const words = { t, money: (amount: number | null) => String(amount) };
const periods = Array.from({ length: 12 }, (_, p) => monthId(2027, p + 1));

/** Four months of 100 came, May runs with 130 so far, the rest is foretold as 110; 120 a month planned. */
const points: ForecastPoint[] = periods.map((period, p) => ({
  period,
  actual: p < 4 ? 100 : null,
  mean: p < 4 ? null : 110 + (p === 8 ? 5 : 0),
  intervals: p < 4 ? [] : [{ level: 0.8, lower: 100, upper: 120 }],
  target: 120,
}));
const year: ForecastView['year'] = {
  actual: 530,
  forecast: 1305,
  lower: 1250,
  upper: 1360,
  target: 1440,
  goal: null,
  level: 0.8,
};
const view = { points, running: { period: '2027-05', actual: 130 }, year };

describe('the finding', () => {
  test('says how far the year falls short of its target, or goes beyond it', () => {
    expect(forecastFinding(view, words)).toBe('Forecast 1305, 135 short of target');
    expect(forecastFinding({ ...view, year: { ...year, target: 1300 } }, words)).toBe('Forecast 1305, 5 above target');
    expect(forecastFinding({ ...view, year: { ...year, target: 1305 } }, words)).toBe('Forecast 1305, on target');
  });

  test('measures against what the node answers for where that differs from its months', () => {
    expect(forecastFinding({ ...view, year: { ...year, goal: 1500 } }, words)).toBe(
      'Forecast 1305, 195 short of target',
    );
  });

  test('speaks of the months ahead where the year has no total', () => {
    const open = { ...view, year: { ...year, forecast: null } };
    expect(forecastFinding(open, words)).toBe('Forecast 885 for the next 8 months');
  });
});

describe('the table of the year', () => {
  const columns = yearColumns(view, periods);

  test('shows closed months as one, every other month by itself, and the year', () => {
    expect(columns.map(({ id }) => id)).toEqual(['closed', ...periods.slice(4), 'year']);
    expect(columns[0]).toMatchObject({ from: '2027-01', to: '2027-04', actual: 400, target: 480, difference: -80 });
  });

  test('counts the larger of what came and what is foretold for the running month', () => {
    expect(columns[1]).toMatchObject({ actual: 130, forecast: 110, lower: 100, upper: 120, difference: 10 });
    expect(columns[2]).toMatchObject({ actual: null, forecast: 110, difference: -10 });
  });

  test('adds up: the differences of its parts are that of the year', () => {
    const parts = columns.slice(0, -1).reduce((sum, { difference }) => sum + (difference ?? 0), 0);
    expect(parts).toBe(columns.at(-1)?.difference);
  });

  test('shows what of a goal no month holds, so that the targets still add up', () => {
    const withGoal = yearColumns({ ...view, year: { ...year, goal: 1500 } }, periods);
    expect(withGoal.at(-2)).toMatchObject({ kind: 'rest', target: 60 });
    const sum = withGoal.slice(0, -1).reduce((all, { target }) => all + (target ?? 0), 0);
    expect(sum).toBe(withGoal.at(-1)?.target);
    const differences = withGoal.slice(0, -1).reduce((all, { difference }) => all + (difference ?? 0), 0);
    expect(differences).toBe(withGoal.at(-1)?.difference);
  });
});

describe('the models', () => {
  const models = [
    { name: 'smoothing', weight: 0.5, error: 0.8 },
    { name: 'arima', weight: 0.5, error: 0.7 },
    { name: 'seasonalNaive', weight: 0, error: 1.1 },
  ];

  test('stand best first between what was used and the yardstick', () => {
    const rows = modelRows({ models, error: 0.66 });
    expect(rows.map(({ name, role }) => [name, role])).toEqual([
      ['combination', 'chosen'],
      ['arima', 'member'],
      ['smoothing', 'member'],
      ['seasonalNaive', 'yardstick'],
    ]);
  });

  test('a single model is itself the chosen one', () => {
    expect(modelRows({ models: [models[0]], error: null })).toMatchObject([
      { name: 'smoothing', error: 0.8, role: 'chosen' },
    ]);
  });

  test('are measured against repeating last year', () => {
    expect(gainOnLastYear({ models, error: 0.66 })).toBeCloseTo(0.4);
    expect(gainOnLastYear({ models, error: null })).toBeNull();
  });
});

test('the strongest and weakest month are told from a whole year ahead only', () => {
  expect(seasonPeaks(points)).toBeNull();
  const ahead = periods.map((period, p) => ({ ...points[11], period, mean: p === 1 ? 50 : p === 8 ? 200 : 100 }));
  expect(seasonPeaks(ahead)).toEqual({ high: '2027-09', low: '2027-02' });
});

test('every note the engine may give has its sentence', () => {
  for (const note of FORECAST_NOTES) expect(t.find(`forecast.note.${note}`)).toBeTruthy();
});
