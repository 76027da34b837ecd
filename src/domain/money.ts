/**
 * Money is an integer count of minor units (fen, cents; JPY has none) in a float64.
 * A single value is exact to 2^53 − 1, a total is refused beyond 2^51 so that spreading it stays exact.
 */
export type Money = number;

export const MAX_VALUE = Number.MAX_SAFE_INTEGER;
export const MAX_TOTAL = 2 ** 51;

/** Minor unit (decimal places) of the currencies that are offered, by ISO 4217. */
export const CURRENCIES = {
  CNY: 2,
  USD: 2,
  EUR: 2,
  GBP: 2,
  JPY: 0,
  KRW: 0,
  HKD: 2,
  TWD: 2,
  SGD: 2,
  INR: 2,
  VND: 0,
  KWD: 3,
} as const;

export type CurrencyCode = keyof typeof CURRENCIES;
