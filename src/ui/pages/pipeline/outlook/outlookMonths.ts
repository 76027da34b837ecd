import { type Day, monthIdAt, monthIndexOf, type PeriodId } from '~/domain/period';
import type { PipelineForecastView } from '~/domain/pipelineView';
import type { OutlookPoint } from '../../../charts/outlookOption';

/** `mean` is repeat sales and deals; deals alone where nobody can tell the former. */
export interface OutlookMonth extends OutlookPoint {
  difference: number | null;
}

/**
 * Months as they are drawn and listed: the range of the deals lies on top of the repeat sales. Of the month that runs only the
 * rest is still to come, which says nothing against the target of the whole.
 */
export function outlookMonths({ months, asOf }: Pick<PipelineForecastView, 'months' | 'asOf'>): OutlookMonth[] {
  const running = runningMonth(asOf);
  return months.map(({ month, weighted, mean, lower, upper, runRate, target }) => {
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
      difference: target === null || month === running ? null : base + mean - target,
    };
  });
}

/** The month of a day that is not its last. */
export function runningMonth(asOf: Day | null): PeriodId | null {
  if (asOf === null || monthIndexOf(asOf + 1) !== monthIndexOf(asOf)) return null;
  return monthIdAt(monthIndexOf(asOf));
}
