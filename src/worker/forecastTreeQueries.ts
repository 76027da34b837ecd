import type { ForecastTreeApi } from './forecastTreeApi';
import type { QueryOptions } from './queries';

export function createForecastTreeQueries(_options: QueryOptions): ForecastTreeApi {
  return {};
}
