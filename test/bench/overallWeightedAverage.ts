import { forecastMany, naiveScale, pathErrors } from '~/engine/forecast/index';
import { naive2 } from './naive2';

export interface CompetitionSeries {
  id: string;
  period: number;
  group: string;
  train: number[];
  test: number[];
}

export interface GroupScore {
  /** Half the sum of sMAPE and MASE, each over that of Naive2. Source: M4 Competitor's Guide 2018. */
  owa: number;
  /** MASE over that of seasonal naive. */
  overSeasonalNaive: number;
  /** Share of the answers inside the 95 % range, and inside that of 80 %. */
  coverage: number;
  coverage80: number;
  /** Mean scaled interval score of the 95 % range; series whose scale is 0 stay out. */
  msis: number;
}

export interface CompetitionScore {
  groups: Record<string, GroupScore>;
  /** Plain mean of the groups' OWA. */
  mean: number;
  /** Share of all answers inside the 95 % range. */
  coverage: number;
  seconds: number;
}

const LEVELS = [0.8, 0.95];
/** 2 ÷ (1 − 0.95): what a miss costs in the interval score, in widths. */
const PENALTY = 40;

/** Forecasts every series without a backtest, and scores the answers; only the forecasting is timed. */
export function overallWeightedAverage(series: readonly CompetitionSeries[]): CompetitionScore {
  const sums = new Map<string, Sums>();
  let ms = 0;
  for (const { period, group, train, test } of series) {
    const history = Float64Array.from(train);
    const start = performance.now();
    const [forecast] = forecastMany([history], { period, horizon: test.length, levels: LEVELS, seed: 1 });
    ms += performance.now() - start;
    const scale = naiveScale(history, period);
    const own = pathErrors(forecast.mean, test, scale);
    const yardstick = pathErrors(naive2(history, period, test.length), test, scale);
    const lastYear = test.map(
      (_, h) => train[Math.max(0, train.length - period) + (h % Math.min(period, train.length))],
    );
    const [narrow, wide] = forecast.intervals;
    const sum = sums.get(group) ?? { ...NOTHING };
    sum.smape += own.smape;
    sum.smape2 += yardstick.smape;
    sum.mase += own.mase ?? 0;
    sum.mase2 += yardstick.mase ?? 0;
    sum.maseNaive += pathErrors(lastYear, test, scale).mase ?? 0;
    sum.inside += test.filter((value, h) => value >= wide.lower[h] && value <= wide.upper[h]).length;
    sum.inside80 += test.filter((value, h) => value >= narrow.lower[h] && value <= narrow.upper[h]).length;
    sum.steps += test.length;
    if (scale > 0) {
      sum.interval += intervalScore(wide, test) / scale;
      sum.scaled++;
    }
    sums.set(group, sum);
  }
  const names = [...sums.keys()].sort();
  const groups = Object.fromEntries(names.map((name) => [name, scoreOf(sums.get(name) ?? NOTHING)]));
  const all = [...sums.values()];
  return {
    groups,
    mean: names.reduce((sum, name) => sum + groups[name].owa / names.length, 0),
    coverage: all.reduce((sum, { inside }) => sum + inside, 0) / all.reduce((sum, { steps }) => sum + steps, 0),
    seconds: ms / 1000,
  };
}

/** Source: Gneiting & Raftery 2007. */
function intervalScore(
  { lower, upper }: { lower: Float64Array; upper: Float64Array },
  test: readonly number[],
): number {
  const costs = test.map(
    (value, h) => upper[h] - lower[h] + PENALTY * (Math.max(0, lower[h] - value) + Math.max(0, value - upper[h])),
  );
  return costs.reduce((sum, cost) => sum + cost / test.length, 0);
}

const NOTHING = {
  smape: 0,
  smape2: 0,
  mase: 0,
  mase2: 0,
  maseNaive: 0,
  inside: 0,
  inside80: 0,
  steps: 0,
  interval: 0,
  scaled: 0,
};

type Sums = typeof NOTHING;

const scoreOf = (sum: Sums): GroupScore => ({
  owa: (sum.smape / sum.smape2 + sum.mase / sum.mase2) / 2,
  overSeasonalNaive: sum.mase / sum.maseNaive,
  coverage: sum.inside / sum.steps,
  coverage80: sum.inside80 / sum.steps,
  msis: sum.interval / sum.scaled,
});
