/** To be filled by its owner. */
export type BalanceApi = Record<never, never>;
