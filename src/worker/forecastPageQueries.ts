import type { ForecastPageApi } from './forecastPageApi';
import type { QueryOptions } from './queries';

export function createForecastPageQueries(_options: QueryOptions): ForecastPageApi {
  return {};
}
