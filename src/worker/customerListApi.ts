import type {
  CustomerListChoices,
  CustomerListQuery,
  CustomerListView,
  ListFileRequest,
  ListWindow,
} from '~/domain/customerList';
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
  customerFilters(): Promise<Result<SavedFilter[]>>;
}
