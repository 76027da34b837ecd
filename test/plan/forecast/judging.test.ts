import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptForecast } from '~/domain/forecast';
import { type ForecastCase, HORIZONS, horizonErrors } from '~/plan/forecast/forecastCase';
import { keptCases } from '~/plan/forecast/keptCases';
import { judgeWords, type OwnCase, ownCases } from '~/plan/forecast/ownCases';
import { rollingCases } from '~/plan/forecast/rollingCases';
import { day } from '../support/smallWorkspace';

const JANUARY = (2026 - 1970) * 12;
const one = (more: Partial<ForecastCase>): ForecastCase => ({
  ahead: 1,
  forecast: 100,
  actual: 100,
  lower: 90,
  upper: 110,
  scale: 10,
  ...more,
});

describe('errors over a horizon', () => {
  test('are those of the definitions: two misses of opposite sides leave no bias', () => {
    const cases = [one({ forecast: 120 }), one({ forecast: 80, actual: 100, ahead: 5 })];
    expect(horizonErrors(cases)).toMatchObject({ n: 2, mase: 2, wape: 0.2, bias: 0, coverage: 1 });
    expect(horizonErrors(cases, HORIZONS[0])).toMatchObject({ first: 1, last: 3, n: 1, wape: 0.2, bias: 0.2 });
    expect(horizonErrors(cases, HORIZONS[2])).toMatchObject({ n: 0, mase: null, wape: null, coverage: null });
  });

  test('stay the same in any unit', () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    const anyCase = fc.record({
      ahead: fc.constant(1),
      forecast: amount,
      actual: amount,
      lower: amount,
      upper: amount,
      scale: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1 }), (cases) => {
        const large = cases.map((c) => ({
          ...c,
          forecast: c.forecast * 8,
          actual: c.actual * 8,
          lower: c.lower * 8,
          upper: c.upper * 8,
          scale: c.scale * 8,
        }));
        expect(horizonErrors(large)).toEqual(horizonErrors(cases));
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('kept forecasts', () => {
  const kept: KeptForecast = {
    id: 'k',
    plan: 'p',
    takenOn: day('2026-03-20'),
    asOf: day('2026-03-19'),
    nodes: [
      { at: {}, from: '2026-03', model: [1, 2, 3, 4], final: [1, 20, 3, 4], lower: [0, 0, 0, 0], upper: [9, 9, 9, 9] },
    ],
  };
  const history = new Float64Array(5).fill(2);

  test('are judged by whole months after the one their data ended in, by months ahead', () => {
    const cases = keptCases([kept], { at: {}, history, fromMonth: JANUARY, of: 'final' });
    expect(cases.map(({ ahead, forecast, actual }) => [ahead, forecast, actual])).toEqual([
      [1, 20, 2],
      [2, 3, 2],
    ]);
    const model = keptCases([kept], { at: {}, history, fromMonth: JANUARY, of: 'model' });
    expect(model[0].forecast).toBe(2);
  });

  test('of other nodes, and months that are unknown, judge nobody', () => {
    expect(keptCases([kept], { at: { region: 1 }, history, fromMonth: JANUARY, of: 'final' })).toEqual([]);
    const unknown = history.map((value, t) => (t === 3 ? Number.NaN : value));
    expect(keptCases([kept], { at: {}, history: unknown, fromMonth: JANUARY, of: 'final' })).toHaveLength(1);
  });
});

describe('whose word was better', () => {
  const series = {
    history: new Float64Array(30).fill(100),
    fromMonth: JANUARY - 24,
    events: { promotions: [], leftOut: [], real: [] },
  };

  test('asks only months that are over, known and not left out, with what was known on the day', () => {
    const words = new Map([
      [JANUARY + 1, { amount: 90, said: day('2026-01-20') }],
      [JANUARY + 2, { amount: 80, said: null }],
      [JANUARY + 9, { amount: 70, said: day('2026-01-20') }],
    ]);
    expect(ownCases(words, series)).toMatchObject([
      { month: JANUARY + 1, said: 90, actual: 100, naive: 100, known: 24 },
    ]);
    expect(ownCases(words, { ...series, events: { ...series.events, leftOut: [JANUARY + 1] } })).toEqual([]);
  });

  test('value added is the difference of accuracies over the months that both spoke of', () => {
    const said = (more: Partial<OwnCase>): OwnCase => ({
      month: JANUARY,
      said: 90,
      actual: 100,
      naive: 80,
      model: 95,
      known: 24,
      ...more,
    });
    const judged = judgeWords([said({}), said({ said: 50, model: null, naive: null })]);
    expect(judged).toMatchObject({ n: 2, naive: 0.8, model: 0.95, modelMonths: 1 });
    expect(judged?.accuracy).toBeCloseTo(0.7);
    expect(judged?.bias).toBeCloseTo(-0.3);
    expect(judged?.overNaive).toBeCloseTo(0.1);
    expect(judged?.overModel).toBeCloseTo(-0.05);
    expect(judgeWords([])).toBeNull();
  });
});

describe('the models tried on the past', () => {
  const options = { period: 12, levels: [0.8], seed: 1 };
  const series = (months: number) => ({
    history: Float64Array.from({ length: months }, (_, t) => 100 + t + 20 * Math.sin(t)),
    fromMonth: JANUARY,
    horizon: 12,
    events: { promotions: [], leftOut: [] as number[], real: [] },
    festivals: false,
    analogue: null,
    seasonKin: null,
    liftKin: null,
  });

  test('never see what they are judged by', () => {
    const cases = rollingCases(series(36), options);
    expect(new Set(cases.map(({ ahead }) => ahead))).toEqual(new Set([2, 3, 4, 5, 6, 7, 8, 9, 1, 10, 11, 12]));
    const changed = series(36);
    changed.history[34] *= 5;
    // The newest starting point knows the month that changed; all older ones foretell the same as before.
    const before = cases.filter(({ ahead }) => ahead > 3).map(({ forecast }) => forecast);
    const after = rollingCases(changed, options)
      .filter(({ ahead }) => ahead > 3)
      .map(({ forecast }) => forecast);
    expect(after).toEqual(before);
  });

  test('are not judged by a month that a person left out', () => {
    const whole = series(30);
    const cases = rollingCases(whole, options);
    const events = { ...whole.events, leftOut: [JANUARY + 27] };
    expect(rollingCases({ ...whole, events }, options)).toHaveLength(cases.length - 4);
  });

  test('have nothing to say of a history of a year', () => {
    expect(rollingCases(series(12), options)).toEqual([]);
  });
});
