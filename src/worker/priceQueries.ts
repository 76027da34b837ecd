import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { creditView } from '~/plan/views/creditView';
import type { PriceApi } from './priceApi';
import type { QueryOptions } from './queries';
import type { Session } from './session';

/** Credit, prices, rebates and dealers; nothing is changed by it. */
export function createPriceQueries({ session }: QueryOptions): PriceApi {
  const ask = async <T>(run: (open: Session) => Result<T>): Promise<Result<T>> => {
    const open = session();
    return open ? run(open) : fail(issue('plan/notOpen'));
  };
  return {
    credit: (query) => ask((open) => ok(creditView(open.document, { query, cache: open.views }))),
  };
}
