import type { QueryOptions } from './queries';
import type { ServiceApi } from './serviceApi';

/** Service packages, visits, complaints and surveys; nothing is changed by it. */
export function createServiceQueries(_options: QueryOptions): ServiceApi {
  return {};
}
