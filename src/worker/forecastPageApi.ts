/** To be filled by its owner. */
export type ForecastPageApi = Record<never, never>;
