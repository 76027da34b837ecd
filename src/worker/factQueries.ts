import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { factList } from '~/plan/views/factList';
import type { FactApi } from './factApi';
import type { QueryOptions } from './queries';

/** The facts of a kind as the page lists them; nothing is changed by it. */
export const createFactQueries = ({ session }: QueryOptions): FactApi => ({
  async factList(query) {
    const open = session();
    return open ? ok(factList(open.document, query)) : fail(issue('plan/notOpen'));
  },
});
