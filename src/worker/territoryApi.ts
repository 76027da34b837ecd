/** Who looks after whom. */
export type TerritoryApi = Record<never, never>;
