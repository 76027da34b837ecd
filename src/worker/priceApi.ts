/** Credit, prices, rebates and dealers. */
export type PriceApi = Record<never, never>;
