export { type Price, type PriceBook, type PriceRows, priceBook } from './priceBook';
export { type Ladder, type LadderOptions, type LadderSums, priceLadder, type Violation } from './priceLadder';
export { type RebateReading, type RebateStep, rebateMoney, rebateStep, salesAtEnd } from './rebateStep';
export { DAYS_AFTER, type Uplift, upliftOf } from './uplift';
