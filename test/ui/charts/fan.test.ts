import { describe, expect, test } from 'vitest';
import { dayOf, monthIdAt } from '~/domain/period';
import type { ForecastPoint } from '~/domain/view';
import type { ChartWords } from '~/ui/charts/chartWords';
import { fanLevels, fanOption } from '~/ui/charts/fanOption';
import { COLOUR_TOKENS, type Tokens } from '~/ui/style/tokens';

const words: ChartWords = {
  actual: 'Actual',
  soFar: 'So far',
  target: 'Target',
  forecast: 'Forecast',
  lastYear: 'Last year',
  own: 'own',
  nationalDay: 'October',
  override: 'by hand',
  today: 'Data to 15 May',
  festival: () => 'Spring Festival',
  interval: (level) => `${Math.round(level * 100)}%`,
  money: (amount) => String(amount),
  axis: (amount) => String(amount),
  month: (period) => period.slice(5),
  longMonth: (period) => period,
};
const tokens = Object.fromEntries([...COLOUR_TOKENS, 'font'].map((name) => [name, name])) as Tokens;

/** January 2027 is month 684; four months came, eight are foretold, the target holds from March on. */
const points: ForecastPoint[] = Array.from({ length: 12 }, (_, p) => ({
  period: monthIdAt(684 + p),
  actual: p < 4 ? 100 + p : null,
  mean: p < 4 ? null : 110,
  intervals:
    p < 4
      ? []
      : [
          { level: 0.95, lower: 80, upper: 140 },
          { level: 0.8, lower: 90, upper: 130 },
        ],
  target: p < 2 ? null : 120,
}));
const view = { points, asOf: dayOf(2027, 5, 15), running: { period: '2027-05', actual: 55 } };

const seriesOf = (option: ReturnType<typeof fanOption>) => (Array.isArray(option.series) ? option.series : []);

describe('the fan', () => {
  test('starts where history ends, so that both are one line', () => {
    const forecast = seriesOf(fanOption(view, { words, tokens, festivals: false })).find(
      ({ name }) => name === 'forecast',
    );
    expect(forecast?.data?.slice(0, 2)).toEqual([
      [3.5, 103],
      [4.5, 110],
    ]);
  });

  test('draws the wide range below the narrow one', () => {
    const names = seriesOf(fanOption(view, { words, tokens, festivals: false })).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['range 0.95 low', 'range 0.95 high', 'range 0.8 low', 'range 0.8 high']);
    expect(fanLevels(points)).toEqual([0.8, 0.95]);
  });

  test('lets a target hold for its whole month', () => {
    const target = seriesOf(fanOption(view, { words, tokens, festivals: false })).find(({ name }) => name === 'target');
    expect(target?.data?.slice(0, 2)).toEqual([
      [2, 120],
      [3, 120],
    ]);
  });

  test('tears the line at a month that is not known', () => {
    const torn = points.map((point, p) => (p === 1 ? { ...point, actual: null } : point));
    const runs = seriesOf(fanOption({ ...view, points: torn }, { words, tokens, festivals: false })).filter(
      ({ name }) => name === 'actual',
    );
    expect(runs.map(({ data }) => data?.length)).toEqual([1, 2]);
  });

  test('marks Spring Festival at its own day, where it moves sales', () => {
    const rules = (festivals: boolean) =>
      seriesOf(fanOption(view, { words, tokens, festivals })).find(({ name }) => name === 'rules')?.markLine?.data ??
      [];
    expect(rules(false)).toHaveLength(1);
    // 6 February 2027: five of 28 days of the second month have passed.
    expect(rules(true)[1]).toMatchObject({ xAxis: 1 + 5 / 28 });
  });
});
