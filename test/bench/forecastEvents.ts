import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  CHINESE_HOLIDAYS,
  firstMonths,
  forecastMany,
  forecastNewcomer,
  forecastWithEvents,
  naiveScale,
  pathErrors,
  proposeOutliers,
} from '~/engine/forecast';
import { createRandom } from '~/engine/numeric';
import type { BenchRow } from './benchRow';
import { kinSeries, launchSeries, newYearSeries, noise, promotedSeries } from './eventSeries';
import { type IntermittentSeries, leadTimeError } from './leadTimeError';
import { naive2 } from './naive2';
import type { CompetitionSeries } from './overallWeightedAverage';

/**
 * What moves a series beside its own course: moving feasts, promotions, outliers, launches by analogy and seasons lent on
 * made-up series, sales now and then and the price of an outlier on those of others where they lie beside the checkout.
 */
export function runForecastEventsBench(): BenchRow[] {
  const competition = load<CompetitionSeries>('comp-dev.json.gz');
  const parts = load<IntermittentSeries>('intermittent-dev.json.gz');
  return [
    newYearRow(),
    liftRow(),
    ...outlierRows(competition),
    analogueRow(),
    ...shortRows(),
    ...(parts ? intermittentRows(parts) : []),
    speedRow(),
  ];
}

function load<T>(file: string): T[] | null {
  const path = resolve(process.env.SALES_DATA ?? '../shared/data', 'forecast', file);
  if (!existsSync(path)) return null;
  return (JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as { series: T[] }).series;
}

interface Judged {
  forecast: ArrayLike<number>;
  actual: ArrayLike<number>;
  history: Float64Array;
}

/** OWA over some steps of many forecasts. */
function weightedAverage(all: readonly Judged[], isJudged: (step: number, of: Judged) => boolean = () => true): number {
  const sums = { smape: 0, mase: 0, smape2: 0, mase2: 0 };
  for (const one of all) {
    const yardstick = naive2(one.history, 12, one.actual.length);
    const steps = Array.from(one.actual, (_, h) => h).filter((h) => isJudged(h, one));
    const pick = (values: ArrayLike<number>): number[] => steps.map((h) => values[h]);
    const scale = naiveScale(one.history, 12);
    const own = pathErrors(pick(one.forecast), pick(one.actual), scale);
    const naive = pathErrors(pick(yardstick), pick(one.actual), scale);
    sums.smape += own.smape;
    sums.mase += own.mase ?? 0;
    sums.smape2 += naive.smape;
    sums.mase2 += naive.mase ?? 0;
  }
  return (sums.smape / sums.smape2 + sums.mase / sums.mase2) / 2;
}

/** Eighteen origins of a trade that stocks up before Spring Festival and rests after it; January to March alone. */
function newYearRow(): BenchRow {
  const { values, firstMonth } = newYearSeries(21);
  const start = performance.now();
  const judge = (holidays: boolean): Judged[] =>
    Array.from({ length: 18 }, (_, i) => {
      const cut = values.length - 12 - i;
      const history = Float64Array.from(values.slice(0, cut));
      const options = { period: 12, horizon: 12, levels: [], origins: 0, firstMonth };
      const { mean } = forecastWithEvents(history, { ...options, holidays: holidays ? CHINESE_HOLIDAYS : [] });
      return { forecast: mean, actual: values.slice(cut, cut + 12), history };
    });
  const nearFeast = (h: number, { history }: Judged): boolean => (firstMonth + history.length + h) % 12 < 3;
  const [without, withFeasts] = [false, true].map((holidays) => weightedAverage(judge(holidays), nearFeast));
  return row('forecast-new-year-owa', performance.now() - start, {
    reference: `Naive2 = 1, January to March, 18 origins; without feasts ${without.toFixed(3)}`,
    ratio: withFeasts,
    must: 0.58,
    aim: 0.5,
  });
}

