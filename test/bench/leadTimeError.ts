import { forecastMany, naiveScale } from '~/engine/forecast/index';

export interface IntermittentSeries {
  train: number[];
  test: number[];
}

export interface LeadTimeScore {
  /** Mean |Σ forecast − Σ actual| ÷ months, in units of the series' mean change from month to month. */
  total: number;
  /** The same with its sign: above 0 = too much. */
  bias: number;
  /** `total` of the mean of the last twelve months. */
  yearMean: number;
  /** Mean quantile loss at 10, 50 and 90 % of single months, in the same units. */
  quantileLoss: number;
}

/** How far the sum over the lead time is missed, by the automatic forecast of each series. Source: forecasting sheet, §5. */
export function leadTimeError(series: readonly IntermittentSeries[]): LeadTimeScore {
  const score = { total: 0, bias: 0, yearMean: 0, quantileLoss: 0 };
  let judged = 0;
  for (const { train, test } of series) {
    const unit = naiveScale(train, 1);
    if (!(unit > 0)) continue;
    judged++;
    const [{ mean, intervals }] = forecastMany([train], { period: 12, horizon: test.length, levels: [0.8] });
    const actual = sum(test);
    const miss = (sum(mean) - actual) / test.length / unit;
    score.total += Math.abs(miss);
    score.bias += miss;
    score.yearMean += Math.abs((sum(train.slice(-12)) / 12) * test.length - actual) / test.length / unit;
    for (let h = 0; h < test.length; h++) {
      const quantiles = [intervals[0].lower[h], mean[h], intervals[0].upper[h]];
      quantiles.forEach((value, i) => {
        const share = [0.1, 0.5, 0.9][i];
        const below = test[h] - value;
        score.quantileLoss += Math.max(share * below, (share - 1) * below) / unit / test.length / 3;
      });
    }
  }
  const each = (value: number): number => value / Math.max(1, judged);
  return {
    total: each(score.total),
    bias: each(score.bias),
    yearMean: each(score.yearMean),
    quantileLoss: each(score.quantileLoss),
  };
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
