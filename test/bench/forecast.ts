import type { BenchRow } from './benchRow';
import { type CompetitionSeries, overallWeightedAverage } from './overallWeightedAverage';
import { shortHistories } from './shortHistories';

const SPEED_GROUP = 'M3-monthly';
const SHORT = [
  { months: 6, must: 0.93, aim: 0.9 },
  { months: 12, must: 0.9, aim: 0.87 },
  { months: 24, must: 0.88, aim: 0.85 },
];

/**
 * Accuracy over the development series of the M1, M3 and tourism competitions, whole and cut to their last months, and
 * series per second on M3 monthly, one thread, full automatic choice with two ranges and no backtest. `loadSeries` hands
 * over the series, null where they do not lie beside the checkout: then there are no rows. The `ratio` of a row is the
 * figure itself: OWA, a share, an interval score.
 */
export async function runForecastBench(
  loadSeries: () => CompetitionSeries[] | null | Promise<CompetitionSeries[] | null>,
): Promise<BenchRow[]> {
  const series = await loadSeries();
  if (!series || series.length === 0) return [];
  const timed = series.filter(({ group }) => group === SPEED_GROUP);
  overallWeightedAverage(timed.slice(0, 40));
  const score = overallWeightedAverage(series);
  const runs = [1, 2, 3].map(() => overallWeightedAverage(timed).seconds).sort((a, b) => a - b);
  const ms = score.seconds * 1000;
  const groups = Object.values(score.groups);
  const monthly = score.groups[SPEED_GROUP];
  const quarterly = score.groups['M3-quarterly'];
  const low = Math.min(...groups.map(({ coverage }) => coverage));
  const high = Math.max(...groups.map(({ coverage }) => coverage));
  const less = { ms, reference: 'Naive2 = 1', higherIsBetter: false };
  const off = { ms, reference: 'off 0.95 of the 95 % range', higherIsBetter: false };
  const spans = { ms, reference: 'mean scaled interval score, 95 %', higherIsBetter: false };
  return [
    { ...less, id: 'forecast-owa-comp-dev', ratio: score.mean, must: 0.865, aim: 0.835 },
    { ...less, id: 'forecast-owa-m3-monthly', ratio: monthly.owa, must: 0.82, aim: 0.79 },
    { ...less, id: 'forecast-owa-m3-quarterly', ratio: quarterly.owa, must: 0.89, aim: 0.85 },
    { ...off, id: 'forecast-coverage-pooled', ratio: Math.abs(score.coverage - 0.95), must: 0.02, aim: 0.01 },
    { ...off, id: 'forecast-coverage-lowest-group', ratio: 0.95 - low, must: 0.05, aim: 0.03 },
    { ...off, id: 'forecast-coverage-highest-group', ratio: high - 0.95, must: 0.03, aim: 0.02 },
    { ...spans, id: 'forecast-msis-m3-monthly', ratio: monthly.msis, must: 6.4, aim: 5.8 },
    { ...spans, id: 'forecast-msis-m3-quarterly', ratio: quarterly.msis, must: 11, aim: 9.8 },
    ...SHORT.map(({ months, must, aim }) => {
      const short = overallWeightedAverage(shortHistories(series, months));
      return { ...less, ms: short.seconds * 1000, id: `forecast-owa-${months}-months`, ratio: short.mean, must, aim };
    }),
    {
      id: 'forecast-series-per-second',
      ms: runs[1] * 1000,
      reference: `${SPEED_GROUP.replace('-', ' ')}, one thread`,
      ratio: timed.length / runs[1],
      must: 150,
      aim: 400,
      higherIsBetter: true,
    },
  ];
}
