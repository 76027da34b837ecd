import type { At } from './cell';

/** What a node may come to in the plan's year: what came so far, and the whole year as expected. Minor units. */
export interface NodeOutlook {
  at: At;
  /** What came of the year so far, 0 where it lies ahead; null = unknown. */
  actual: number | null;
  /** Sales of the year before in the same periods; null where a day of it is unknown. */
  lastYear: number | null;
  /** The whole year: as likely above as below `mean`, eight times in ten between `lower` and `upper`. Null without history. */
  year: { mean: number; lower: number; upper: number } | null;
  /** The same by period of the plan; null where a period is not foretold. What has come stands with no range. */
  periods: ({ mean: number; lower: number; upper: number } | null)[];
  /** Whole months of history behind it. */
  months: number;
}
