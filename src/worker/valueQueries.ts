import type { QueryOptions } from './queries';
import type { ValueApi } from './valueApi';

/** Value of customers and what they may buy next; nothing is changed by it. */
export function createValueQueries(_options: QueryOptions): ValueApi {
  return {};
}