function liftRow(): BenchRow {
  const start = performance.now();
  const misses = Array.from({ length: 100 }, (_, i) => {
    const { values, promotions, lift } = promotedSeries(i + 1);
    const options = { period: 12, horizon: 1, levels: [], origins: 0, firstMonth: 0, promotions };
    const { effects } = forecastWithEvents(values, options);
    const found = effects.promotions.reduce((sum, one) => sum + one.lift / promotions.length, 0);
    return Math.abs(found - lift);
  });
  return row('forecast-lift-found', performance.now() - start, {
    reference: 'mean miss of an injected lift of 30 %, three months each, 100 series with 6 % noise',
    ratio: misses.reduce((sum, miss) => sum + miss / misses.length, 0),
    must: 0.05,
    aim: 0.03,
  });
}

function outlierRows(competition: CompetitionSeries[] | null): BenchRow[] {
  const start = performance.now();
  const count = { found: 0, wrong: 0, months: 0 };
  const series = 300;
  for (let i = 0; i < series; i++) {
    const { values, sigma } = noise(i + 1);
    const at = Math.floor(createRandom(i)() * values.length);
    values[at] += (i % 2 === 0 ? 5 : -5) * sigma[at];
    const positions = proposeOutliers(values, { period: 12, firstMonth: 0 }).map(({ position }) => position);
    if (positions.includes(at)) count.found++;
    count.wrong += positions.filter((position) => position !== at).length;
    count.months += values.length;
  }
  const ms = performance.now() - start;
  const rows = [
    row('forecast-outlier-recall', ms, {
      reference: `one month moved by 5 sigma; wrongly proposed ${((100 * count.wrong) / count.months).toFixed(2)} %`,
      ratio: count.found / series,
      must: 0.9,
      aim: 0.95,
      higherIsBetter: true,
    }),
  ];
  return competition ? [...rows, outlierLossRow(competition)] : rows;
}

/** Every other M3 month series with one month moved by five standard deviations of its own changes, proposals followed. */
function outlierLossRow(competition: CompetitionSeries[]): BenchRow {
  const start = performance.now();
  const chosen = competition.filter(({ group }) => group === 'M3-monthly').filter((_, i) => i % 2 === 0);
  const options = { period: 12, levels: [], origins: 0, firstMonth: 0 };
  const judge = (path: (train: number[], i: number, horizon: number) => Float64Array): number =>
    weightedAverage(
      chosen.map(({ train, test }, i) => {
        return { forecast: path(train, i, test.length), actual: test, history: Float64Array.from(train) };
      }),
    );
  const moved = (train: number[], i: number): number[] => {
    const values = [...train];
    const at = Math.floor(createRandom(i)() * values.length);
    const sigma = naiveScale(train, 1) / Math.sqrt(2 / Math.PI) / Math.SQRT2;
    const side = i % 2 === 0 || values[at] < 5.5 * sigma ? 5 : -5;
    values[at] += side * sigma;
    return values;
  };
  const plain = judge((train, _, horizon) => forecastWithEvents(train, { ...options, horizon }).mean);
  const ignored = judge((train, i, horizon) => forecastWithEvents(moved(train, i), { ...options, horizon }).mean);
  const followed = judge((train, i, horizon) => {
    const values = moved(train, i);
    const outliers = proposeOutliers(values, options).map(({ month }) => ({ month, decision: 'adjust' as const }));
    return forecastWithEvents(values, { ...options, horizon, outliers }).mean;
  });
  return row('forecast-outlier-owa-loss', performance.now() - start, {
    reference: `OWA ${plain.toFixed(3)} untouched, ${ignored.toFixed(3)} with the month, ${followed.toFixed(3)} proposals left out`,
    ratio: followed - plain,
    must: 0.01,
    aim: 0.005,
  });
}

