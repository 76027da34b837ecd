import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { creditView } from '~/plan/views/creditView';
import { dealerView } from '~/plan/views/dealerView';
import { jointView } from '~/plan/views/jointView';
import { ladderView, violationView } from '~/plan/views/ladderView';
import { priceRules } from '~/plan/views/priceRules';
import { rebateView } from '~/plan/views/rebateView';
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
    priceRules: () => ask((open) => ok(priceRules(open.document))),
    ladder: (query) =>
      ask((open) => ok(ladderView(open.document, { query, cache: open.views, revision: open.revision }))),
    violations: (query) =>
      ask((open) => ok(violationView(open.document, { query, cache: open.views, revision: open.revision }))),
    rebates: (query) => ask((open) => ok(rebateView(open.document, { query, cache: open.views }))),
    joint: () => ask((open) => ok(jointView(open.document, open.views))),
    dealer: (code) => ask((open) => dealerView(open.document, code, open.views)),
  };
}
