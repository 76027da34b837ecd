/** To be filled by its owner. */
export type ForecastTreeApi = Record<never, never>;
