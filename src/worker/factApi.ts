import type { FactList, FactListQuery } from '~/domain/factView';
import type { Result } from '~/domain/result';

/** The facts of a kind, row by row. */
export interface FactApi {
  factList(query: FactListQuery): Promise<Result<FactList>>;
}
