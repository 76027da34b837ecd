import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { creditView } from '~/plan/views/creditView';
import { dealerView } from '~/plan/views/dealerView';
import { jointView } from '~/plan/views/jointView';
import { ladderView, violationView } from '~/plan/views/ladderView';
import type { Reading } from '~/plan/views/nameIndex';
import { priceRules } from '~/plan/views/priceRules';
import { rebateView } from '~/plan/views/rebateView';
import { loadReading } from './pinyin';
import type { PriceApi } from './priceApi';
import type { QueryOptions } from './queries';
import type { Session } from './session';

/** Credit, prices, rebates and dealers; nothing is changed by it. */
export function createPriceQueries({ session }: QueryOptions): PriceApi {
  const ask = async <T>(run: (open: Session) => Result<T>): Promise<Result<T>> => {
    const open = session();
    return open ? run(open) : fail(issue('plan/notOpen'));
  };
  const readingFor = (search: string): Promise<Reading | null> =>
    search === '' ? Promise.resolve(null) : loadReading();
  return {
    credit: async (query) => {
      const reading = await readingFor(query.search);
      return ask((open) => ok(creditView(open.document, { query, cache: open.views, reading })));
    },
    priceRules: () => ask((open) => ok(priceRules(open.document))),
    ladder: async (query) => {
      const reading = await readingFor(query.search);
      return ask(({ document, views: cache, revision }) =>
        ok(ladderView(document, { query, cache, revision, reading })),
      );
    },
    violations: async (query) => {
      const reading = await readingFor(query.search);
      return ask(({ document, views: cache, revision }) =>
        ok(violationView(document, { query, cache, revision, reading })),
      );
    },
    rebates: async (query) => {
      const reading = await readingFor(query.search);
      return ask((open) => ok(rebateView(open.document, { query, cache: open.views, reading })));
    },
    joint: () => ask((open) => ok(jointView(open.document, open.views))),
    dealer: (code) => ask((open) => dealerView(open.document, code, open.views)),
  };
}
