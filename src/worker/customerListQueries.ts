import type { CustomerListApi } from './customerListApi';
import type { QueryOptions } from './queries';

/** The list of customers, and all that is known of one; nothing is changed by it. */
export function createCustomerListQueries(_options: QueryOptions): CustomerListApi {
  return {};
}
