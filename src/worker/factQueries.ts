import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { factList } from '~/plan/views/factList';
import type { FactApi } from './factApi';
import { loadReading } from './pinyin';
import type { QueryOptions } from './queries';

/** The facts of a kind as the page lists them; nothing is changed by it. */
export const createFactQueries = ({ session }: QueryOptions): FactApi => ({
  async factList(query) {
    const reading = query.search === '' ? null : await loadReading();
    const open = session();
    return open ? ok(factList(open.document, query, reading)) : fail(issue('plan/notOpen'));
  },
});
