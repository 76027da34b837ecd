/** Value of customers and what they may buy next. */
export type ValueApi = Record<never, never>;
