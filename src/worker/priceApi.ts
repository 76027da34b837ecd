import type { CreditQuery, CreditView } from '~/domain/credit';
import type { Result } from '~/domain/result';

/** Credit, prices, rebates and dealers. */
export interface PriceApi {
  /** Limits, what is open and late, and who can pay. */
  credit(query: CreditQuery): Promise<Result<CreditView>>;
}
