import type { BalanceQuery, BalanceView } from '~/domain/balanceView';
import type { Result } from '~/domain/result';

/** A fixed total that is equally hard for all. Forecasts stand behind it, so it is a job. */
export interface BalanceApi {
  balance(query: BalanceQuery, job: string): Promise<Result<BalanceView>>;
}
