import type { QueryOptions } from './queries';
import type { TerritoryApi } from './territoryApi';

/** Who looks after whom; nothing is changed by it. */
export function createTerritoryQueries(_options: QueryOptions): TerritoryApi {
  return {};
}
