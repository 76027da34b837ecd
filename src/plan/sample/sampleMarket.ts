import { type Day, dayOf } from '~/domain/period';

/** What the sample distributor sells, to whom and when: the numbers behind both languages. Shares are relative. */

export const SAMPLE_FROM: Day = dayOf(2023, 9, 1);
/** Last complete day of the orders: the sample is read on this date, whatever the clock says. */
export const SAMPLE_AS_OF: Day = dayOf(2026, 8, 19);

export const CUSTOMERS = 240;
export const REGIONS = 4;
export const CATEGORIES = 4;
export const CUSTOMER_TYPES = 6;
export const PRODUCTS = 12;
export const SELLERS = 12;
export const SELLERS_PER_REGION = 3;

/** Demand of a year in the middle of 2025, in minor units; holidays and customers that left take a tenth of it. */
export const YEARLY_SALES = 9_610_000_000;
/** What the company asks for in 2026, about 15 % more. */
export const YEARLY_TARGET = 10_000_000_000;

/** Share of each seller, three per region: East sells most, West least. */
export const SELLER_SHARES = [0.152, 0.125, 0.103, 0.105, 0.089, 0.076, 0.079, 0.066, 0.055, 0.061, 0.05, 0.039];

/** List prices of 2023 in minor units; each later January adds `PRICE_RISE`. */
export const LIST_PRICES = [
  46_800, 36_000, 52_000, 268_000, 314_000, 336_000, 21_600, 58_000, 42_500, 39_600, 28_800, 18_000,
];
export const PRICE_RISE = 0.02;
export const FIRST_PRICE_YEAR = 2023;

/** One product was launched during the history: before it, its buyers take the one before it in the list. */
export const NEW_PRODUCT = 8;
export const NEW_PRODUCT_FROM: Day = dayOf(2025, 3, 1);

/** How far each customer type leans to each product; rows are types, columns products. */
export const PRODUCT_LEANING = [
  [16, 22, 8, 1, 1, 1, 14, 3, 3, 6, 12, 13],
  [30, 18, 4, 0, 0, 1, 15, 2, 8, 3, 10, 9],
  [2, 6, 36, 3, 3, 1, 6, 24, 4, 9, 5, 1],
  [0, 2, 5, 32, 22, 16, 3, 6, 3, 11, 0, 0],
  [14, 18, 17, 9, 7, 5, 11, 6, 3, 5, 3, 2],
  [15, 21, 9, 1, 1, 0, 15, 4, 4, 5, 12, 13],
];

/** Usual sales mode and settlement method by customer type; large customers get the longer terms. */
export const MODE_OF_TYPE = [1, 1, 1, 1, 2, 3];
export const ONLINE = 3;
export const CASH = 1;

/** Twelve months from January per category; the Spring Festival is not in here, as it moves. */
export const SEASON = [
  [0.98, 0.95, 1.08, 1.09, 1.03, 0.97, 0.94, 0.95, 1.03, 1.06, 0.99, 0.95],
  [0.97, 0.96, 1.08, 1.06, 1.04, 1.01, 0.95, 0.95, 1.04, 1.0, 1.01, 0.96],
  [1.14, 0.98, 0.82, 0.8, 0.94, 1.12, 1.14, 1.04, 0.84, 0.98, 1.16, 1.18],
  [0.92, 0.9, 0.96, 1.01, 1.07, 1.1, 1.11, 1.08, 1.0, 0.98, 0.95, 0.94],
];

/** Growth a month, compounded, that existing customers carry; new ones add a little. */
export const MONTHLY_GROWTH = 1.0125;

/** Month of 2026 → what is left of East's demand: a competitor opened next door in February. */
export const EAST_2026 = [1.0, 0.95, 0.88, 0.85, 0.84, 0.84, 0.84, 0.84, 0.84, 0.84, 0.84, 0.84];
/** The seller it hits hardest is also the one who was given the unreasonable target. */
export const HARDEST_HIT = 0.9;

/** Days from the first day of the Spring Festival → demand: stock is filled before, little is bought after. */
export const FESTIVAL_STEPS: readonly [from: number, to: number, demand: number][] = [
  [-28, -17, 1.1],
  [-16, -4, 1.32],
  [-3, -1, 0.6],
  [0, 7, 0.25],
  [8, 13, 0.55],
  [14, 20, 0.85],
];

/** Largest customers first: share of all customers up to here, and days between two of their orders. */
export const RHYTHMS: readonly [share: number, days: number][] = [
  [0.06, 7],
  [0.22, 13],
  [0.55, 25],
  [1, 42],
];
