import { forecastMany, naiveScale, pathErrors } from '~/engine/forecast/index';
import { naive2 } from './naive2';

export interface CompetitionSeries {
  id: string;
  period: number;
  group: string;
  train: number[];
  test: number[];
}

export interface CompetitionScore {
  /** OWA by group: half the sum of sMAPE and MASE, each over that of Naive2. Source: M4 Competitor's Guide 2018. */
  groups: Record<string, number>;
  /** Plain mean of the groups. */
  mean: number;
  /** Share of the answers inside the 95 % range, by group. */
  coverage: Record<string, number>;
  seconds: number;
}

/** Forecasts every series without a backtest, and scores the answers; only the forecasting is timed. */
export function overallWeightedAverage(series: readonly CompetitionSeries[]): CompetitionScore {
  const sums = new Map<string, Sums>();
  let ms = 0;
  for (const { period, group, train, test } of series) {
    const history = Float64Array.from(train);
    const start = performance.now();
    const [forecast] = forecastMany([history], { period, horizon: test.length, levels: [0.8, 0.95], seed: 1 });
    ms += performance.now() - start;
    const scale = naiveScale(history, period);
    const own = pathErrors(forecast.mean, test, scale);
    const yardstick = pathErrors(naive2(history, period, test.length), test, scale);
    const { lower, upper } = forecast.intervals[1];
    const sum = sums.get(group) ?? { smape: 0, smape2: 0, mase: 0, mase2: 0, inside: 0, steps: 0 };
    sum.smape += own.smape;
    sum.smape2 += yardstick.smape;
    sum.mase += own.mase ?? 0;
    sum.mase2 += yardstick.mase ?? 0;
    sum.inside += test.filter((value, h) => value >= lower[h] && value <= upper[h]).length;
    sum.steps += test.length;
    sums.set(group, sum);
  }
  const names = [...sums.keys()].sort();
  const of = (group: string): Sums => sums.get(group) as Sums;
  const groups = Object.fromEntries(
    names.map((group) => [group, (of(group).smape / of(group).smape2 + of(group).mase / of(group).mase2) / 2]),
  );
  return {
    groups,
    mean: names.reduce((sum, group) => sum + groups[group] / names.length, 0),
    coverage: Object.fromEntries(names.map((group) => [group, of(group).inside / of(group).steps])),
    seconds: ms / 1000,
  };
}

interface Sums {
  smape: number;
  smape2: number;
  mase: number;
  mase2: number;
  inside: number;
  steps: number;
}
