import type { Day, PeriodId } from '~/domain/period';

/** What a chart says, in the language and unit of the page. */
export interface ChartWords {
  actual: string;
  /** What came in a month that still runs. */
  soFar: string;
  target: string;
  forecast: string;
  lastYear: string;
  /** What sellers say themselves, and what was set by hand. */
  own: string;
  override: string;
  /** Name of the rule at the end of what is known. */
  today: string;
  festival(day: Day): string;
  nationalDay: string;
  interval(level: number): string;
  money(amount: number | null): string;
  /** For the axis of a chart whose largest amount is `most`: small ones need a finer unit than the page's. */
  axis(amount: number, most: number): string;
  month(period: PeriodId): string;
  longMonth(period: PeriodId): string;
}
