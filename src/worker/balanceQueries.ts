import type { BalanceApi } from './balanceApi';
import type { QueryOptions } from './queries';

export function createBalanceQueries(_options: QueryOptions): BalanceApi {
  return {};
}
