/** What a feast does to a month's sales that holds all the days before it, or all the days from it on. */
export interface HolidayEffect {
  name: string;
  /** As shares: 0.25 = +25 %. */
  lift: number;
  drop: number;
  /** Standard deviation of their logarithms: how sure that is. */
  liftError: number;
  dropError: number;
}

/** What one promotion did, or is taken to do. */
export interface PromotionEffect {
  id: string;
  /** As a share: 0.3 = +30 %. */
  lift: number;
  /** It lies in here eight times in ten; both equal `lift` where a person said it. */
  lower: number;
  upper: number;
  /** Known months of the history it covers. */
  months: number;
  /** A person said so; the series shows it; others' promotions say so; nothing is known (lift 0). */
  source: 'given' | 'learned' | 'pooled' | 'unknown';
}

/** What moves a series beside its own level, trend and season, over history and horizon. */
export interface EventEffects {
  holidays: HolidayEffect[];
  promotions: PromotionEffect[];
  /** Logarithm of what feasts, and what promotions, do to each month. */
  holidayLog: Float64Array;
  promotionLog: Float64Array;
  /** Standard deviation of the two together, for months to come. */
  doubt: Float64Array;
  /** What promotions of each type do, with its doubt: what `poolLifts` gathers over the series. */
  types: { type: string; mean: number; error: number; months: number }[];
}
