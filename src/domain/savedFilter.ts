import type { CustomerListQuery } from './customerList';

/** A question to the customer list that is asked again and again. */
export interface SavedFilter extends Omit<CustomerListQuery, 'sort'> {
  id: string;
  name: string;
  /** Absent: the order that is on stays. */
  sort?: CustomerListQuery['sort'];
}
