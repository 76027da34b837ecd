import type { LetterApi } from './letterApi';
import type { QueryOptions } from './queries';

export function createLetterQueries(_options: QueryOptions): LetterApi {
  return {};
}
