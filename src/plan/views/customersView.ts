import type { CustomersQuery, CustomersView } from '~/domain/view';
import type { PlanDocument } from '../document';
import type { ViewCache } from './viewCache';

export interface CustomersOptions {
  query: CustomersQuery;
  cache: ViewCache;
  /** How a name is typed on a Latin keyboard (full pinyin and initials), for the search; none = the name alone. */
  reading?: (name: string) => string;
}

export function customersView(_document: PlanDocument, _options: CustomersOptions): CustomersView {
  throw new RangeError('not built yet');
}
