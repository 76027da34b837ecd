/** The list of customers, and all that is known of one. */
export type CustomerListApi = Record<never, never>;
