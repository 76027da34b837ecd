import type { CapacityApi } from './capacityApi';
import type { QueryOptions } from './queries';

export function createCapacityQueries(_options: QueryOptions): CapacityApi {
  return {};
}