function analogueRow(): BenchRow {
  const start = performance.now();
  const all = launchSeries(11, 60);
  const error = { curve: 0, flat: 0 };
  for (const known of [1, 3, 6]) {
    all.forEach((values, i) => {
      const like = all.filter((_, k) => k !== i && k % 6 === i % 6).map((one) => ({ values: one, firstMonth: 0 }));
      const curve = firstMonths(like, { period: 12 });
      if (!curve) return;
      const cut = values.slice(0, known);
      const analogue = { curve, scale: null };
      const options = { period: 12, horizon: 12 - known, firstMonth: 0, analogue };
      const { mean } = forecastNewcomer(cut, options);
      const flat = cut.reduce((sum, value) => sum + value / known, 0);
      values.slice(known, 12).forEach((value, h) => {
        error.curve += Math.abs(mean[h] / value - 1);
        error.flat += Math.abs(flat / value - 1);
      });
    });
  }
  return row('forecast-analogues', performance.now() - start, {
    reference: 'error of a flat mean of the months known, rest of the first year, 1, 3 and 6 months known',
    ratio: error.curve / error.flat,
    must: 0.85,
    aim: 0.6,
  });
}

const AHEAD = 6;

/** Series of one trade, half of them known for their last 6, 12 or 24 months only, with the season of the others. */
function shortRows(): BenchRow[] {
  const kin = kinSeries(17, 60);
  return [
    { known: 6, must: 0.93, aim: 0.9 },
    { known: 12, must: 0.9, aim: 0.87 },
    { known: 24, must: 0.88, aim: 0.85 },
  ].map(({ known, must, aim }) => {
    const start = performance.now();
    const cut = kin.map((values, i) => values.slice(i % 2 === 0 ? -known - AHEAD : 0, -AHEAD));
    const [alone, pooled] = [false, true].map((pool) => {
      const forecasts = forecastMany(cut, { period: 12, horizon: AHEAD, levels: [], pool });
      return weightedAverage(
        kin.flatMap((values, i) => {
          if (i % 2 === 1) return [];
          return { forecast: forecasts[i].mean, actual: values.slice(-AHEAD), history: Float64Array.from(cut[i]) };
        }),
      );
    });
    return row(`forecast-short-pooled-${known}`, performance.now() - start, {
      reference: `Naive2 = 1, half of a trade's series short; each alone ${alone.toFixed(3)}`,
      ratio: pooled,
      must,
      aim,
    });
  });
}

function intermittentRows(parts: IntermittentSeries[]): BenchRow[] {
  const start = performance.now();
  const { total, bias, yearMean, quantileLoss } = leadTimeError(parts);
  const ms = performance.now() - start;
  const beside = `mean of a year ${yearMean.toFixed(3)}; quantile loss ${quantileLoss.toFixed(3)}`;
  return [
    row('forecast-intermittent-total', ms, {
      reference: `sum of six months, in mean monthly changes; ${beside}`,
      ratio: total,
      must: 0.53,
      aim: 0.5,
    }),
    row('forecast-intermittent-bias', ms, {
      reference: 'the same with its sign, without it here',
      ratio: Math.abs(bias),
      must: 0.05,
      aim: 0.03,
    }),
  ];
}

function speedRow(): BenchRow {
  const { values, firstMonth } = newYearSeries(3);
  const options = { period: 12, horizon: 12, origins: 0, firstMonth };
  const run = (more: object): number => {
    const start = performance.now();
    for (let i = 0; i < 60; i++) forecastWithEvents(values, { ...options, ...more });
    return (performance.now() - start) / 60;
  };
  run({});
  const promotions = [9, 30, 47].map((t) => ({ id: `p${t}`, from: firstMonth + t, to: firstMonth + t, lift: null }));
  const plain = run({});
  const full = run({ holidays: CHINESE_HOLIDAYS, promotions });
  return row('forecast-events-per-second', full, {
    reference: `series with three feasts and three promotions, with components; without any ${(1000 / plain).toFixed(0)}`,
    ratio: 1000 / full,
    must: 60,
    aim: 150,
    higherIsBetter: true,
  });
}

const row = (
  id: string,
  ms: number,
  rest: Omit<BenchRow, 'id' | 'ms' | 'higherIsBetter'> & { higherIsBetter?: boolean },
): BenchRow => ({
  id,
  ms,
  higherIsBetter: false,
  ...rest,
});
