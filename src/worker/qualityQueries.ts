import type { QualityApi } from './qualityApi';
import type { QueryOptions } from './queries';

/** What is doubtful in members and facts; nothing is changed by it. */
export function createQualityQueries(_options: QueryOptions): QualityApi {
  return {};
}
