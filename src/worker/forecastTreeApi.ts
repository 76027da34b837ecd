import type { ForecastTreeQuery, ForecastTreeView, ForecastTreeWords } from '~/domain/forecastTree';
import type { Result } from '~/domain/result';

/** What the tree of forecasts asks. */
export interface ForecastTreeApi {
  /** Every node of the main view down to a level, foretold and made to add up: a job that tells how far it is. */
  forecastTree(query: ForecastTreeQuery, job: string): Promise<Result<ForecastTreeView>>;
  /** A tree that was just made, by its draft, as CSV. */
  forecastTreeFile(draft: string, words: ForecastTreeWords): Promise<Result<string>>;
}
