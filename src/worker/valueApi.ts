import type { ValueQuery, ValueView } from '~/domain/customerValue';
import type { CallListWords, NextQuery, NextView } from '~/domain/nextProduct';
import type { Result } from '~/domain/result';

/** Value of customers and what they may buy next. */
export interface ValueApi {
  /** Fits in the pool where orders or the rule changed; else answers at once. */
  value(query: ValueQuery, job: string): Promise<Result<ValueView>>;
  nextProducts(query: NextQuery, job: string): Promise<Result<NextView>>;
  /** All calls a query takes, in its order, as CSV. */
  callList(query: NextQuery, words: CallListWords, job: string): Promise<Result<string>>;
}
