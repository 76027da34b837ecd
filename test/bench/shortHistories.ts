import type { CompetitionSeries } from './overallWeightedAverage';

const HORIZON = 6;

/** The monthly series as they would look to somebody who knows their last months only, and asks for the next six. */
export function shortHistories(series: readonly CompetitionSeries[], months: number): CompetitionSeries[] {
  return series
    .filter(({ period, train }) => period === 12 && train.length >= months)
    .map((each) => ({ ...each, group: 'short', train: each.train.slice(-months), test: each.test.slice(0, HORIZON) }));
}
