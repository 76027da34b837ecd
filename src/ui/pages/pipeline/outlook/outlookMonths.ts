import type { PeriodId } from '~/domain/period';
import type { PipelineForecastView } from '~/domain/pipelineView';

export interface OutlookMonth {
  month: PeriodId;
  weighted: number;
  deals: number;
  runRate: number | null;
  /** Repeat sales and deals; deals alone where nobody can tell the former. */
  mean: number;
  lower: number;
  upper: number;
  target: number | null;
  difference: number | null;
}

/** Months as they are drawn and listed: the range of the deals lies on top of the repeat sales. */
export const outlookMonths = (months: PipelineForecastView['months']): OutlookMonth[] =>
  months.map(({ month, weighted, mean, lower, upper, runRate, target }) => {
    const base = runRate ?? 0;
    return {
      month,
      weighted,
      deals: mean,
      runRate,
      mean: base + mean,
      lower: base + lower,
      upper: base + upper,
      target,
      difference: target === null ? null : base + mean - target,
    };
  });
