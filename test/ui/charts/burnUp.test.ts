import { describe, expect, test } from 'vitest';
import { dayOf, monthId } from '~/domain/period';
import type { BurnUp } from '~/domain/view';
import { burnUpLines } from '~/ui/charts/burnUpLines';
import { burnUpOption } from '~/ui/charts/burnUpOption';
import { burnUpRows } from '~/ui/charts/burnUpRows';
import type { ChartWords } from '~/ui/charts/chartWords';
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
  festival: (day) => `Spring Festival ${day}`,
  interval: (level) => `${level * 100}%`,
  money: (amount) => String(amount),
  axis: (amount) => String(amount),
  month: (period) => period.slice(5),
  longMonth: (period) => period,
};
const tokens = Object.fromEntries([...COLOUR_TOKENS, 'font'].map((name) => [name, name])) as Tokens;

const months = Array.from({ length: 12 }, (_, p) => p);
const sums = (of: (p: number) => number | null) => months.map(of);

/** 100 a month planned, 90 sold; four closed months and half of May. */
const year: BurnUp = {
  periods: months.map((p) => monthId(2027, p + 1)),
  target: sums((p) => (p + 1) * 100),
  actual: sums((p) => (p < 4 ? (p + 1) * 90 : p === 4 ? 400 : null)),
  lastYear: sums((p) => (p + 1) * 80),
  forecast: sums((p) => (p < 3 ? null : (p + 1) * 90)),
  lower: sums((p) => (p < 3 ? null : (p + 1) * 90 - (p - 3))),
  upper: sums((p) => (p < 3 ? null : (p + 1) * 90 + (p - 3))),
};
const middleOfMay = dayOf(2027, 5, 15);

describe('the lines of a year added up', () => {
  test('start at nothing and stand at the end of each month', () => {
    const { target } = burnUpLines(year, middleOfMay);
    expect(target.slice(0, 3)).toEqual([
      [0, 0],
      [1, 100],
      [2, 200],
    ]);
    expect(target.at(-1)).toEqual([12, 1200]);
  });

  test('let the actual end within its running month, where the forecast leaves', () => {
    const { actual, forecast, known } = burnUpLines(year, middleOfMay);
    const at = 4 + 15 / 31;
    expect(known).toBeCloseTo(at);
    expect(actual.at(-1)).toEqual([at, 400]);
    expect(forecast[0]).toEqual([at, 400]);
    expect(forecast[1]).toEqual([5, 450]);
  });

  test('let the range open from the last known sum', () => {
    const { band } = burnUpLines(year, middleOfMay);
    expect(band[0]).toEqual({ x: 4 + 15 / 31, lower: 400, upper: 400 });
    expect(band.at(-1)).toEqual({ x: 12, lower: 1072, upper: 1088 });
  });

  test('end a closed month at its end', () => {
    const closed = { ...year, actual: year.actual.map((sum, p) => (p === 4 ? null : sum)) };
    expect(burnUpLines(closed, dayOf(2027, 4, 30)).known).toBe(4);
  });

  test('say nothing of a year nobody knows anything about', () => {
    const blank = sums(() => null);
    const lines = burnUpLines({ ...year, actual: blank, forecast: blank, lower: blank, upper: blank }, null);
    expect(lines).toMatchObject({ actual: [], forecast: [], band: [], known: null });
  });
});

test('every line names itself with its last sum, so that no legend is needed', () => {
  const option = burnUpOption(year, middleOfMay, { words, tokens });
  const series = Array.isArray(option.series) ? option.series : [];
  const labels = series.flatMap(({ name, endLabel }) =>
    endLabel?.show && typeof endLabel.formatter === 'function' ? [[name, endLabel.formatter({} as never)]] : [],
  );
  expect(labels).toEqual([
    ['lastYear', 'Last year 960'],
    ['target', 'Target 1200'],
    ['forecast', 'Forecast 1080'],
    ['actual', 'Actual 400'],
  ]);
});

test('the roles keep their colours: ink for what came, accent for what was said, teal and dashed for what is computed', () => {
  const option = burnUpOption(year, middleOfMay, { words, tokens });
  const series = Array.isArray(option.series) ? option.series : [];
  const line = (name: string) => series.find((one) => one.name === name)?.lineStyle;
  expect(line('actual')).toMatchObject({ color: 'ink', width: 2, type: 'solid' });
  expect(line('target')).toMatchObject({ color: 'accent', type: 'solid' });
  expect(line('forecast')).toMatchObject({ color: 'forecast', type: [5, 3] });
  expect(line('lastYear')).toMatchObject({ color: 'edge', width: 1.25 });
});

test('the table holds the same sums, a forecast only where nothing whole is known', () => {
  const rows = burnUpRows(year);
  expect(rows[3]).toMatchObject({ period: '2027-04', actual: 360, forecast: null, lower: null });
  expect(rows[4]).toMatchObject({ actual: 400, forecast: 450 });
  expect(rows[11]).toMatchObject({ target: 1200, actual: null, forecast: 1080, lower: 1072, upper: 1088 });
});
