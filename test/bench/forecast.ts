import type { BenchRow } from './benchRow';
import { type CompetitionSeries, overallWeightedAverage } from './overallWeightedAverage';

const SPEED_GROUP = 'M3-monthly';

/**
 * Accuracy over the development series of the M1, M3 and tourism competitions, and series per second on M3 monthly, one
 * thread, full automatic choice with two ranges and no backtest. `loadSeries` hands over the series, null where they do
 * not lie beside the checkout: then there are no rows.
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
  return [
    {
      id: 'forecast-owa-comp-dev',
      ms: score.seconds * 1000,
      reference: 'Naive2 = 1',
      ratio: score.mean,
      must: 0.95,
      aim: 0.88,
      higherIsBetter: false,
    },
    {
      id: 'forecast-series-per-second',
      ms: runs[1] * 1000,
      reference: `${SPEED_GROUP.replace('-', ' ')}, one thread`,
      ratio: timed.length / runs[1],
      must: 60,
      aim: 150,
      higherIsBetter: true,
    },
  ];
}
