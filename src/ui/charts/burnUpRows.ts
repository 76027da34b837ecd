import type { PeriodId } from '~/domain/period';
import type { BurnUp } from '~/domain/view';

export interface BurnUpRow {
  period: PeriodId;
  target: number | null;
  actual: number | null;
  lastYear: number | null;
  forecast: number | null;
  lower: number | null;
  upper: number | null;
}

/** The numbers of the chart month by month; a forecast is only shown where nothing whole is known yet. */
export const burnUpRows = (burnUp: BurnUp): BurnUpRow[] =>
  burnUp.periods.map((period, p) => {
    const isKnown = burnUp.forecast[p] !== null && burnUp.forecast[p] === burnUp.actual[p];
    return {
      period,
      target: burnUp.target[p],
      actual: burnUp.actual[p],
      lastYear: burnUp.lastYear[p],
      forecast: isKnown ? null : burnUp.forecast[p],
      lower: isKnown ? null : burnUp.lower[p],
      upper: isKnown ? null : burnUp.upper[p],
    };
  });
