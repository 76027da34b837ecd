import type {
  CustomerListChoices,
  CustomerListQuery,
  CustomerListView,
  ListFileRequest,
  ListWindow,
} from '~/domain/customerList';
import type { MemberCode } from '~/domain/dimension';
import type { CustomerOrder, CustomerPlace, OneCustomerView } from '~/domain/oneCustomer';
import type { Result } from '~/domain/result';
import type { SavedFilter } from '~/domain/savedFilter';

/** The list of customers, and all that is known of one. */
export interface CustomerListApi {
  customerList(query: CustomerListQuery, window: ListWindow): Promise<Result<CustomerListView>>;
  /** Everybody a query takes, in its order: for what is done to all of them. */
  customerListCodes(query: CustomerListQuery): Promise<Result<Uint32Array>>;
  customerListChoices(): Promise<Result<CustomerListChoices>>;
  /** The list as a file, every row that matches. */
  customerListFile(
    query: CustomerListQuery,
    request: ListFileRequest,
    job: string,
  ): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  /** All that is known of one customer; null where it is not there any more. */
  oneCustomer(code: MemberCode): Promise<Result<OneCustomerView | null>>;
  customerPlace(query: CustomerListQuery, code: MemberCode): Promise<Result<CustomerPlace>>;
  /** Orders of a customer, newest first. */
  customerOrders(code: MemberCode, first: number, count: number): Promise<Result<CustomerOrder[]>>;
  customerFilters(): Promise<Result<SavedFilter[]>>;
}
