import type { PriceApi } from './priceApi';
import type { QueryOptions } from './queries';

/** Credit, prices, rebates and dealers; nothing is changed by it. */
export function createPriceQueries(_options: QueryOptions): PriceApi {
  return {};
}
