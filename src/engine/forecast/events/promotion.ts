/** Months in which something a person did lifted (or held down) sales. */
export interface Promotion {
  id: string;
  /** Promotions of one type are taken to work alike; all of one type unless told. */
  type?: string;
  /** First and last month, counted as `firstMonth` of the history is. */
  from: number;
  to: number;
  /** What it adds, as a share: 0.3 = +30 %; null = as those of its type did. */
  lift: number | null;
}

/** What is known about promotions of a type from all of the user's series. */
export interface PooledLift {
  type: string;
  /** Of the logarithm of sales: mean over the series, and how far single series lie from it. */
  mean: number;
  spread: number;
  series: number;
}

export const promotionType = (promotion: Promotion): string => promotion.type ?? '';
